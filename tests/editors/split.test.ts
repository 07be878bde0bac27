import { describe, expect, it } from 'vitest';
import { split } from '../../lib/editors/split';

const part = (old: string, text: string, at = 0) => split({ start: at, end: at + old.length, text }, old);

describe('split', () => {
  it('leaves the words between two changes alone', () => {
    expect(part('you must send us the receipt.', 'could you send us the receipt?', 10)).toEqual([
      { start: 10, end: 18, text: 'could you' },
      { start: 38, end: 39, text: '?' },
    ]);
  });

  it('is one replacement where no word stays', () => {
    expect(part('soon', 'by noon')).toEqual([{ start: 0, end: 4, text: 'by noon' }]);
  });

  it('is one replacement where all that changes is on one side', () => {
    expect(part('the receipt.', 'the receipt?')).toEqual([{ start: 11, end: 12, text: '?' }]);
  });

  it.each([
    ['you must send us the receipt.', 'could you send us the receipt?'],
    ['We can’t, the office is shut', 'The office is shut, so we can’t yet'],
    ['a b a b', 'b a b a'],
    ['one two', ''],
    ['', 'one two'],
    ['Hi', 'Hi, Priya Hi'],
  ])('makes of “%s” just “%s”', (old, text) => {
    let made = old;
    for (const each of part(old, text).reverse()) made = made.slice(0, each.start) + each.text + made.slice(each.end);
    expect(made).toBe(text);
  });
});
