/**
 * What the records of a backup must look like, once they are brought up to date. A backup is untrusted input: what is
 * shown or acted on is checked; the texts of an audit are shown as text and no more.
 */
import * as v from 'valibot';
import type { BackedUp } from './format';

const text = v.pipe(v.string(), v.maxLength(10_000, 'is too long'));
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(500, 'is too long'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sum = v.pipe(v.number(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, 'is no date'));
const time = v.pipe(v.string(), v.isoTimestamp('is no time'));
const secure = v.pipe(v.string(), v.startsWith('https://', 'is no address with https'));

const principleTally = v.strictObject({
  high: count,
  medium: count,
  taken: count,
  byHand: count,
  left: count,
  open: count,
});
const ruleTally = v.strictObject({ shown: count, taken: count, byHand: count, left: count });
const tallies = { principles: v.record(key, principleTally), rules: v.record(key, ruleTally) };
const ofRun = { run: key, seq: count };

export const RECORDS = {
  days: v.strictObject({
    day,
    sums: v.strictObject({
      replies: count,
      first: sum,
      last: sum,
      channels: v.record(key, count),
      strengths: v.record(key, count),
      ...tallies,
    }),
    replies: v.record(
      key,
      v.strictObject({ channel: key, first: sum, last: sum, strengths: v.array(key), ...tallies }),
    ),
  }),
  examples: v.strictObject({ id: key, principle: key, before: text, after: text }),
  // Its pack is checked by the reader of packs.
  versions: v.strictObject({ number: v.pipe(count, v.minValue(1)), digest: key, pack: v.looseObject({}) }),
  packs: v.strictObject({ digest: key, pack: v.looseObject({}) }),
  mappings: v.strictObject({
    columns: v.string(),
    mapping: v.strictObject({
      shape: v.picklist(['replies', 'messages']),
      columns: v.record(key, v.string()),
      dates: v.optional(v.picklist(['day-first', 'month-first'])),
      linkTemplate: v.optional(secure),
    }),
    usedAt: time,
  }),
  verdicts: v.strictObject({
    ...ofRun,
    reviewer: key,
    at: v.string(),
    findings: v.record(text, v.picklist(['agree', 'disagree'])),
    missed: v.array(v.looseObject({ principle: key, start: count, end: count, quote: text })),
    comment: v.optional(text),
    done: v.boolean(),
  }),
  lists: v.strictObject({
    id: key,
    run: key,
    name: text,
    createdAt: time,
    how: v.picklist(['random', 'stratified', 'telling', 'picked']),
    seqs: v.array(count),
  }),
  runs: v.looseObject({
    id: key,
    name: text,
    createdAt: time,
    source: v.looseObject({ name: text, bytes: sum }),
    phase: v.picklist(['reviewing', 'done']),
    state: v.picklist(['running', 'paused', 'waiting', 'failed', 'done']),
    progress: v.looseObject({ replies: count, reviewed: count }),
  }),
  replies: v.looseObject({
    ...ofRun,
    reply: v.looseObject({ id: v.string(), draft: v.string(), seq: count, link: v.optional(secure) }),
  }),
  columns: v.looseObject({ run: key, chunk: count, columns: v.looseObject({ length: count }) }),
  texts: v.strictObject({ run: key, chunk: count, texts: v.array(v.string()) }),
  faults: v.looseObject({ run: key, number: count, line: count, reason: v.string(), raw: v.string() }),
  signingKeys: v.strictObject({ publicKey: key, name: text, createdAt: v.string(), pem: text }),
} satisfies Record<BackedUp, v.GenericSchema>;
