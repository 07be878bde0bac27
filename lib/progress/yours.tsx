/** The agent's say over what is counted: on or off, sentences or none, to a file, away. */
import { Lockable } from '../options/locked';
import { dayOf, KEEP_DAYS, KEEP_EXAMPLES } from '../store/days';
import type { Settings } from '../store/settings';
import { saveFile } from '../ui/save-file';
import { Switch } from '../ui/switch';
import { t } from '../ui/text';
import { asCsv, asJson } from './files';
import { HandOver } from './hand-over';
import type { Counted, ProgressState } from './state';
import { WipeCounted } from './wipe-counted';

export function Yours({ counted, settings, state }: { counted: Counted; settings: Settings; state: ProgressState }) {
  const { days, examples } = counted;
  const name = `reframe-replies-${dayOf(new Date())}`;
  const save = (text: string, ending: string, type: string) =>
    saveFile(new Blob([text], { type }), `${name}.${ending}`);
  return (
    <section class="card yours" aria-labelledby="yours-title">
      <h2 id="yours-title">{t('progress_yours')}</h2>
      <p>{t('progress_yours_text', KEEP_DAYS)}</p>
      <p class="soft">{t('progress_how')}</p>
      <Lockable state={state.options} names={['counting']}>
        <div class="line">
          <span>
            {t('progress_counting')}
            <span class="soft">{t('progress_counting_text')}</span>
          </span>
          <Switch
            on={settings.counting}
            label={t('progress_counting')}
            onChange={(on) => void state.options.change(() => ({ counting: on }))}
          />
        </div>
      </Lockable>
      <Lockable state={state.options} names={['keepExamples']}>
        <div class="line">
          <span>
            {t('progress_keep')}
            <span class="soft">{t('progress_keep_text', KEEP_EXAMPLES)}</span>
          </span>
          <Switch
            on={settings.keepExamples}
            label={t('progress_keep')}
            disabled={!settings.counting}
            onChange={(on) => void state.keepExamples(on)}
          />
        </div>
      </Lockable>
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={!days.length}
          onClick={() => save(asCsv(days), 'csv', 'text/csv')}
        >
          {t('progress_save_csv')}
        </button>
        <button
          type="button"
          class="button"
          disabled={!days.length}
          onClick={() => save(asJson(days, examples), 'json', 'application/json')}
        >
          {t('progress_save_json')}
        </button>
        <HandOver days={days} />
        <WipeCounted days={days} wipe={state.wipe} failure={state.failure} />
      </div>
    </section>
  );
}
