import { describe, expect, it } from 'vitest';
import type { Finding, Review } from '../../lib/engine/types';
import { changeBetween, shiftReview, shiftSpan, shiftSuggestions } from '../../lib/page/shift';

describe('changeBetween', () => {
  const table: [string, string, string, { start: number; removed: number; inserted: number } | null][] = [
    ['nothing', 'abc', 'abc', null],
    ['typed at the end', 'abc', 'abcd', { start: 3, removed: 0, inserted: 1 }],
    ['typed at the start', 'abc', 'xabc', { start: 0, removed: 0, inserted: 1 }],
    ['typed the same letter', 'aa', 'aaa', { start: 2, removed: 0, inserted: 1 }],
    ['removed', 'a cat sat', 'a sat', { start: 2, removed: 4, inserted: 0 }],
    ['replaced', 'by soon', 'by Monday', { start: 3, removed: 4, inserted: 6 }],
    ['emptied', 'abc', '', { start: 0, removed: 3, inserted: 0 }],
    ['filled', '', 'abc', { start: 0, removed: 0, inserted: 3 }],
  ];
  it.each(table)('%s', (_name, before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change);
  });
});

describe('shiftSpan', () => {
  // [[ ]] marks the span before the edit; the text after it; the span's text where it still stands, or null.
  const table: [string, string, string, string | null][] = [
    ['an edit behind it', 'You [[must]] pay now', 'You must pay later', 'must'],
    ['an edit before it', 'You [[must]] pay', 'Then you said You must pay', 'must'],
    ['an edit inside it', 'You [[must not]] pay', 'You must maybe not pay', null],
    ['its removal', 'You [[must]] pay', 'You pay', null],
    ['an edit over its start', 'You [[must]] pay', 'Yoost pay', null],
    ['an edit over its end', 'You [[must]] pay', 'You muay', null],
    ['letters against its end', 'it is [[soon]]', 'it is sooner', null],
    ['a full stop against its end', 'it is [[soon]]', 'it is soon.', 'soon'],
    ['a space against its end', 'it is [[soon]]', 'it is soon ', 'soon'],
    ['letters against its start', '[[soon]] then', 'toosoon then', null],
    ['a sentence before it', '[[soon]] then', 'Not soon. soon then', 'soon'],
    ['a line before it', '[[soon]]', 'Hi,\n\nsoon', 'soon'],
    ['the space before it gone', 'it is [[soon]]', 'it issoon', null],
    ['everything gone', '[[soon]]', '', null],
  ];
  it.each(table)('%s', (_name, marked, after, expected) => {
    const start = marked.indexOf('[[');
    const end = marked.indexOf(']]') - 2;
    const before = marked.replace('[[', '').replace(']]', '');
    const change = changeBetween(before, after);
    if (!change) throw new Error('the table must change the text');
    const span = shiftSpan({ start, end }, change, after);
    expect(span && after.slice(span.start, span.end)).toBe(expected);
  });

  it('keeps what else the object says', () => {
    const change = { start: 0, removed: 0, inserted: 2 };
    expect(shiftSpan({ start: 3, end: 4, name: 'day' }, change, 'x abc d')).toEqual({ start: 5, end: 6, name: 'day' });
  });

  it('moves an insertion point with the text before it, and with what is typed at it', () => {
    const point = { start: 3, end: 3 };
    expect(shiftSpan(point, { start: 0, removed: 0, inserted: 2 }, 'xxabc')).toEqual({ start: 5, end: 5 });
    expect(shiftSpan(point, { start: 3, removed: 0, inserted: 1 }, 'abcx')).toEqual({ start: 4, end: 4 });
    expect(shiftSpan(point, { start: 5, removed: 0, inserted: 1 }, 'abcdex')).toEqual(point);
  });

  it('never gives a span with other text than it had, whatever the edit', () => {
    const before = 'We must ship soon; you must wait.';
    const span = { start: 3, end: 7 };
    for (let from = 0; from <= before.length; from++) {
      for (let to = from; to <= Math.min(before.length, from + 6); to++) {
        for (const typed of ['', 'x', ' ', 'must']) {
          const after = before.slice(0, from) + typed + before.slice(to);
          const change = changeBetween(before, after);
          const moved = change && shiftSpan(span, change, after);
          if (moved) expect(after.slice(moved.start, moved.end)).toBe('must');
        }
      }
    }
  });
});

describe('shiftSuggestions', () => {
  it('keeps the text that is expected, and drops edits that were touched', () => {
    const list = [
      { edit: { start: 0, end: 3, text: 'x' }, expected: 'You' },
      { edit: { start: 8, end: 12, text: 'y' }, expected: 'soon' },
    ];
    const change = { start: 4, removed: 0, inserted: 3 };
    const after = 'You too are soon';
    expect(shiftSuggestions(list, change, after)).toEqual([
      { edit: { start: 0, end: 3, text: 'x' }, expected: 'You' },
      { edit: { start: 11, end: 15, text: 'y' }, expected: 'soon' },
    ]);
    expect(shiftSuggestions(list, { start: 9, removed: 1, inserted: 1 }, 'You are sxon')).toHaveLength(1);
  });
});

describe('shiftReview', () => {
  it('moves all that has a place, keeps what has none, drops what was touched', () => {
    const finding = (id: string, span: Finding['span']) => ({ id, span }) as Finding;
    const review = {
      findings: [finding('a', { start: 0, end: 2 }), finding('b', { start: 6, end: 10 }), finding('whole', null)],
      strengths: [{ id: 'owns', span: { start: 6, end: 10 } }],
      gaps: [{ start: 11, end: 16, name: 'day' }],
      commitments: [{ span: { start: 6, end: 10 }, what: 'x', dueSpan: { start: 0, end: 2 } }],
    } as unknown as Review;
    const before = 'We are here [day]';
    const after = 'We really are here [day]';
    const change = changeBetween(before, after);
    if (!change) throw new Error('changed');
    const shifted = shiftReview(review, change, after);
    expect(shifted.findings.map(({ id, span }) => [id, span?.start ?? null])).toEqual([
      ['a', 0],
      ['b', 13],
      ['whole', null],
    ]);
    expect(shifted.gaps).toEqual([{ start: 18, end: 23, name: 'day' }]);
    expect(shifted.strengths[0]?.span).toEqual({ start: 13, end: 17 });
    expect(shifted.commitments[0]).toEqual({ span: { start: 13, end: 17 }, what: 'x', dueSpan: { start: 0, end: 2 } });
  });
});
