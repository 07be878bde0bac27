/** How much the coach says: underlines, internal notes, rules that grew quiet. */
import { broughtBack, isQuiet, QUIET_AFTER } from '../store/quiet';
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
  const rules = Object.entries(settings.leftCount)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
  const messages = new Map(state.rules.value?.flatMap((known) => known.rules).map(({ id, message }) => [id, message]));
  const bringBack = (ids: string[]) => state.change((now) => broughtBack(now, ids));
  return (
    <div class="part">
      <h3>{t('options_quiet')}</h3>
      <p class="soft">{t('options_quiet_text', QUIET_AFTER)}</p>
      {rules.length === 0 && <p class="soft">{t('options_quiet_none')}</p>}
      <ul class="quiet-rules">
        {rules.map(([rule, count]) => (
          <li key={rule} class="line">
            <span class="name">
              {isQuiet(settings, rule) && <span class="chip">{t('options_quiet_hint')}</span>}{' '}
              {messages.get(rule) ?? rule}{' '}
              <span class="soft">
                <code>{rule}</code> · {plural('options_quiet_left', count)}
              </span>
            </span>
            <button
              type="button"
              class="button"
              aria-label={t('options_quiet_reset_label', rule)}
              onClick={() => bringBack([rule])}
            >
              {t(isQuiet(settings, rule) ? 'options_quiet_back' : 'options_quiet_reset')}
            </button>
          </li>
        ))}
      </ul>
      {rules.length > 1 && (
        <button type="button" class="button" onClick={() => bringBack(rules.map(([rule]) => rule))}>
          {t('options_quiet_reset_all')}
        </button>
      )}
    </div>
  );
}
