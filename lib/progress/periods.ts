/** Days put together: weeks for the pictures, and the last four weeks beside the four before. Pure. */
import type { PrincipleId, StrengthId } from '../engine/types';
import { added, type DaySums, dayBefore, noSums, type PrincipleTally, type StoredDay, sumsOf } from '../store/days';

/** In days. Four whole weeks, so that both halves have as many weekends. */
export const PERIOD = 28;

export interface Week {
  /** Its Monday. */
  day: string;
  sums: DaySums;
}

export interface Periods {
  now: DaySums;
  before: DaySums;
}

/** From the first week with a reply to the one of `today`, without holes. */
export function weeksOf(days: readonly StoredDay[], today: string): Week[] {
  const sums = new Map<string, DaySums>();
  for (const stored of days) {
    const monday = mondayOf(stored.day);
    sums.set(monday, added(sums.get(monday) ?? noSums(), sumsOf(stored)));
  }
  const first = [...sums.keys()].sort()[0];
  const weeks: Week[] = [];
  for (let monday = mondayOf(today); first && monday >= first; monday = dayBefore(monday, 7)) {
    weeks.unshift({ day: monday, sums: sums.get(monday) ?? noSums() });
  }
  return weeks;
}

export function periodsOf(days: readonly StoredDay[], today: string): Periods {
  const start = dayBefore(today, PERIOD - 1);
  const startBefore = dayBefore(start, PERIOD);
  const within = (from: string, to: string) =>
    days
      .filter(({ day }) => day >= from && day < to)
      .map(sumsOf)
      .reduce(added, noSums());
  return { now: within(start, '9999'), before: within(startBefore, start) };
}

export const totalOf = (days: readonly StoredDay[]): DaySums => days.map(sumsOf).reduce(added, noSums());

export const foundIn = (tally: PrincipleTally | undefined): number => (tally ? tally.high + tally.medium : 0);

/** Findings of a principle in ten replies. */
export const perTen = ({ principles, replies }: DaySums, id: PrincipleId): number =>
  replies ? (10 * foundIn(principles[id])) / replies : 0;

/** Of more weeks than this a small picture shows four at a time: single ones jump about. */
const MOST_WEEKS = 20;

/** Findings per reply over time; null where there were no replies. */
export function ratesOf(weeks: readonly Week[], principle: PrincipleId): (number | null)[] {
  const size = weeks.length > MOST_WEEKS ? 4 : 1;
  const rates: (number | null)[] = [];
  // From the end, so that the newest stretch is a whole one.
  for (let end = weeks.length; end > 0; end -= size) {
    const sums = weeks.slice(Math.max(0, end - size), end).map((week) => week.sums);
    const together = sums.reduce(added, noSums());
    rates.unshift(together.replies ? perTen(together, principle) / 10 : null);
  }
  return rates;
}

/** All principles as one. */
export function allFindings({ principles }: DaySums): PrincipleTally {
  const all = { high: 0, medium: 0, taken: 0, byHand: 0, left: 0, open: 0 };
  for (const tally of Object.values(principles)) {
    for (const key of Object.keys(all) as (keyof PrincipleTally)[]) all[key] += tally[key];
  }
  return all;
}

/** Ids by number, most first. */
export function mostFirst<K extends PrincipleId | StrengthId>(counts: Partial<Record<K, number>>): [K, number][] {
  return (Object.entries(counts) as [K, number][]).sort(([, a], [, b]) => b - a);
}

function mondayOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayBefore(day, (new Date(year, month - 1, date, 12).getDay() + 6) % 7);
}
