/** A file that was dropped or pasted anywhere in the workbench goes to the import. */
import { signal } from '@preact/signals';
import { t } from '../../ui/text';
import { routeHash } from '../route';

export const incoming = signal<File | null>(null);

export function bringIn(file: File): void {
  incoming.value = file;
  location.hash = routeHash({ view: 'import' });
}

/** What was copied in a spreadsheet comes as cells with tabs between them. */
export function pastedFile(text: string): File {
  const first = text.split('\n', 1)[0] ?? '';
  const ending = first.includes('\t') ? 'tsv' : /^\s*[[{]/.test(text) ? 'json' : 'csv';
  return new File([text], `${t('import_pasted')}.${ending}`);
}
