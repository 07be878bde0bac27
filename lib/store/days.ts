/**
 * What the coach counted for the agent, a record a day. A day that is over is a sum: it does not say which reply was
 * which, or when it was written. Until then its replies stand one by one under random ids, so that one which goes on
 * changing, or is written twice, is counted once.
 */
import type { Channel, PrincipleId, StrengthId } from '../engine/types';
import type { Database } from './database';

/** How long a day is kept: a year, and so much that the same month of the year before can still be compared. */
export const KEEP_DAYS = 400;
/** How many sentences are kept as examples, where the agent asked for them. */
export const KEEP_EXAMPLES = 50;

/** What became of a principle's findings. Each has one severity and one end: high + medium = taken + byHand + left + open. */
export interface PrincipleTally {
  high: number;
  medium: number;
  /** The reply came to say what the coach suggested. */
  taken: number;
  /** The agent found other words. */
  byHand: number;
  left: number;
  /** Still there at the end. */
  open: number;
}

/** What became of a rule's findings: how often it was shown, and what the agent did. The rest is still open. */
export interface RuleTally {
  shown: number;
  taken: number;
  byHand: number;
  left: number;
}

export interface ReplyTally {
  channel: Channel;
  /** Scores, 0 to 100: when most of the reply stood, and at the end. */
  first: number;
  last: number;
  principles: Partial<Record<PrincipleId, PrincipleTally>>;
  /** By the rule's id. */
  rules: Record<string, RuleTally>;
  strengths: StrengthId[];
}

export interface DaySums {
  replies: number;
  /** Sums of the replies' scores. */
  first: number;
  last: number;
  channels: Partial<Record<Channel, number>>;
  principles: Partial<Record<PrincipleId, PrincipleTally>>;
  rules: Record<string, RuleTally>;
  /** Replies that had the strength. */
  strengths: Partial<Record<StrengthId, number>>;
}

export interface StoredDay {
  /** Local date: '2026-03-01'. */
  day: string;
  sums: DaySums;
  /** Not yet in `sums`, by random id. */
  replies: Record<string, ReplyTally>;
}

/** A sentence before and after a rewrite was taken. */
export interface KeptExample {
  /** '<day>/<reply>/<n>': the newest sort last. */
  id: string;
  principle: PrincipleId;
  before: string;
  after: string;
}

/** A reply as it stands now; of an `id` that was written before it takes the place. */
export interface CountedReply {
  id: string;
  day: string;
  tally: ReplyTally;
  examples: Omit<KeptExample, 'id'>[];
}

/** Writes what was counted, and lets go of what is too old. All of it or nothing. Rejects where the disk is full. */
export async function keepReplies(db: Database, counted: readonly CountedReply[], today: string): Promise<void> {
  const transaction = db.transaction(['days', 'examples'], 'readwrite');
  const days = transaction.objectStore('days');
  const examples = transaction.objectStore('examples');
  for (const { id, day, tally, examples: sentences } of counted) {
    const stored = (await days.get(day)) ?? { day, sums: noSums(), replies: {} };
    await days.put({ ...stored, replies: { ...stored.replies, [id]: tally } });
    // One that was undone meanwhile is not kept.
    await examples.delete(IDBKeyRange.bound(`${day}/${id}/`, `${day}/${id}/\uffff`));
    for (const [nth, sentence] of sentences.entries()) {
      await examples.put({ ...sentence, id: `${day}/${id}/${String(nth).padStart(3, '0')}` });
    }
  }
  await days.delete(IDBKeyRange.upperBound(dayBefore(today, KEEP_DAYS), true));
  const kept = await examples.getAllKeys();
  const oldest = kept.at(-KEEP_EXAMPLES);
  if (kept.length > KEEP_EXAMPLES && oldest) await examples.delete(IDBKeyRange.upperBound(oldest, true));
  await transaction.done;
}

/** Turns days that are over into sums. A reply that is still in work, begun the day before, is waited for. */
export async function foldDays(db: Database, today: string, inWork: ReadonlySet<string>): Promise<void> {
  const transaction = db.transaction('days', 'readwrite');
  for (const stored of await transaction.store.getAll(IDBKeyRange.upperBound(today, true))) {
    const ids = Object.keys(stored.replies);
    if (ids.length && !ids.some((id) => inWork.has(id))) {
      await transaction.store.put({ day: stored.day, sums: sumsOf(stored), replies: {} });
    }
  }
  await transaction.done;
}

/** Oldest first. */
export const readDays = (db: Database): Promise<StoredDay[]> => db.getAll('days');

/** Newest first. */
export const readExamples = async (db: Database): Promise<KeptExample[]> => (await db.getAll('examples')).reverse();

export async function wipeExamples(db: Database): Promise<void> {
  await db.clear('examples');
}

/** Everything that was counted and kept. */
export async function wipeDays(db: Database): Promise<void> {
  const transaction = db.transaction(['days', 'examples'], 'readwrite');
  await transaction.objectStore('days').clear();
  await transaction.objectStore('examples').clear();
  await transaction.done;
}

export function sumsOf({ sums, replies }: StoredDay): DaySums {
  return Object.values(replies).map(oneReply).reduce(added, sums);
}

export function noSums(): DaySums {
  return { replies: 0, first: 0, last: 0, channels: {}, principles: {}, rules: {}, strengths: {} };
}

export function noTally(): PrincipleTally {
  return { high: 0, medium: 0, taken: 0, byHand: 0, left: 0, open: 0 };
}

export function noRuleTally(): RuleTally {
  return { shown: 0, taken: 0, byHand: 0, left: 0 };
}

function oneReply({ channel, first, last, principles, rules, strengths }: ReplyTally): DaySums {
  const each = Object.fromEntries(strengths.map((id) => [id, 1]));
  return { replies: 1, first, last, channels: { [channel]: 1 }, principles, rules, strengths: each };
}

export function added(a: DaySums, b: DaySums): DaySums {
  return {
    replies: a.replies + b.replies,
    first: a.first + b.first,
    last: a.last + b.last,
    channels: merged(a.channels, b.channels, plus),
    principles: merged(a.principles, b.principles, together),
    rules: merged(a.rules, b.rules, together) as DaySums['rules'],
    strengths: merged(a.strengths, b.strengths, plus),
  };
}

const plus = (a: number, b: number) => a + b;

/** Two records of numbers under the same names, added up. */
function together<T extends PrincipleTally | RuleTally>(a: T, b: T): T {
  return Object.fromEntries(Object.entries(a).map(([key, value]) => [key, value + b[key as keyof T]])) as unknown as T;
}

function merged<K extends string, V>(a: Sparse<K, V>, b: Sparse<K, V>, join: (a: V, b: V) => V): Sparse<K, V> {
  const all = { ...a };
  for (const [key, value] of Object.entries(b) as [K, V][]) {
    const known = all[key];
    all[key] = known === undefined ? value : join(known, value);
  }
  return all;
}

type Sparse<K extends string, V> = { [key in K]?: V };

/** The local date of a moment: '2026-03-01'. */
export function dayOf(at: Date): string {
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}

/** The date `count` days before `day`. */
export function dayBefore(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // At noon no change of the clock shifts the day.
  return dayOf(new Date(year, month - 1, date - count, 12));
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
