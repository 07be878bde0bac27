/** The card's style sheet, light or dark by what is behind the draft: a host without a dark page gets a light card. */
import theme from '../ui/theme.css?inline';
import styles from './card.css?inline';
import type { Tone } from './tone';

/** The theme asks for the system's preference; here that question has its answer already. */
export function cardStyles(tone: Tone): string {
  const decided = theme.replace(/\(prefers-color-scheme:\s*dark\)/g, tone === 'dark' ? 'all' : 'not all');
  return `${decided}:host{color-scheme:${tone} !important}${styles}`;
}
