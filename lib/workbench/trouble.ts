/** Why an audit stopped, said so that the person knows what to do. */
import { t } from '../ui/text';

export function explain(error: Error): string {
  if (error.name === 'QuotaExceededError') return t('audit_trouble_full');
  if (error.name === 'ImportError') return error.message;
  return t('audit_trouble_other', error.message || error.name);
}
