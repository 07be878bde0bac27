/** Name, language and pilot teams of the pack. Saved together, as one version. */
import { useState } from 'preact/hooks';
import { isCoached } from '../../pack/languages';
import { Cross } from '../../ui/icons';
import { language, t } from '../../ui/text';
import type { Studio } from '../types';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt'];
const MOST_LETTERS = { name: 120, team: 80 };

interface Props {
  studio: Studio;
  act(work: () => Promise<void>): void;
}

export function About({ studio, act }: Props) {
  const { name, language: tag, pilot } = studio.about.value;
  const [now, setNow] = useState({ name, language: tag, pilot });
  const changed = now.name.trim() !== name || now.language !== tag || now.pilot.join() !== pilot.join();
  return (
    <form
      class="card about"
      onSubmit={(event) => {
        event.preventDefault();
        act(() => studio.setAbout({ ...now, name: now.name.trim() }));
      }}
    >
      <h3>{t('studio_about_title')}</h3>
      <label>
        <span>{t('studio_field_name')}</span>
        <input
          class="field"
          maxLength={MOST_LETTERS.name}
          placeholder={t('studio_about_name_hint')}
          value={now.name}
          onInput={(event) => setNow({ ...now, name: event.currentTarget.value })}
          aria-describedby="about-name"
        />
      </label>
      <p class="soft hint" id="about-name">
        {t('studio_about_text')}
      </p>
      <label>
        <span>{t('studio_field_language')}</span>
        <select
          class="field"
          value={now.language}
          onChange={(event) => setNow({ ...now, language: event.currentTarget.value })}
        >
          {[...new Set([tag, ...LANGUAGES])].map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </select>
      </label>
      {!isCoached(now.language) && (
        <p class="soft hint" role="status">
          {t('studio_about_quiet')}
        </p>
      )}
      <Teams pilot={now.pilot} onChange={(pilot) => setNow({ ...now, pilot })} />
      <div class="actions">
        <button type="submit" class="button" disabled={!changed}>
          {t('studio_about_save')}
        </button>
      </div>
    </form>
  );
}

function Teams({ pilot, onChange }: { pilot: string[]; onChange(pilot: string[]): void }) {
  const [team, setTeam] = useState('');
  const add = () => {
    const named = team.trim();
    if (named && !pilot.includes(named)) onChange([...pilot, named]);
    setTeam('');
  };
  return (
    <fieldset>
      <legend>{t('studio_field_pilot')}</legend>
      {pilot.length > 0 && (
        <ul class="teams">
          {pilot.map((one) => (
            <li key={one} class="chip">
              {one}
              <button
                type="button"
                class="link"
                aria-label={t('studio_about_pilot_remove', one)}
                onClick={() => onChange(pilot.filter((other) => other !== one))}
              >
                <Cross size={9} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="add-team">
        <input
          class="field"
          aria-label={t('studio_about_pilot_add')}
          maxLength={MOST_LETTERS.team}
          value={team}
          onInput={(event) => setTeam(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="button" disabled={!team.trim()} onClick={add}>
          {t('studio_about_pilot_add')}
        </button>
      </div>
      <p class="soft">{t('studio_about_pilot_hint')}</p>
    </fieldset>
  );
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(language(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
