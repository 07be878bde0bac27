/**
 * What an agent hands over of what the coach counted for them: how often each rule was shown, and what became of it.
 * Sums alone: no text, no customer, no time finer than the first and the last day. A file is untrusted input.
 */
import * as v from 'valibot';
import type { PackInfo } from '../pack/pack';
import { added, noSums, type RuleTally, type StoredDay, sumsOf } from './days';
import { checked, parseJson } from './file-faults';

export interface Counts {
  reframe: 'counts';
  schema: 1;
  /** Local dates, '2026-03-01'; both '' where nothing was counted. */
  from: string;
  to: string;
  replies: number;
  /** By the rule's id: 'blame/you-failed-to'. */
  rules: Record<string, RuleTally>;
  /** The pack that is live while the file is written. */
  pack: Pick<PackInfo, 'name' | 'version'> | null;
}

const MOST_RULES = 20_000;
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^(\d{4}-\d\d-\d\d)?$/, 'is no date such as 2026-03-01'));
const short = v.pipe(v.string(), v.maxLength(200, 'has at most 200 characters'));

const file = v.strictObject({
  reframe: v.literal('counts'),
  schema: v.literal(1),
  from: day,
  to: day,
  replies: count,
  rules: v.pipe(
    v.record(short, v.strictObject({ shown: count, taken: count, byHand: count, left: count })),
    v.check((rules) => Object.keys(rules).length <= MOST_RULES, `has at most ${MOST_RULES} rules`),
  ),
  pack: v.nullable(v.strictObject({ name: short, version: count })),
});

/** `days`: oldest first. */
export function countsOf(days: readonly StoredDay[], pack: Counts['pack']): Counts {
  const { replies, rules } = days.map(sumsOf).reduce(added, noSums());
  return {
    reframe: 'counts',
    schema: 1,
    from: days[0]?.day ?? '',
    to: days.at(-1)?.day ?? '',
    replies,
    rules: Object.fromEntries(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1))),
    pack: pack && { name: pack.name, version: pack.version },
  };
}

export const countsFile = (counts: Counts): string => `${JSON.stringify(counts, null, 2)}\n`;

/** Throws a `FileError`. */
export function readCountsFile(text: string): Counts {
  return checked(v.safeParse(file, parseJson(text)));
}
