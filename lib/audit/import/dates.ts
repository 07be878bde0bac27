/** Dates as exports write them. What can't be told for certain is no date. Pure: no clock, no time zone of the machine. */
import type { Mapping } from '../model';

const TIME = String.raw`(?:[T,]?\s*(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}${ZONE}$`, 'i');
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}${ZONE}$`, 'i');
const DAY = String.raw`(?:[a-z]{3,9},?\s+)?`;
const DAY_NAMED = new RegExp(
  String.raw`^${DAY}(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})${TIME}${ZONE}$`,
  'i',
);
const NAMED_DAY = new RegExp(
  String.raw`^${DAY}([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}${ZONE}$`,
  'i',
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * ISO 8601 in UTC; '' where the text is no date, or could be two and `order` does not say which. A time without a zone
 * is taken as UTC; a day without a time stands at noon, so that it is the same day nearly everywhere.
 */
export function parseDate(text: string, order?: Mapping['dates']): string {
  const given = text.trim();
  if (/^\d{10}(\.\d+)?$/.test(given)) return isoOf(Number(given) * 1000);
  if (/^\d{13}$/.test(given)) return isoOf(Number(given));
  if (given.length > 60 || !/\d/.test(given)) return '';
  let found = YEAR_FIRST.exec(given);
  if (found) return build(Number(found[1]), Number(found[2]), Number(found[3]), found.slice(4));
  found = NUMBERS.exec(given);
  if (found) return fromNumbers(found, order);
  found = DAY_NAMED.exec(given);
  if (found) return build(Number(found[3]), month(found[2]), Number(found[1]), found.slice(4));
  found = NAMED_DAY.exec(given);
  if (found) return build(Number(found[3]), month(found[1]), Number(found[2]), found.slice(4));
  return '';
}

/** What the dates of a column say about their order; undefined where none tells, or they contradict each other. */
export function dateOrder(texts: Iterable<string>): Mapping['dates'] {
  let day = false;
  let month = false;
  for (const text of texts) {
    const [, first, separator, second] = NUMBERS.exec(text.trim()) ?? [];
    if (!first || separator === '.') continue;
    day ||= Number(first) > 12;
    month ||= Number(second) > 12;
  }
  if (day === month) return undefined;
  return day ? 'day-first' : 'month-first';
}

/** Whether the date can be read in two ways: '03/04/2026'. */
export function isAmbiguous(text: string): boolean {
  return !parseDate(text) && parseDate(text, 'day-first') !== '' && parseDate(text, 'month-first') !== '';
}

function fromNumbers(found: RegExpExecArray, order: Mapping['dates']): string {
  const [first, second] = [Number(found[1]), Number(found[3])];
  const year = Number(found[4]) + (found[4]?.length === 2 ? 2000 : 0);
  // Dots are used where the day comes first.
  const known = found[2] === '.' || first > 12 ? 'day-first' : second > 12 ? 'month-first' : order;
  if (!known && first !== second) return '';
  return known === 'month-first'
    ? build(year, first, second, found.slice(5))
    : build(year, second, first, found.slice(5));
}

function month(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function build(year: number, month: number, day: number, time: (string | undefined)[]): string {
  const [hours, minutes, seconds, half, zone] = time;
  let hour = hours === undefined ? 12 : Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return '';
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  const minute = Number(minutes ?? 0);
  const second = Number(seconds ?? 0);
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && at.getUTCHours() === hour;
  if (!exists || minute > 59 || second > 60) return '';
  return isoOf(at.getTime() - offset(zone));
}

/** In ms. */
function offset(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}

/** An export has no date before helpdesks, nor one far ahead: such a number is an id. */
function isoOf(ms: number): string {
  const at = new Date(ms);
  const year = at.getUTCFullYear();
  return year >= 1990 && year <= 2100 ? at.toISOString() : '';
}
