import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../lib/page/shift';
import { nextWindow, readAfter, WINDOW, windowAround, withSpan } from '../../lib/page/window';

const SENTENCE = 'You must send us the receipt before Friday.';
const PARAGRAPH = `${SENTENCE} ${SENTENCE} ${SENTENCE}`;
const LONG_TEXT = Array.from({ length: 400 }, (_, at) => `${at}. ${PARAGRAPH}`).join('\n\n');
const WALL = 'word '.repeat(10_000);

describe('the window around the caret', () => {
  it.each([0, 1, 20_000, LONG_TEXT.length - 1, LONG_TEXT.length, LONG_TEXT.length + 9])(
    'holds the caret at %d',
    (at) => {
      const { start, end } = windowAround(LONG_TEXT, at);
      const caret = Math.min(at, LONG_TEXT.length);
      expect(start).toBeLessThanOrEqual(caret);
      expect(end).toBeGreaterThanOrEqual(caret);
      expect(end - start).toBeLessThanOrEqual(WINDOW);
      expect(end - start).toBeGreaterThan(WINDOW / 3);
    },
  );

  it('begins and ends at borders of paragraphs', () => {
    const { start, end } = windowAround(LONG_TEXT, 25_000);
    expect(LONG_TEXT[start - 1]).toBe('\n');
    expect(LONG_TEXT.slice(start)).toMatch(/^\d+\. You/);
    expect(LONG_TEXT.slice(0, end)).toMatch(/Friday\.\n+$/);
  });

  it('begins and ends at borders of words where there is nothing else', () => {
    const { start, end } = windowAround(WALL, 25_001);
    expect(WALL.slice(start, end)).toMatch(/^word .*word $/);
  });
});

describe('the next window', () => {
  const readAll = (text: string, caret: number) => {
    const parts = [windowAround(text, caret)];
    for (let next = nextWindow(text, parts, caret); next && parts.length < 99; ) {
      parts.push(next);
      const read = parts.reduce(withSpan, [] as typeof parts);
      next = nextWindow(text, read, caret);
    }
    return parts;
  };

  it.each([0, 30_000, LONG_TEXT.length])('goes outwards from %d until all was read, no letter twice', (caret) => {
    const parts = readAll(LONG_TEXT, caret);
    expect(parts.reduce(withSpan, [] as typeof parts)).toEqual([{ start: 0, end: LONG_TEXT.length }]);
    expect(parts.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(LONG_TEXT.length);
    for (const { start, end } of parts) expect(end - start).toBeLessThanOrEqual(WINDOW);
    const away = parts.map(({ start, end }) => Math.max(0, start - caret, caret - end));
    expect(away).toEqual(away.toSorted((a, b) => a - b));
  });

  it('does not stop for blank lines alone', () => {
    expect(nextWindow(`one\n\n  \n`, [{ start: 0, end: 3 }], 0)).toBeNull();
  });
});

describe('what was read', () => {
  const kept = (before: string, now: string) => {
    const change = changeBetween(before, now);
    if (!change) throw new Error('no change');
    return readAfter([{ start: 0, end: before.length }], change, now);
  };

  it('loses the paragraph that was changed, and keeps the rest where it now stands', () => {
    expect(kept('one\ntwo\nthree', 'one\ntwo!\nthree')).toEqual([
      { start: 0, end: 4 },
      { start: 8, end: 14 },
    ]);
  });

  it('loses what was pasted, with the paragraph that it meets', () => {
    const now = 'one\nnew\nnew\ntwo\nthree';
    const parts = kept('one\ntwo\nthree', now).map(({ start, end }) => now.slice(start, end));
    expect(parts).toEqual(['one\n', '\nthree']);
  });

  it('keeps nothing beyond the end of what is left', () => {
    expect(kept('one\ntwo\nthree', 'one')).toEqual([]);
  });
});
