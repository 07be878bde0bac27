/** Figures and days as people read them, in the language of the interface. */
import { type Period, startOf, type Unit } from '../audit/stats/days';
import type { Estimate } from '../audit/stats/estimate';
import { language, t } from '../ui/text';

export const number = (value: number, places = 0): string => value.toLocaleString(language(), digits(places));

const digits = (places: number) => ({ minimumFractionDigits: places, maximumFractionDigits: places });

/** `share` from 0 to 1. */
export const percent = (share: number): string =>
  share.toLocaleString(language(), { style: 'percent', ...digits(share > 0 && share < 0.0995 ? 1 : 0) });

/** A difference of shares, in percentage points with its sign: '+4.1'. */
export const points = (difference: number): string =>
  (difference * 100).toLocaleString(language(), {
    signDisplay: 'exceptZero',
    ...digits(1),
  });

export const signed = (value: number): string =>
  value.toLocaleString(language(), { signDisplay: 'exceptZero', ...digits(1) });

/** '71.2 (68.9 to 73.5)', or with another way to write a figure. */
export const withInterval = (
  { value, low, high }: Estimate,
  write: (figure: number) => string = (figure) => number(figure, 1),
): string => t('insights_interval', write(value), write(low), write(high));

export function day(name: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(startOf(name));
}

export function period({ from, to }: Period): string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(startOf(from), startOf(to));
}

/** Short, for an axis. */
export function unitName({ from }: Period, unit: Unit): string {
  const parts: Intl.DateTimeFormatOptions =
    unit === 'month' ? { month: 'short', year: '2-digit' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(language(), { ...parts, timeZone: 'UTC' }).format(startOf(from));
}

/** With the time of day, where the reader is. */
export function moment(iso: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
