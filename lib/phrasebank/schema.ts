/**
 * The shape of a phrase bank, checked with valibot: small, tree-shakable, and its issues carry the path that a
 * manager needs to find the fault. A bank is untrusted input; sizes are limited.
 */
import * as v from 'valibot';
import type { Bank } from '../engine/types';

type TextSchema = v.GenericSchema<string>;

/** A text that says something, of so many characters at most. Nothing is trimmed: what was read is what is kept. */
export const text = (max: number): TextSchema =>
  v.pipe(v.string('is a text'), v.regex(/\S/, 'must not be empty'), v.maxLength(max, `has at most ${max} characters`));
export const list = <T extends v.GenericSchema>(item: T, max: number) =>
  v.pipe(v.array(item, 'is a list'), v.maxLength(max, `has at most ${max} entries`));
export const slug = v.pipe(
  v.string('is a text'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is small letters, digits and hyphens'),
  v.maxLength(100, 'has at most 100 characters'),
);
export const severity = v.picklist(['high', 'medium', 'low'], 'is "high", "medium" or "low"');
const mood = v.picklist(['calm', 'upset', 'abusive'], 'is "calm", "upset" or "abusive"');

/** What texts of an entry must be like. */
export interface EntryTexts {
  plain(max: number): TextSchema;
  pattern: TextSchema;
  rewrite: TextSchema;
}

/** Why a principle matters, in texts of this kind. */
export const whyFields = ({ plain }: Pick<EntryTexts, 'plain'>) => ({
  short: plain(200),
  long: plain(1200),
  example: v.strictObject({ before: plain(400), after: plain(600) }),
});

/** The fields that the entries of banks and the rules of teams share. */
export const entryFields = ({ plain, pattern, rewrite }: EntryTexts) => ({
  id: slug,
  patterns: list(pattern, 200),
  unless: v.optional(list(pattern, 200)),
  when: v.optional(
    v.strictObject({
      channels: v.optional(list(v.picklist(['email', 'chat', 'social'], 'is "email", "chat" or "social"'), 3)),
      moods: v.optional(list(mood, 3)),
      hosts: v.optional(list(plain(100), 100)),
      teams: v.optional(list(plain(100), 200)),
    }),
  ),
  always: v.optional(v.literal(true, 'is true, or is left out')),
  severity,
  message: plain(200),
  rewrites: v.optional(list(rewrite, 50)),
  source: plain(400),
  examples: list(
    v.union(
      [
        v.strictObject({ flag: plain(4000), customer: v.optional(plain(4000)), fixed: v.optional(plain(4000)) }),
        v.strictObject({ allow: plain(4000), customer: v.optional(plain(4000)) }),
      ],
      'is {"flag": ...} or {"allow": ...}, with "customer" and, beside "flag", "fixed" if needed',
    ),
    200,
  ),
});

const pattern = text(2000);

const entry = v.pipe(
  v.strictObject({
    ...entryFields({ plain: text, pattern, rewrite: text(1000) }),
    mood: v.optional(mood),
    weight: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
  }),
  v.check((one) => one.examples.some((item) => 'flag' in item), 'needs at least one example to flag'),
  v.check((one) => one.examples.some((item) => 'allow' in item), 'needs at least one example to allow'),
  v.check(
    (one) => one.examples.every((item) => !('flag' in item) || marks(item.flag) !== null),
    'has a flag example whose [[marks]] are not one pair',
  ),
);

const bank = v.strictObject({
  schema: v.literal(1, 'is 1: a newer bank needs a newer Reframe'),
  id: slug,
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'is a language tag such as "en"')),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: text(80),
  why: v.strictObject(whyFields({ plain: text })),
  classes: v.optional(v.record(slug, v.array(pattern))),
  entries: v.pipe(v.array(entry), v.maxLength(5000, 'has at most 5000 entries')),
});

const phrases = v.strictObject({
  schema: v.literal(1, 'is 1: newer phrases need a newer Reframe'),
  language: v.string(),
  classes: v.record(slug, v.array(pattern)),
  phrases: v.record(slug, v.pipe(v.array(text(400)), v.minLength(1, 'has at least one wording'))),
});

/** The wordings that rewrites put into a draft, and the word classes that they ask for. */
export type Phrases = v.InferOutput<typeof phrases>;

