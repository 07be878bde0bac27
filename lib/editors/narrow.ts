/**
 * The part of a replacement that changes anything, in whole words. What stays is not written again, so that its bold
 * and its links stay too. Pure.
 */
import type { Span } from '../engine/types';

const WORD = /[\p{L}\p{N}\p{M}'’_-]/u;

export interface Narrowed extends Span {
  text: string;
}

export function narrow(span: Span, old: string, text: string): Narrowed {
  const shorter = Math.min(old.length, text.length);
  let head = 0;
  while (head < shorter && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  // Back to the edges of words in both texts: half a word is not what anyone types.
  const splits = (value: string, at: number) =>
    at > 0 && at < value.length && WORD.test(value[at - 1] ?? '') && WORD.test(value[at] ?? '');
  const isLow = (value: string, at: number) => /[\udc00-\udfff]/.test(value[at] ?? '');
  while (head > 0 && (splits(old, head) || splits(text, head) || isLow(old, head) || isLow(text, head))) head--;
  const oldEnd = () => old.length - tail;
  const newEnd = () => text.length - tail;
  while (tail > 0 && (splits(old, oldEnd()) || splits(text, newEnd()) || isLow(old, oldEnd()) || isLow(text, newEnd())))
    tail--;
  // White space at an edge of what is written becomes a hard space in some editors: the word beside it is taken along.
  while (tail > 0 && /^$|\s$/.test(text.slice(head, newEnd()))) tail = beforeWord(old, oldEnd(), tail);
  while (head > 0 && /^$|^\s/.test(text.slice(head, newEnd()))) head = afterWord(old, head);
  return { start: span.start + head, end: span.start + oldEnd(), text: text.slice(head, newEnd()) };
}

/** The tail without its first word. */
function beforeWord(old: string, from: number, tail: number): number {
  const word = /^\s*[^\s]+/.exec(old.slice(from))?.[0].length ?? tail;
  return Math.max(0, tail - word);
}

/** The head without its last word. */
function afterWord(old: string, head: number): number {
  const word = /[^\s]+\s*$/.exec(old.slice(0, head))?.[0].length ?? head;
  return Math.max(0, head - word);
}
