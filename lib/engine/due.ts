/** When something is due, from the words of a sentence: a date, or a date with a time of day. */
import type { CompiledBanks } from '../phrasebank/compile';
import type { Reading } from './document';
import type { TokenRange } from './pattern/match';

export interface Due {
  range: TokenRange;
  /** ISO 8601 date or local date-time; null where the clock is needed and there is none. */
  iso: string | null;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** `now` is ISO 8601; its own date and time of day are taken as written. */
export function dueOf(reading: Reading, from: number, banks: CompiledBanks, now: string | undefined): Due | null {
  const points = banks.find('time-point', reading).filter((point) => point.from >= from);
  const [first] = points;
  if (!first) return null;
  // "by 5pm on Friday": touching points are one.
  const range = points.reduce((whole, point) => (point.from <= whole.to ? widen(whole, point) : whole), first);
  return { range, iso: resolve(reading, range, banks, now) };
}

function widen(a: TokenRange, b: TokenRange): TokenRange {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

function resolve(reading: Reading, range: TokenRange, banks: CompiledBanks, now: string | undefined): string | null {
  const inside = (name: string) =>
    banks.find(name, reading).find(({ from, to }) => from >= range.from && to <= range.to);
  const text = reading.tokens.slice(range.from, range.to);
  const numbers = text.filter(({ kind }) => kind === 'number').map(({ norm }) => norm);
  const start = now ? Date.parse(`${now.slice(0, 10)}T00:00:00Z`) : null;
  const clock = clockOf(reading, range, banks);

  if (start !== null && now && inside('due-within')) {
    const count = Number.parseFloat(numbers.at(-1) ?? '1') || 1;
    const minutes = Number(now.slice(11, 13) || 0) * 60 + Number(now.slice(14, 16) || 0);
    const instant = start + minutes * MINUTE;
    if (inside('due-minutes')) return dateTime(instant + count * MINUTE);
    if (inside('due-hours')) return dateTime(instant + count * HOUR);
    if (inside('due-days')) return date(start + count * DAY);
    if (inside('due-weeks')) return date(start + count * 7 * DAY);
    return null;
  }
  const month = inside('month');
  if (month) {
    const index = MONTHS.findIndex((name) => name.startsWith((reading.tokens[month.from]?.norm ?? '').slice(0, 3)));
    const day = numbers.map((value) => Number.parseInt(value, 10)).find((value) => value >= 1 && value <= 31);
    const named = reading.tokens.slice(range.from, range.to + 2).map(({ norm }) => norm);
    const year = named.map(Number).find((value) => value > 1999 && value < 2200);
    if (index < 0 || day === undefined || (year === undefined && start === null)) return null;
    const thisYear = start === null ? 0 : new Date(start).getUTCFullYear();
    const near = Date.UTC(year ?? thisYear, index, day);
    // A date without a year is the next one; what lies a month back was meant as past.
    const at =
      year === undefined && start !== null && near < start - 30 * DAY ? Date.UTC(thisYear + 1, index, day) : near;
    return withClock(at, clock);
  }
  if (start === null) return null;
  if (inside('due-tomorrow')) return withClock(start + DAY, clock);
  const weekday = inside('weekday');
  if (weekday) {
    const wanted = WEEKDAYS.findIndex((name) =>
      name.startsWith((reading.tokens[weekday.from]?.norm ?? '').slice(0, 3)),
    );
    const ahead = (wanted - new Date(start).getUTCDay() + 7) % 7 || 7;
    return wanted < 0 ? null : withClock(start + ahead * DAY, clock);
  }
  if (inside('due-today') || clock !== null) return withClock(start, clock);
  return null;
}

/** Minutes after midnight. */
function clockOf(reading: Reading, range: TokenRange, banks: CompiledBanks): number | null {
  const at = banks.find('clock-time', reading).find(({ from, to }) => from >= range.from && to <= range.to);
  if (!at) return null;
  const within = (name: string) => banks.find(name, reading).some(({ from, to }) => from >= at.from && to <= at.to);
  if (within('due-noon')) return 12 * 60;
  const [hours = Number.NaN, minutes = 0] = reading.text
    .slice(reading.tokens[at.from]?.start, reading.tokens[at.to - 1]?.end)
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(Number);
  if (Number.isNaN(hours) || hours > 24) return null;
  const half = within('due-pm') && hours < 12 ? 12 : within('due-am') && hours === 12 ? -12 : 0;
  return (hours + half) * 60 + minutes;
}

function withClock(at: number, clock: number | null): string {
  return clock === null ? date(at) : dateTime(at + clock * MINUTE);
}

function date(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function dateTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

const MONTHS = names({ month: 'long' }, (index) => Date.UTC(2024, index, 1), 12);
/** From Sunday, as `getUTCDay` counts. 7 January 2024 was one. */
const WEEKDAYS = names({ weekday: 'long' }, (index) => Date.UTC(2024, 0, 7 + index), 7);

function names(what: Intl.DateTimeFormatOptions, at: (index: number) => number, count: number): string[] {
  const format = new Intl.DateTimeFormat('en', { ...what, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, index) => format.format(at(index)).toLowerCase());
}
