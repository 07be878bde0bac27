/** The findings of a reply as a reviewer goes through them. */
import { findingKey } from '../../audit/model';
import type { Finding } from '../../engine/types';

/** As in the row of results: see `findingKey`. */
export function keyOf({ rule, span }: Finding): string {
  return findingKey({ rule, start: span?.start ?? null, end: span?.end ?? null } as Parameters<typeof findingKey>[0]);
}

/** In the order of the text, then those of the reply as a whole; hints after all others. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ span, severity }: Finding) =>
    (span?.start ?? Number.MAX_SAFE_INTEGER / 4) + (severity === 'low' ? Number.MAX_SAFE_INTEGER / 2 : 0);
  return [...findings].sort((a, b) => place(a) - place(b));
}

/** The finding `by` places from the current one, round at the ends; null where there is none. */
export function step(findings: readonly Finding[], current: string | null, by: 1 | -1): string | null {
  if (findings.length === 0) return null;
  const at = findings.findIndex(({ id }) => id === current);
  const next = at < 0 ? (by > 0 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
  return findings[next]?.id ?? null;
}
