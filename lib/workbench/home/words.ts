/** Numbers, sizes and times as the reader's language has them. */
import { language, plural, t } from '../../ui/text';

export function count(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** '0 kB', '12 MB', '1.4 GB'. */
export function size(bytes: number): string {
  const power = Math.min(2, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1));
  const value = bytes / 1000 ** (power + 1);
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: UNITS[power],
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

/** 'about 3 minutes left'. */
export function timeLeft(ms: number): string {
  if (ms < 45_000) return t('audit_left_soon');
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 90) return plural('audit_left_minutes', minutes);
  return plural('audit_left_hours', Math.round(minutes / 60));
}
