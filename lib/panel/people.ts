/** How the sidebar speaks of the customer. */
import { t } from '../ui/text';

/** In the middle of a sentence: 'Priya', 'the customer'. */
export function nameOf(customerName: string | undefined): string {
  return firstName(customerName) ?? t('panel_the_customer');
}

/** At its start: 'Priya', 'The customer'. */
export function nameAtStart(customerName: string | undefined): string {
  return firstName(customerName) ?? t('panel_customer_sentence_start');
}

/** 'Dr. Priya Raman' and an address are no first names: better the whole than the wrong half. */
function firstName(name: string | undefined): string | null {
  const trimmed = name?.trim();
  if (!trimmed || trimmed.includes('@')) return null;
  const [first = ''] = trimmed.split(/\s+/);
  return /^\p{L}[\p{L}'’-]+$/u.test(first) ? first : trimmed;
}
