/** Which replies the pictures are of. Every choice is in the address, so that a view can be kept and gone back to. */
import { useMemo } from 'preact/hooks';
import { CHANNELS } from '../../audit/columns';
import type { Filter } from '../../audit/filter';
import { addDays } from '../../audit/stats/days';
import { spanOf } from '../../audit/stats/series';
import { plural, t } from '../../ui/text';
import type { ViewProps } from '../replies/replies';
import { routeHash } from '../route';
import { filterWords } from './source';

const SPANS = [7, 28, 90] as const;

export function FilterStrip({ open, route }: ViewProps) {
  const columns = open.columns.value;
  const { filter } = route;
  const all = useMemo(
    () =>
      spanOf(
        columns,
        Uint32Array.from({ length: columns.length }, (_, seq) => seq),
      ),
    [columns],
  );
  const change = (part: Filter) => {
    location.hash = routeHash({ ...route, filter: { ...filter, ...part } });
  };
  const { teams, agents, channels, from, to, ...other } = filter;
  const rest = filterWords(other);
  const last = (days: number) => (all ? addDays(all.to, 1 - days) : '');
  const span = !from && !to ? 'all' : (SPANS.find((days) => !to && from === last(days)) ?? 'own');
  return (
    <form class="filter-strip" aria-label={t('insights_filter')} onSubmit={(event) => event.preventDefault()}>
      {all && (
        <label>
          {t('insights_period')}
          <select
            value={span}
            onChange={({ currentTarget: { value } }) => {
              if (value === 'all') change({ from: undefined, to: undefined });
              else if (value === 'own') change({ from: from ?? all.from, to: to ?? all.to });
              else change({ from: last(Number(value)), to: undefined });
            }}
          >
            <option value="all">{t('insights_all_time')}</option>
            {SPANS.map((days) => (
              <option key={days} value={days}>
                {t('insights_last_days', days)}
              </option>
            ))}
            <option value="own">{t('insights_own_period')}</option>
          </select>
        </label>
      )}
      {all && span === 'own' && (
        <>
          <label>
            {t('insights_from')}
            <input
              type="date"
              value={from}
              min={all.from}
              max={to ?? all.to}
              onChange={(event) => change({ from: event.currentTarget.value || undefined })}
            />
          </label>
          <label>
            {t('insights_to')}
            <input
              type="date"
              value={to}
              min={from ?? all.from}
              max={all.to}
              onChange={(event) => change({ to: event.currentTarget.value || undefined })}
            />
          </label>
        </>
      )}
      <Choice
        label={t('insights_team')}
        every={t('insights_all_teams')}
        names={columns.teams}
        chosen={teams}
        onChoose={(chosen) => change({ teams: chosen })}
      />
      <Choice
        label={t('insights_agent')}
        every={t('insights_all_agents')}
        names={columns.agents}
        chosen={agents}
        onChoose={(chosen) => change({ agents: chosen })}
      />
      <Choice
        label={t('insights_channel')}
        every={t('insights_all_channels')}
        names={CHANNELS}
        words={(channel) => t(`insights_channel_${channel}`)}
        chosen={channels}
        onChoose={(chosen) => change({ channels: chosen })}
      />
      {rest && <span class="chip">{rest}</span>}
      {Object.keys(filter).length > 0 && (
        <a class="button" href={routeHash({ ...route, filter: {} })}>
          {t('insights_clear')}
        </a>
      )}
    </form>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  every: string;
  names: readonly T[];
  words?: (name: T) => string;
  chosen: T[] | undefined;
  onChoose(chosen: T[] | undefined): void;
}

/** Nothing where there is nothing to choose from. */
function Choice<T extends string>({ label, every, names, words = (name) => name, chosen, onChoose }: ChoiceProps<T>) {
  const sorted = useMemo(() => [...names].sort((a, b) => words(a).localeCompare(words(b))), [names]);
  if (names.length === 0) return null;
  const several = chosen && chosen.length > 1;
  return (
    <label>
      {label}
      <select
        value={several ? '…' : `=${chosen?.[0] ?? ''}`}
        onChange={({ currentTarget: { value } }) => {
          const name = sorted.find((each) => `=${each}` === value);
          onChoose(name === undefined ? undefined : [name]);
        }}
      >
        <option value="=">{every}</option>
        {several && <option value="…">{plural('insights_several', chosen.length)}</option>}
        {sorted.map((name) => (
          <option key={name} value={`=${name}`}>
            {words(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
