/**
 * Days, weeks and months of replies. A day is that of UTC: the same run gives the same figures wherever it is read, and a
 * date without a time stays on its day.
 */
const DAY = 86_400_000;

export type Unit = 'day' | 'week' | 'month';

/** Days, both inclusive: '2026-03-01'. */
export interface Period {
  from: string;
  to: string;
}

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** The first millisecond of a day. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: string, days: number): string => dayOf(startOf(day) + days * DAY);
/** 1 where it begins and ends on one day. */
export const daysIn = ({ from, to }: Period): number => Math.round((startOf(to) - startOf(from)) / DAY) + 1;

/** The first day of the week (a Monday) or month that `day` is in. */
export function startOfUnit(day: string, unit: Unit): string {
  if (unit === 'day') return day;
  if (unit === 'month') return `${day.slice(0, 8)}01`;
  const weekday = (new Date(startOf(day)).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The first day of the unit after the one that begins at `start`. */
export function nextUnit(start: string, unit: Unit): string {
  if (unit !== 'month') return addDays(start, unit === 'day' ? 1 : 7);
  return startOfUnit(addDays(start, 31), 'month');
}

/** Points enough to see a line, few enough to read: at most 31 days, 26 weeks, else months. */
export function unitFor(span: Period): Unit {
  const days = daysIn(span);
  if (days <= 31) return 'day';
  return days <= 26 * 7 ? 'week' : 'month';
}

/** The units of a span in order, those without replies too; the first and last are cut to the span. */
export function unitsOf(span: Period, unit: Unit): Period[] {
  const units: Period[] = [];
  for (let start = startOfUnit(span.from, unit); start <= span.to; start = nextUnit(start, unit)) {
    const last = addDays(nextUnit(start, unit), -1);
    units.push({ from: start < span.from ? span.from : start, to: last > span.to ? span.to : last });
  }
  return units;
}

/** The period of the same length that ends the day before. */
export function periodBefore(period: Period): Period {
  const to = addDays(period.from, -1);
  return { from: addDays(to, 1 - daysIn(period)), to };
}

/**
 * What is compared: the period that was asked for with the one before; where none was, the later half of all days with
 * the earlier (of an odd number the middle one is in neither). Null where all is one day.
 */
export function comparedPeriods(asked: Partial<Period>, all: Period): { now: Period; before: Period } | null {
  if (asked.from || asked.to) {
    const now = { from: asked.from ?? all.from, to: asked.to ?? all.to };
    return now.from > now.to ? null : { now, before: periodBefore(now) };
  }
  const half = Math.floor(daysIn(all) / 2);
  if (half === 0) return null;
  return {
    now: { from: addDays(all.to, 1 - half), to: all.to },
    before: { from: all.from, to: addDays(all.from, half - 1) },
  };
}
