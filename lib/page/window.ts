/**
 * Which part of a long draft is read next: what is near the caret first, then outwards from it. Pure. Spans count UTF-16
 * code units of the draft, end exclusive.
 */
import type { Span } from '../engine/types';
import type { Change } from './shift';

/** Drafts up to this length are read in one go. */
export const LONG = 16_000;
/** So much is read at once of a longer one: the engine's answer is quick, and it stays free for others. */
export const WINDOW = 8_000;
/** Up to this length a draft is judged as a whole as well, once every part was read. */
export const WHOLE_MOST = 40_000;

/** A border is looked for within this share of a window. */
const REACH = WINDOW / 4;

/** The part around the caret. */
export function windowAround(text: string, caret: number): Span {
  const at = Math.min(Math.max(caret, 0), text.length);
  const from = Math.max(0, Math.min(at - WINDOW / 2, text.length - WINDOW));
  return { start: borderBehind(text, from, at), end: borderBefore(text, Math.min(text.length, from + WINDOW), at) };
}

/** The part to read next, nearest to the caret; null: all was read. `read` in order, without overlaps. */
export function nextWindow(text: string, read: readonly Span[], caret: number): Span | null {
  const open = unread(read, text.length).filter(({ start, end }) => text.slice(start, end).trim());
  const away = ({ start, end }: Span) => Math.max(0, start - caret, caret - end);
  const nearest = open.toSorted((a, b) => away(a) - away(b))[0];
  if (!nearest) return null;
  const { start, end } = nearest;
  if (end - start <= WINDOW) return nearest;
  if (caret > start && caret < end) {
    const around = windowAround(text, caret);
    return { start: Math.max(start, around.start), end: Math.min(end, around.end) };
  }
  if (caret <= start) return { start, end: borderBefore(text, start + WINDOW, start) };
  return { start: borderBehind(text, end - WINDOW, end), end };
}

/** What was read, with this span too. */
export function withSpan(read: readonly Span[], span: Span): Span[] {
  const apart = read.filter(({ start, end }) => end < span.start || start > span.end);
  const met = read.filter(({ start, end }) => end >= span.start && start <= span.end);
  const start = Math.min(span.start, ...met.map((each) => each.start));
  const end = Math.max(span.end, ...met.map((each) => each.end));
  return [...apart, { start, end }].sort((a, b) => a.start - b.start);
}

/** What of it still holds after a change; `after` is the new text. The paragraph that was changed is to be read again. */
export function readAfter(read: readonly Span[], change: Change, after: string): Span[] {
  const delta = change.inserted - change.removed;
  const from = lineStart(after, change.start);
  const to = lineEnd(after, change.start + change.inserted);
  return read.flatMap(({ start, end }) => [
    ...(start < from ? [{ start, end: Math.min(end, from) }] : []),
    ...(end + delta > to ? [{ start: Math.max(start + delta, to), end: end + delta }] : []),
  ]);
}

function unread(read: readonly Span[], length: number): Span[] {
  const open: Span[] = [];
  let at = 0;
  for (const { start, end } of read) {
    if (start > at) open.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < length) open.push({ start: at, end: length });
  return open;
}

/** The first place at or behind `from`, before `most`, at which a paragraph, else a sentence, else a word begins. */
function borderBehind(text: string, from: number, most: number): number {
  if (from <= 0) return 0;
  const part = text.slice(from, Math.min(from + REACH, most));
  for (const border of [/\n+/, /[.!?…]["”’)]?\s+/, /\s+/]) {
    const found = border.exec(part);
    if (found) return from + found.index + found[0].length;
  }
  return from;
}

/** The last place at or before `to`, behind `least`, at which a paragraph, else a sentence, else a word ends. */
function borderBefore(text: string, to: number, least: number): number {
  if (to >= text.length) return text.length;
  const from = Math.max(to - REACH, least);
  const part = text.slice(from, to);
  for (const border of [/\n+/g, /[.!?…]["”’)]?\s+/g, /\s+/g]) {
    const found = [...part.matchAll(border)].at(-1);
    if (found) return from + found.index + found[0].length;
  }
  return to;
}

/** A paragraph may be as long as a draft: then what is within reach is taken for it. */
function lineStart(text: string, at: number): number {
  const found = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
  return Math.max(found, at - REACH, 0);
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return Math.min(found < 0 ? text.length : found, at + REACH);
}
