/** Why an audit stopped, or none can be shown, said so that the person knows what to do. */
import { t } from '../ui/text';

export function explain(error: Error): string {
  if (isFull(error)) return t('audit_trouble_full');
  // It says what is wrong with the file, and what to do.
  if (error.name === 'ImportError') return error.message;
  return t('audit_trouble_other', sentence(error));
}

/** Of the database, which could not even be opened. */
export function explainOpening(error: Error): string {
  if (isFull(error)) return t('audit_trouble_full');
  // Another version of the extension was here, and its database can't be read by an older one.
  if (error.name === 'VersionError') return t('audit_trouble_newer');
  return t('audit_trouble_opening', sentence(error));
}

export function isFull({ name }: Error): boolean {
  return name === 'QuotaExceededError';
}

export function sentence({ name, message }: Error): string {
  const said = message || name;
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
