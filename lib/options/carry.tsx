/** Settings to a file and from one. */
import { useRef, useState } from 'preact/hooks';
import type { Settings } from '../store/settings';
import { readSettingsFile, SettingsFileError, settingsFile } from '../store/settings-file';
import { t } from '../ui/text';
import { Section } from './section';
import type { OptionsState } from './state';

const NAME = 'reframe-settings.json';
const MOST_FAULTS = 5;

export function Carry({ settings, state }: { settings: Settings; state: OptionsState }) {
  const picker = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState<{ text: string; faults: string[] } | null>(null);
  const read = async (file: File) => {
    try {
      const next = readSettingsFile(await file.text());
      await state.change(() => next);
      if (state.failure.value === null) setNews({ text: t('options_carry_done', file.name), faults: [] });
    } catch (error) {
      if (!(error instanceof SettingsFileError)) throw error;
      setNews({ text: t('options_carry_failed', file.name), faults: error.faults.slice(0, MOST_FAULTS) });
    }
  };
  return (
    <Section id="carry" title={t('options_carry')} text={t('options_carry_text')}>
      <div class="actions">
        <button type="button" class="button" onClick={() => download(settingsFile(settings))}>
          {t('options_carry_save')}
        </button>
        <button type="button" class="button" onClick={() => picker.current?.click()}>
          {t('options_carry_open')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file may be chosen again once it was mended.
            event.currentTarget.value = '';
            if (file) void read(file);
          }}
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

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = NAME;
  link.click();
  URL.revokeObjectURL(address);
}
