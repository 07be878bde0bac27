/** How much the coach says: underlines, internal notes, rules that grew quiet. */
import type { Settings } from '../store/settings';
import { plural, t } from '../ui/text';
import { Lockable } from './locked';
import { Section } from './section';
import type { OptionsState } from './state';

const COUNTS = [1, 3, 5, 8, 12];
const NOTES: Settings['notes'][] = ['respect', 'off'];

export function CoachingOptions({ settings, state }: { settings: Settings; state: OptionsState }) {
  return (
    <Section id="coaching" title={t('options_coaching')}>
      <div class="card">
        <Lockable state={state} names={['maxUnderlines']}>
          <div class="line">
            <div>
              <label for="underlines">
                <strong>{t('options_underlines')}</strong>
              </label>
              <p class="soft">{t('options_underlines_text')}</p>
            </div>
            <select
              id="underlines"
              value={settings.maxUnderlines}
              onChange={(event) => {
                const maxUnderlines = Number(event.currentTarget.value);
                state.change(() => ({ maxUnderlines }));
              }}
            >
              {[...new Set([...COUNTS, settings.maxUnderlines])]
                .sort((a, b) => a - b)
                .map((count) => (
                  <option key={count} value={count}>
                    {count}
                  </option>
                ))}
            </select>
          </div>
        </Lockable>
        <Lockable state={state} names={['notes']}>
          <fieldset class="part">
            <legend>{t('options_notes')}</legend>
            {NOTES.map((notes) => (
              <label key={notes} class="choice">
                <input
                  type="radio"
                  name="notes"
                  checked={settings.notes === notes}
                  onChange={() => state.change(() => ({ notes }))}
                />
                {t(`options_notes_${notes}`)}
              </label>
            ))}
          </fieldset>
        </Lockable>
        <Quietened settings={settings} state={state} />
      </div>
    </Section>
  );
}

function Quietened({ settings, state }: { settings: Settings; state: OptionsState }) {
  const left = Object.entries(settings.leftCount)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
  return (
    <div class="part">
      <h3>{t('options_quiet')}</h3>
      <p class="soft">{t('options_quiet_text')}</p>
      {left.length === 0 && <p class="soft">{t('options_quiet_none')}</p>}
      <ul>
        {left.map(([rule, count]) => (
          <li key={rule} class="line">
            <span class="name">
              <code>{rule}</code> <span class="soft">{plural('options_quiet_left', count)}</span>
            </span>
            <button
              type="button"
              class="button"
              aria-label={t('options_quiet_reset_label', rule)}
              onClick={() => state.change((now) => ({ leftCount: { ...now.leftCount, [rule]: 0 } }))}
            >
              {t('options_quiet_reset')}
            </button>
          </li>
        ))}
      </ul>
      {left.length > 1 && (
        <button type="button" class="button" onClick={() => state.change(() => ({ leftCount: {} }))}>
          {t('options_quiet_reset_all')}
        </button>
      )}
    </div>
  );
}
