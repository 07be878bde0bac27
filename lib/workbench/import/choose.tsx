/** Where a file comes in: dropped, picked or pasted. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { FileButton } from '../../ui/file-button';
import { t } from '../../ui/text';
import { bringIn, pastedFile } from './incoming';

const ACCEPTED = '.csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.xlsx';

export function Choose({ problem }: { problem: string }) {
  const text = useSignal('');
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const inField = event.target instanceof Element && event.target.closest('input, textarea');
      const [file] = event.clipboardData?.files ?? [];
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (inField || (!file && !pasted.trim())) return;
      event.preventDefault();
      bringIn(file ?? pastedFile(pasted));
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, []);
  return (
    <>
      <h1>{t('import_title')}</h1>
      <p class="soft import-lead">{t('import_text')}</p>
      <p class="problem" role="alert">
        {problem}
      </p>
      <section class="drop-zone" aria-labelledby="import-drop">
        <h2 id="import-drop">{t('import_drop')}</h2>
        <p class="soft">{t('import_formats')}</p>
        <FileButton primary label={t('import_choose')} accept={ACCEPTED} onFile={bringIn} />
      </section>
      <details class="import-paste">
        <summary>{t('import_paste')}</summary>
        <label class="visually-hidden" for="import-text">
          {t('import_paste_label')}
        </label>
        <textarea
          class="field"
          id="import-text"
          rows={6}
          placeholder={t('import_paste_hint')}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <button
          type="button"
          class="button"
          disabled={!text.value.trim()}
          onClick={() => bringIn(pastedFile(text.value))}
        >
          {t('import_paste_use')}
        </button>
      </details>
      <p class="soft import-note">{t('import_known')}</p>
    </>
  );
}
