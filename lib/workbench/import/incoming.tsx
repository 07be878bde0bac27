/** A file that was dropped or pasted anywhere in the workbench goes to the import. */
import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
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

/** Listens as long as it is on the page; shows where a file may be let go. */
export function DropAnywhere() {
  const over = useSignal(false);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal: until } = leaving;
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    addEventListener(
      'dragover',
      (event) => {
        if (!carriesFile(event)) return;
        // Else the browser would open the file in place of the page.
        event.preventDefault();
        over.value = true;
      },
      { signal: until },
    );
    addEventListener('dragleave', (event) => (over.value &&= event.relatedTarget !== null), { signal: until });
    addEventListener(
      'drop',
      (event) => {
        over.value = false;
        const file = event.dataTransfer?.files[0];
        if (!carriesFile(event)) return;
        event.preventDefault();
        if (file) bringIn(file);
      },
      { signal: until },
    );
    return () => leaving.abort();
  }, []);
  return over.value ? (
    <div class="drop-anywhere" aria-hidden="true">
      <p>{t('import_let_go')}</p>
    </div>
  ) : null;
}
