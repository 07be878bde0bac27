/** A text cut where spans begin and end, so that each piece can be drawn by itself. */
import type { Span } from '../../engine/types';

export interface Segment<T> extends Span {
  /** What covers the piece, in the order given. */
  over: T[];
}

/** Spans may overlap; those that are empty or beyond the text are left out. The pieces together are the text. */
export function segments<T extends Span>(text: string, spans: readonly T[]): Segment<T>[] {
  const within = spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, place) => {
    const end = cuts[place + 1] as number;
    return { start, end, over: within.filter((span) => span.start <= start && span.end >= end) };
  });
}
