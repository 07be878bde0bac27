/** For which channels, helpdesks and teams the rule is; none chosen is all of them. */
import type { Channel, Entry, MoodId } from '../../../engine/types';
import { HOSTS } from '../../../hosts';
import { t } from '../../../ui/text';
import { toggled } from '../../../ui/toggled';
import { Fault } from './fault';
import { controlOf, type Form } from './form';

type When = NonNullable<Entry['when']>;

const CHANNELS: readonly Channel[] = ['email', 'chat', 'social'];
const MOODS: readonly MoodId[] = ['calm', 'upset', 'abusive'];

const hostName = (id: string): string => HOSTS.find((host) => host.id === id)?.name ?? id;

/** 'Everywhere', or where. */
export function placesText({ when = {}, always }: Entry): string {
  const places = [
    ...(when.channels ?? []).map((channel) => t(`channel_${channel}`)),
    ...(when.hosts ?? []).map(hostName),
    ...(when.teams ?? []),
    ...(when.moods ?? []).map((mood) => t(`mood_${mood}`)),
  ];
  return [places.join(', ') || t('rules_everywhere'), !always && t('rules_judged')].filter(Boolean).join(' · ');
}

export function PlacesField({ form }: { form: Form }) {
  const { rule, set } = form;
  const when = rule.when ?? {};
  const change = (part: When) => set({ when: { ...when, ...part } });
  const teams = controlOf(form, 'when.teams', 'rule-teams-hint');
  return (
    <>
      <fieldset class="always">
        <legend>{t('rules_in_a_reply')}</legend>
        {[true, false].map((always) => (
          <label key={String(always)}>
            <input
              type="radio"
              name="rule-always"
              checked={Boolean(rule.always) === always}
              onChange={() => set({ always: always || undefined })}
            />
            <span>
              {t(always ? 'rules_always' : 'rules_judged')}
              <span class="soft">{t(always ? 'rules_always_text' : 'rules_judged_text')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="soft">{t('rules_where_text')}</p>
      <Checks
        legend={t('rules_channels')}
        values={CHANNELS}
        label={(channel) => t(`channel_${channel}`)}
        chosen={when.channels}
        onChange={(channels) => change({ channels })}
      />
      <Checks
        legend={t('rules_hosts')}
        values={HOSTS.map(({ id }) => id)}
        label={hostName}
        chosen={when.hosts}
        onChange={(hosts) => change({ hosts })}
      />
      <Checks
        legend={t('rules_moods')}
        values={MOODS}
        label={(mood) => t(`mood_${mood}`)}
        chosen={when.moods}
        onChange={(moods) => change({ moods })}
      />
      <div class="form-field">
        <label for={teams.id}>{t('rules_teams')}</label>
        <input
          class="field"
          {...teams}
          value={(when.teams ?? []).join(', ')}
          onChange={(event) => change({ teams: listed(event.currentTarget.value) })}
        />
        <p class="soft" id="rule-teams-hint">
          {t('rules_teams_text')}
        </p>
        <Fault form={form} field="when" />
      </div>
    </>
  );
}

function listed(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean);
}

interface ChecksProps<T extends string> {
  legend: string;
  values: readonly T[];
  label(value: T): string;
  chosen: readonly T[] | undefined;
  onChange(chosen: T[] | undefined): void;
}

function Checks<T extends string>({ legend, values, label, chosen = [], onChange }: ChecksProps<T>) {
  return (
    <fieldset class="checks">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => {
              const next = toggled(chosen, value, event.currentTarget.checked);
              onChange(next.length > 0 ? next : undefined);
            }}
          />
          {label(value)}
        </label>
      ))}
    </fieldset>
  );
}
