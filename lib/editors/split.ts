/**
 * One replacement as two, around the longest run of words that stays: what it holds of bold and links is then not written
 * again. Pure.
 */
import { type Narrowed, narrow } from './narrow';

interface Word {
  text: string;
  start: number;
  end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}'’_-]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

/** The replacements, in the order of the text; one where no word stays. `old` is what stands at `part` now. */
export function split(part: Narrowed, old: string): Narrowed[] {
  const kept = longestRun(old, part.text);
  if (!kept) return [part];
  const { from, to, length } = kept;
  const before = narrow({ start: part.start, end: part.start + from }, old.slice(0, from), part.text.slice(0, to));
  const behind = narrow(
    { start: part.start + from + length, end: part.end },
    old.slice(from + length),
    part.text.slice(to + length),
  );
  return [before, behind].filter(({ start, end, text }) => end > start || text);
}

/** The longest stretch that begins and ends with a word, in both texts: where it stands in each, and how long it is. */
function longestRun(old: string, text: string): { from: number; to: number; length: number } | null {
  const oldWords = wordsOf(old);
  const words = wordsOf(text);
  let longest: { from: number; to: number; length: number } | null = null;
  for (const [first, { start: from }] of oldWords.entries()) {
    for (const { start: to } of words) {
      let length = 0;
      for (const { start, end } of oldWords.slice(first)) {
        if (old.slice(from, end) !== text.slice(to, to + end - from)) break;
        if (words.some((word) => word.start === to + start - from && word.end === to + end - from)) length = end - from;
      }
      if (length > (longest?.length ?? 0)) longest = { from, to, length };
    }
  }
  return longest;
}
