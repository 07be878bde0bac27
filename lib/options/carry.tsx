/** Settings to a file and from one. */
import { useState } from 'preact/hooks';
import { FileError } from '../store/file-faults';
import type { Settings } from '../store/settings';
import { readSettingsFile, settingsFile } from '../store/settings-file';
import { FileButton } from '../ui/file-button';
import { saveFile } from '../ui/save-file';
import { t } from '../ui/text';
import { Section } from './section';
import type { OptionsState } from './state';

const NAME = 'reframe-settings.json';
const MOST_FAULTS = 5;

export function Carry({ settings, state }: { settings: Settings; state: OptionsState }) {
  const [news, setNews] = useState<{ text: string; faults: string[] } | null>(null);
  const read = async (file: File) => {
    try {
      const next = readSettingsFile(await file.text());
      await state.change(() => next);
      if (state.failure.value === null) setNews({ text: t('options_carry_done', file.name), faults: [] });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      setNews({ text: t('options_carry_failed', file.name), faults: error.faults.slice(0, MOST_FAULTS) });
    }
  };
  return (
    <Section id="carry" title={t('options_carry')} text={t('options_carry_text')}>
      <div class="actions">
        <button type="button" class="button" onClick={() => save(settingsFile(settings))}>
          {t('options_carry_save')}
        </button>
        <FileButton
          label={t('options_carry_open')}
          accept=".json,application/json"
          onFile={(file) => void read(file)}
        />
      </div>
      <div role="status" class="news">
        {news && (
          <>
            <p class={news.faults.length ? 'failure' : 'soft'}>{news.text}</p>
            {news.faults.length > 0 && (
              <ul class="bullets">
                {news.faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

const save = (text: string) => saveFile(new Blob([text], { type: 'application/json' }), NAME);
