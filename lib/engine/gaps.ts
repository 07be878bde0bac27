import type { Gap, Span } from './types';

/**
 * A gap is what a rewrite leaves for the agent to fill: `[day, time]`. Words in square brackets, starting small, so
 * that `[1]`, `[INC-204]` and `[sic]`-like marks of the agent's own are none.
 */
const GAP = /\[(?!sic\])([a-z][a-z ,'’/-]{1,60})\](?!\()/g;

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
