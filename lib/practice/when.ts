import { language } from '../ui/text';

/** How long ago, in the reader's own language: '52 min. ago', 'yesterday'. */
export function ago(minutes: number, locale = language()): string {
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  if (minutes < 60) return format.format(-minutes, 'minute');
  if (minutes < 24 * 60) return format.format(-Math.round(minutes / 60), 'hour');
  return format.format(-Math.round(minutes / (24 * 60)), 'day');
}

/** The moment itself, for `<time datetime>`. `now` in ms since 1970. */
export function momentAgo(minutes: number, now: number): string {
  return new Date(now - minutes * 60_000).toISOString();
}
