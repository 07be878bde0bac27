import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../lib/ui/word-diff';

const show = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'new' ? `{${text}}` : kind === 'gone' ? `(${text})` : text))
    .join('');

const after = (before: string, next: string) =>
  wordDiff(before, next)
    .filter((part) => part.kind !== 'gone')
    .map((part) => part.text)
    .join('');

describe('wordDiff', () => {
  it.each([
    ['the same', 'We ship today.', 'We ship today.', 'We ship today.'],
    ['one word', 'We ship soon.', 'We ship by Monday.', 'We ship (soon){by Monday}.'],
    ['nothing before', '', 'Hello there.', '{Hello there.}'],
    ['all gone', 'Calm down.', '', '(Calm down.)'],
    ['letters that agree are no agreement', "I can't go", 'I can go', "I (can't){can} go"],
    ['a word put in', 'I will write.', 'I will gladly write.', 'I will {gladly} write.'],
    ['a word at the end', 'I will write', 'I will write tomorrow', 'I will write {tomorrow}'],
  ])('%s', (_name, before, next, expected) => {
    expect(show(before, next)).toBe(expected);
  });

  it('shows a short unchanged run between two changes as changed', () => {
    const parts = wordDiff(
      "Unfortunately I can't refund the shipping until the parcel is delivered.",
      'I can refund the shipping as soon as the parcel is delivered.',
    );
    expect(parts.filter((part) => part.kind === 'new').map((part) => part.text)).toEqual([
      'I can refund the shipping as soon as',
    ]);
  });

  it('keeps apart two changes that are far apart', () => {
    const parts = wordDiff(
      'You must send us the form that we asked you for soon',
      'Please send us the form that we asked you for today',
    );
    expect(parts.filter((part) => part.kind === 'new')).toHaveLength(2);
  });

  it('gives the new text to the letter', () => {
    const pairs: [string, string][] = [
      ['a  b\n\nc', 'a b\n c d'],
      ['Hi 👋 Priya', 'Hello 👋🏽 Priya!'],
      ['one two three', 'three two one'],
      ['x '.repeat(2_000), 'y '.repeat(2_000)],
    ];
    for (const [before, next] of pairs) expect(after(before, next)).toBe(next);
  });
});
