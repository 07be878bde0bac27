/** The counts by rule, for whoever leads the team: the agent sees every word of the file, and then hands it over or doesn't. */
import { useRef, useState } from 'preact/hooks';
import { type Counts, countsFile, countsOf } from '../store/counts-file';
import { dayOf, type StoredDay } from '../store/days';
import { loadPackState } from '../store/pack-state';
import { saveFile } from '../ui/save-file';
import { plural, t } from '../ui/text';

export function HandOver({ days }: { days: readonly StoredDay[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [counts, setCounts] = useState<Counts | null>(null);
  const show = async () => {
    setCounts(countsOf(days, (await loadPackState()).live));
    dialog.current?.showModal();
  };
  const save = () => {
    if (!counts) return;
    const file = new Blob([countsFile(counts)], { type: 'application/json' });
    saveFile(file, `reframe-counts-${dayOf(new Date())}.json`);
    dialog.current?.close();
  };
  return (
    <>
      <button type="button" class="button" disabled={!days.length} onClick={() => show().catch(console.error)}>
        {t('progress_counts')}
      </button>
      <dialog ref={dialog} class="hand-over" aria-labelledby="hand-over-title">
        <h2 id="hand-over-title">{t('progress_counts_title')}</h2>
        {counts && (
          <>
            <p>{t('progress_counts_text')}</p>
            <p class="soft">
              {plural('progress_replies', counts.replies)} ·{' '}
              {plural('options_rule_count', Object.keys(counts.rules).length)}
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
            <pre tabIndex={0}>{countsFile(counts)}</pre>
          </>
        )}
        <div class="actions">
          <button type="button" class="button primary" onClick={save}>
            {t('progress_counts_save')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t('progress_counts_close')}
          </button>
        </div>
      </dialog>
    </>
  );
}
