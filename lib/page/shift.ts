/**
 * Known spans carried across an edit of the draft, so that no underline is stale between two reviews.
 * Pure: no DOM. Spans count UTF-16 code units, end exclusive.
 */
import type { Commitment, Edit, Review, Span } from '../engine/types';

/** One replacement: `removed` units at `start` gave way to `inserted` units. */
export interface Change {
  start: number;
  removed: number;
  inserted: number;
}

/** The smallest replacement that makes `after` of `before`, by common prefix and suffix; null: nothing changed. */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix++;
  return { start: prefix, removed: before.length - prefix - suffix, inserted: after.length - prefix - suffix };
}

const WORD = /[\p{L}\p{N}'’_-]/u;

/** Would a mark that ends or starts at `at` now cut a word in two? Then what it marked is no longer there. */
function insideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');
}

/**
 * The span where it stands after the change, or null where the change touched it: an underline that may be wrong is
 * hidden rather than shown. `after` is the new text: letters typed against an edge touch the span, a full stop or a
 * space do not.
 */
export function shiftSpan<T extends Span>(span: T, change: Change, after: string): T | null {
  const changeEnd = change.start + change.removed;
  const delta = change.inserted - change.removed;
  const empty = span.start === span.end;
  if (change.start >= span.end && !(empty && change.start === span.start)) {
    return change.start === span.end && insideWord(after, span.end) ? null : span;
  }
  if (changeEnd <= span.start) {
    const moved = { ...span, start: span.start + delta, end: span.end + delta };
    return changeEnd === span.start && insideWord(after, moved.start) ? null : moved;
  }
  return null;
}

/** Where a stretch of text stands after the change, with what was put into it. */
export function movedSpan({ start, end }: Span, change: Change): Span {
  const delta = change.inserted - change.removed;
  const behind = (at: number) => Math.max(at + delta, change.start + change.inserted);
  return {
    start: start <= change.start ? start : behind(start),
    end: end <= change.start ? end : behind(end),
  };
}

/** All spans that the change left alone, where they now stand. */
export function shiftSpans<T extends Span>(spans: readonly T[], change: Change, after: string): T[] {
  return spans.map((span) => shiftSpan(span, change, after)).filter((span) => span !== null);
}

/** An edit waiting to be accepted, and the text that must stand at its span when it is. */
export interface Suggestion {
  edit: Edit;
  expected: string;
}

/** Suggestions that the change left alone; the others would put words where they no longer fit. */
export function shiftSuggestions(list: readonly Suggestion[], change: Change, after: string): Suggestion[] {
  return list.flatMap(({ edit, expected }) => {
    const moved = shiftSpan(edit, change, after);
    return moved ? [{ edit: moved, expected }] : [];
  });
}

/** A review of the text before the change, as far as it still holds for the text after it. */
export function shiftReview(review: Review, change: Change, after: string): Review {
  const shift = <T extends Span>(span: T) => shiftSpan(span, change, after);
  const keep = <T extends { span: Span | null }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      if (!item.span) return [item];
      const span = shift(item.span);
      return span ? [{ ...item, span }] : [];
    });
  return {
    ...review,
    findings: keep(review.findings),
    strengths: keep(review.strengths),
    gaps: shiftSpans(review.gaps, change, after),
    commitments: keep(review.commitments).map((commitment) => {
      const dueSpan = commitment.dueSpan && shift(commitment.dueSpan);
      const { dueSpan: _, ...rest } = commitment;
      return (dueSpan ? { ...rest, dueSpan } : rest) as Commitment;
    }),
  };
}