/** Checks what was parsed from phrases.json. Throws a `BankError` with every fault in it. */
export function parsePhrases(value: unknown, file: string): Phrases {
  const result = v.safeParse(phrases, value);
  if (result.success) return result.output;
  throw new BankError(
    file,
    result.issues.map((issue) => describe(issue, value)),
  );
}

const share = v.pipe(v.number(), v.minValue(0, 'is 0 or more'), v.maxValue(1, 'is 1 or less'));
export const atLeastZero = v.pipe(
  v.number('is a number'),
  v.minValue(0, 'is 0 or more'),
  v.maxValue(100, 'is 100 or less'),
);
const bySeverity = <T extends v.GenericSchema>(value: T) => v.strictObject({ high: value, medium: value, low: value });

const scoring = v.strictObject({
  weights: v.strictObject({
    greeting: atLeastZero,
    empathy: atLeastZero,
    comprehension: atLeastZero,
    ownership: atLeastZero,
    solution: atLeastZero,
    'next-step': atLeastZero,
    'plain-words': atLeastZero,
    tone: atLeastZero,
    closing: atLeastZero,
  }),
  plain: share,
  cost: bySeverity(share),
  points: bySeverity(atLeastZero),
});

/**
 * How a reply is scored. `weights`: of the criteria; `plain`: what a criterion is worth that nothing speaks for or against;
 * `cost`: what a finding takes from its criterion; `points`: what it takes from the whole, since a customer feels the worst
 * sentence and not the average.
 */
export type Scoring = v.InferOutput<typeof scoring>;

/** Checks what was parsed from scorecard.json. Throws a `BankError` with every fault in it. */
export function parseScoring(value: unknown, file: string): Scoring {
  const result = v.safeParse(scoring, value);
  if (result.success) return result.output;
  throw new BankError(
    file,
    result.issues.map((issue) => describe(issue, value)),
  );
}

/** One fault, said so that its place is found: file, entry, field. */
export class BankError extends Error {
  constructor(
    readonly file: string,
    readonly faults: string[],
  ) {
    super(`${file}: ${faults.join('; ')}`);
    this.name = 'BankError';
  }
}

/** Checks what was parsed from a bank's JSON. Throws a `BankError` with every fault in it. */
export function parseBank(value: unknown, file: string): Bank {
  const result = v.safeParse(bank, value);
  if (!result.success)
    throw new BankError(
      file,
      result.issues.map((issue) => describe(issue, value)),
    );
  const seen = new Set<string>();
  const twice = result.output.entries
    .filter(({ id }) => seen.size === seen.add(id).size)
    .map(({ id }) => `entry "${id}": the id is used twice`);
  if (twice.length > 0) throw new BankError(file, twice);
  return result.output;
}

function describe(issue: v.BaseIssue<unknown>, value: unknown): string {
  const keys = (issue.path ?? []).map((part) => part.key as string | number);
  let where = '';
  let rest = keys;
  if (keys[0] === 'entries' && typeof keys[1] === 'number') {
    const entries = (value as { entries: { id?: unknown }[] }).entries;
    const id = entries[keys[1]]?.id;
    where = typeof id === 'string' ? `entry "${id}"` : `entry ${keys[1] + 1}`;
    rest = keys.slice(2);
  }
  const field = rest.length > 0 ? `field "${rest.join('.')}"` : '';
  const place = [where, field].filter(Boolean).join(', ');
  return `${place ? `${place}: ` : ''}${faultText(issue)}`;
}

/** What is wrong, without its place. */
export function faultText({ type, kind, expected, received, message }: v.BaseIssue<unknown>): string {
  if (kind === 'schema' && received === 'undefined') return 'is missing';
  return type === 'strict_object' && expected === 'never' ? 'is not known here' : message;
}

/** A flag example's text without its [[marks]], and the marked span; null where the marks are not one pair or none. */
export function marks(flag: string): { text: string; span: { start: number; end: number } | null } | null {
  const open = flag.indexOf('[[');
  const close = flag.indexOf(']]');
  if (open < 0 && close < 0) return { text: flag, span: null };
  // ']]]' closes a gap and then the mark
  const end = flag[close + 2] === ']' ? close + 1 : close;
  if (open < 0 || end < open || flag.indexOf('[[', open + 2) >= 0 || flag.indexOf(']]', end + 2) >= 0) return null;
  return {
    text: flag.slice(0, open) + flag.slice(open + 2, end) + flag.slice(end + 2),
    span: { start: open, end: end - 2 },
  };
}
