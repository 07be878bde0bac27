import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/engine/types';
import { inReadingOrder, keyOf, step } from '../../../lib/workbench/replies/findings';
import { segments } from '../../../lib/workbench/replies/segments';
import { sentencesOf } from '../../../lib/workbench/replies/sentences';

const finding = (id: string, start: number | null, severity: Finding['severity'] = 'high'): Finding => ({
  id,
  principle: 'blame',
  rule: `blame/${id}`,
  span: start === null ? null : { start, end: start + 5 },
  severity,
  message: '',
  why: [],
});

describe('findings', () => {
  const found = [finding('whole', null), finding('late', 40), finding('hint', 2, 'low'), finding('early', 7)];

  it('are read in the order of the text, the whole reply after it, hints last', () => {
    expect(inReadingOrder(found).map(({ id }) => id)).toEqual(['early', 'late', 'whole', 'hint']);
  });

  it('are gone through round the ends', () => {
    const order = inReadingOrder(found);
    expect(step(order, null, 1)).toBe('early');
    expect(step(order, null, -1)).toBe('hint');
    expect(step(order, 'hint', 1)).toBe('early');
    expect(step(order, 'early', -1)).toBe('hint');
    expect(step([], null, 1)).toBeNull();
  });

  it('have the name that they have in the results', () => {
    expect(keyOf(finding('x', 3))).toBe('blame/x@3-8');
    expect(keyOf(finding('x', null))).toBe('blame/x@-');
  });
});

describe('segments', () => {
  it('together are the text, whatever overlaps', () => {
    const text = 'You failed to send it 🙂 in time';
    const spans = [
      { start: 0, end: 10, name: 'a' },
      { start: 4, end: 21, name: 'b' },
      { start: 4, end: 4, name: 'empty' },
      { start: 20, end: 99, name: 'beyond' },
    ];
    const pieces = segments(text, spans);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(pieces.map(({ over }) => over.map(({ name }) => name).join())).toEqual(['a', 'a,b', 'b', '']);
    expect(segments('', [])).toEqual([]);
  });
});

describe('sentences', () => {
  it('are spans without the white space around them', () => {
    const text = 'Hi Ana,\n\nYou paid $3.50 too much. We’ll refund it!  ';
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Hi Ana,',
      'You paid $3.50 too much.',
      'We’ll refund it!',
    ]);
  });
});
