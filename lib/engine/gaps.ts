import type { Gap, Span } from './types';

/**
 * A gap is what a rewrite leaves for the agent to fill: `[day, time]`, `[“TTL” in plain words]`. Words in square
 * brackets, starting small or with a quoted word of the draft, so that `[1]`, `[INC-204]` and `[sic]`-like marks of the
 * agent's own are none.
 */
const GAP = /\[(?!sic\])([a-z][a-z ,'’/-]{1,60}|“[^”[\]\n]{1,120}” [a-z ,'’/-]{1,40})\](?!\()/g;

export function findGaps(text: string): Gap[] {
  return [...text.matchAll(GAP)].map((found) => ({
    name: found[1] as string,
    start: found.index,
    end: found.index + found[0].length,
  }));
}

export function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
