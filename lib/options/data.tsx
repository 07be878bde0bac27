/** How long audits are kept. */
import { browser } from 'wxt/browser';
import type { Settings } from '../store/settings';
import { plural, t } from '../ui/text';
import { Lockable } from './locked';
import { Section } from './section';
import type { OptionsState } from './state';

const DAYS = [0, 7, 30, 90, 180, 365];

export function Data({ settings, state }: { settings: Settings; state: OptionsState }) {
  return (
    <Section id="data" title={t('options_data')} text={t('options_data_text')}>
      <div class="card">
        <Lockable state={state} names={['keepDays']}>
          <div class="line">
            <div>
              <label for="keep-days">
                <strong>{t('options_keep')}</strong>
              </label>
              <p class="soft">{settings.keepDays > 0 ? t('options_keep_text') : t('options_keep_always_text')}</p>
            </div>
            <select
              id="keep-days"
              value={settings.keepDays}
              onChange={(event) => {
                const keepDays = Number(event.currentTarget.value);
                state.change(() => ({ keepDays }));
              }}
            >
              {[...new Set([...DAYS, settings.keepDays])]
                .sort((a, b) => a - b)
                .map((days) => (
                  <option key={days} value={days}>
                    {days === 0 ? t('options_keep_always') : plural('options_keep_days', days)}
                  </option>
                ))}
            </select>
          </div>
        </Lockable>
        <div class="part">
          <a href={browser.runtime.getURL('/audit.html')}>{t('options_data_audits')}</a>
        </div>
      </div>
    </Section>
  );
}
