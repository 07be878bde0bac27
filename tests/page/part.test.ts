import { describe, expect, it } from 'vitest';
import type { Finding, Review } from '../../lib/engine/types';
import { Draft } from '../../lib/page/draft';
import { engineId, merged, placed } from '../../lib/page/part';
import { rough } from '../browser/sidebar-snapshots';

const finding = (id: string, start: number | null): Finding => ({
  id,
  principle: 'directive',
  rule: 'directive/must',
  span: start === null ? null : { start, end: start + 4 },
  severity: 'high',
  message: 'Why.',
  why: [],
});
const review = (...findings: Finding[]): Review => ({
  ...(rough().review as Review),
  findings,
  strengths: [],
  commitments: [],
  gaps: [],
});

describe('the review of a part', () => {
  it('stands where the part does, without what it says of the draft as a whole', () => {
    const part = placed(review(finding('a', 5), finding('whole', null)), 100);
    expect(part.findings.map(({ id, span }) => [id, span])).toEqual([['a', { start: 105, end: 109 }]]);
  });

  it('takes the place of what was known of it, and of nothing else', () => {
    const known = review(finding('out', 10), finding('gone', 110));
    const both = merged(known, review(finding('new', 120)), { start: 100, end: 200 }, true);
    expect(both.findings.map(({ id }) => id)).toEqual(['new', 'out']);
  });

  it('names the same sentence in another part differently, and alike when it is read again', () => {
    const known = review(finding('a', 10));
    const both = merged(known, review(finding('a', 110)), { start: 100, end: 200 }, false);
    expect(both.findings.map(({ id }) => id)).toEqual(['a', 'a~2']);
    const again = merged(both, review(finding('a', 110)), { start: 100, end: 200 }, true);
    expect(again.findings.map(({ id, span }) => [id, span?.start])).toEqual([
      ['a~2', 110],
      ['a', 10],
    ]);
    expect(again.findings.map(({ id }) => engineId(id))).toEqual(['a', 'a']);
  });
});

describe('a draft read in parts', () => {
  const text = `${'x'.repeat(100)}\nmust\n${'y'.repeat(100)}`;

  it('knows what was read, and what a keystroke makes unread', () => {
    const draft = new Draft();
    draft.textBecomes(text);
    draft.reviewedPart(review(finding('a', 1)), text, { start: 100, end: 106 }, true);
    expect(draft.read).toEqual([{ start: 100, end: 106 }]);
    expect(draft.visible.map(({ span }) => span)).toEqual([{ start: 101, end: 105 }]);
    draft.textBecomes(`x${text}`);
    expect(draft.read).toEqual([{ start: 101, end: 107 }]);
    expect(draft.visible.map(({ span }) => span)).toEqual([{ start: 102, end: 106 }]);
  });

  it('takes an answer to an older text for where it now stands', () => {
    const draft = new Draft();
    draft.textBecomes(text);
    draft.textBecomes(`xx${text}`);
    draft.reviewedPart(review(finding('a', 1)), text, { start: 100, end: 106 }, true);
    expect(draft.visible.map(({ span }) => span)).toEqual([{ start: 103, end: 107 }]);
  });

  it('is a whole again once it was read as one', () => {
    const draft = new Draft();
    draft.textBecomes(text);
    draft.reviewedPart(review(finding('a', 1)), text, { start: 100, end: 106 }, true);
    draft.reviewed(review(finding('a', 101), finding('whole', null)), text);
    expect(draft.read).toBeNull();
    expect(draft.visible).toHaveLength(2);
  });
});
