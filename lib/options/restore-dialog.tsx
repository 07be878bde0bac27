/** What a backup holds, and whether it takes the place of what is here or is added to it. */
import { useState } from 'preact/hooks';
import { canonicalText } from '../pack/canonical';
import { askPacks } from '../panel/ask-packs';
import { PART_NAMES, PARTS } from '../store/backup/format';
import type { Staged } from '../store/backup/read';
import { type Mode, restore, restoredSettings } from '../store/backup/restore';
import { openDatabase } from '../store/database';
import { Dialog } from '../ui/dialog';
import { t } from '../ui/text';
import { moment } from '../workbench/format';
import { count } from '../workbench/home/words';
import type { OptionsState } from './state';

const MODES = ['add', 'replace'] as const;

interface Props {
  staged: Staged;
  state: OptionsState;
  onDone(news: string): void;
  onClose(): void;
}

export function RestoreDialog({ staged, state, onDone, onClose }: Props) {
  const [mode, setMode] = useState<Mode>('add');
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const putBack = async () => {
    setShare(0);
    setFailure(null);
    try {
      const db = await openDatabase();
      const { pack } = await restore(staged, db, mode, (done, all) => setShare(all ? done / all : 1)).finally(() =>
        db.close(),
      );
      await state.change((now) => restoredSettings(now, staged.settings, mode));
      // As every pack, it is checked before it is live; one that is not taken is told of in its own section.
      if (pack && (mode === 'replace' || !state.pack.value.live)) {
        await askPacks({ type: 'take-pack', text: canonicalText(pack), source: 'file' });
      }
      onDone(t('options_restore_done', moment(staged.madeAt)));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setShare(null);
    }
  };

  return (
    <Dialog title={t('options_restore', moment(staged.madeAt))} onClose={onClose}>
      <dl class="holds">
        {PART_NAMES.filter((part) => staged.parts.includes(part)).map((part) => (
          <div key={part}>
            <dt>{t(`options_restore_${part}`)}</dt>
            <dd>{count(staged.counts[PARTS[part][0]])}</dd>
          </div>
        ))}
      </dl>
      <fieldset class="modes" disabled={share !== null}>
        <legend>{t('options_restore_how')}</legend>
        {MODES.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="mode" checked={mode === each} onChange={() => setMode(each)} />
            <span>
              {t(`options_restore_${each}`)} <span class="soft">{t(`options_restore_${each}_text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {share !== null && <progress max={1} value={share} aria-label={t('options_restore_doing')} />}
      {failure !== null && (
        <p role="alert" class="failure">
          {t('options_restore_failed', failure)}
        </p>
      )}
      <div class="actions">
        <button type="button" class="button primary" disabled={share !== null} onClick={putBack}>
          {t('options_restore_do')}
        </button>
        <button type="button" class="button" disabled={share !== null} onClick={onClose}>
          {t('options_restore_cancel')}
        </button>
      </div>
    </Dialog>
  );
}
