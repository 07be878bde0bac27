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
export function dueOf(reading: Reading, clause: TokenRange, banks: CompiledBanks, now: string | undefined): Due | null {
  const points = banks.find('due-point', reading).filter(({ from, to }) => from >= clause.from && to <= clause.to);
  const [first] = points;
  if (!first) return null;
  // "by 5pm on Friday": touching points are one.
  const range = points.reduce((whole, point) => (point.from <= whole.to + 1 ? widen(whole, point) : whole), first);
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

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?([ap]m)?$/i;

/** Minutes after midnight: "5pm", "10:15", "9.15 pm", noon. */
function clockOf(reading: Reading, range: TokenRange, banks: CompiledBanks): number | null {
  const inside = (name: string, from: number, to: number) =>
    banks.find(name, reading).some((at) => at.from >= from && at.to <= to);
  if (inside('due-noon', range.from, range.to)) return 12 * 60;
  for (let at = range.from; at < range.to; at += 1) {
    const found = CLOCK.exec(reading.tokens[at]?.text ?? '');
    if (!found) continue;
    const pm = found[3]?.toLowerCase() === 'pm' || inside('due-pm', at + 1, at + 2);
    const am = found[3]?.toLowerCase() === 'am' || inside('due-am', at + 1, at + 2);
    if (!pm && !am && found[2] === undefined) continue;
    const hours = Number(found[1]) + (pm && Number(found[1]) < 12 ? 12 : am && Number(found[1]) === 12 ? -12 : 0);
    if (hours < 24) return hours * 60 + Number(found[2] ?? 0);
  }
  return null;
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
