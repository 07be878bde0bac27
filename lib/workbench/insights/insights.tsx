/** The pictures of a run: of all its replies, or of those that the strip above chooses. */
import { useMemo, useState } from 'preact/hooks';
import type { Filter } from '../../audit/filter';
import { changes } from '../../audit/stats/compare';
import { comparedPeriods } from '../../audit/stats/days';
import { ENOUGH } from '../../audit/stats/estimate';
import { mean } from '../../audit/stats/mean';
import { proportion } from '../../audit/stats/proportion';
import { seriesOf, spanOf } from '../../audit/stats/series';
import { type Tally, tallyByName, tally as tallyOf } from '../../audit/stats/tally';
import { t } from '../../ui/text';
import { number, percent } from '../format';
import type { ViewProps } from '../replies/replies';
import { routeHash } from '../route';
import { Changes } from './change';
import type { PictureInput } from './chart';
import { FilterStrip } from './filter-strip';
import { Frequency } from './frequency';
import { HeatMap } from './heat';
import { Missing } from './missing';
import { ScoreSpread } from './score-spread';
import { type Select, useSelect } from './selection';
import { type People, SideBySide } from './side-by-side';
import { sourceLines } from './source';
import { Trend } from './trend';
import { WhatIf } from './what-if';

export function Insights({ open, route }: ViewProps) {
  const select = useSelect(open, route.filter);
  return (
    <div class="insights">
      <FilterStrip open={open} route={route} />
      {select === null ? (
        <p aria-busy="true">{t('insights_searching')}</p>
      ) : (
        <Pictures open={open} route={route} select={select} />
      )}
    </div>
  );
}

function Pictures({ open, route, select }: ViewProps & { select: Select }) {
  const columns = open.columns.value;
  const { run, filter } = route;
  const seqs = useMemo(() => select(filter), [select, filter]);
  const tally = useMemo(() => tallyOf(columns, seqs), [columns, seqs]);
  const source = sourceLines(open.run.value, filter, tally.n);
  const input: PictureInput = useMemo(
    () => ({
      hrefTo: (narrower: Filter) => routeHash({ view: 'replies', run, filter: { ...filter, ...narrower } }),
      source,
    }),
    [run, filter, source.join('\n')],
  );
  const series = useMemo(() => seriesOf(columns, seqs), [columns, seqs]);
  if (tally.n === 0) {
    return (
      <Missing title={t(columns.length === 0 ? 'insights_none_yet' : 'insights_none')}>
        {columns.length > 0 && <a href={routeHash({ ...route, filter: {} })}>{t('insights_clear')}</a>}
      </Missing>
    );
  }
  return (
    <>
      <KeyFigures tally={tally} />
      <div class="pictures">
        <ScoreSpread tally={tally} {...input} />
        {series && series.points.length > 1 ? (
          <Trend series={series} {...input} />
        ) : (
          <Missing id="trend" title={t('insights_trend')}>
            {t(series ? 'insights_one_day' : 'insights_no_dates')}
          </Missing>
        )}
        <Frequency tally={tally} {...input} />
        <ChangePart open={open} filter={filter} select={select} input={input} />
        <PeoplePart columns={columns} seqs={seqs} tally={tally} input={input} />
        <WhatIf open={open} seqs={seqs} {...input} />
      </div>
    </>
  );
}

function KeyFigures({ tally }: { tally: Tally }) {
  const score = mean(tally);
  const quiet = proportion(tally.quiet, tally.n);
  if (!score || !quiet) return null;
  const enough = tally.n >= ENOUGH;
  return (
    <dl class="key-figures">
      <div>
        <dt>{t('insights_replies')}</dt>
        <dd>{number(tally.n)}</dd>
        {!enough && <dd class="soft">{t('insights_too_few')}</dd>}
      </div>
      <div>
        <dt>{t('insights_mean')}</dt>
        <dd>{number(score.value, 1)}</dd>
        {enough && <dd class="soft">{t('insights_between', number(score.low, 1), number(score.high, 1))}</dd>}
      </div>
      <div>
        <dt>{t('insights_quiet')}</dt>
        <dd>{percent(quiet.value)}</dd>
        {enough && <dd class="soft">{t('insights_between', percent(quiet.low), percent(quiet.high))}</dd>}
      </div>
    </dl>
  );
}

interface ChangeProps {
  open: ViewProps['open'];
  filter: Filter;
  select: Select;
  input: PictureInput;
}

function ChangePart({ open, filter, select, input }: ChangeProps) {
  const columns = open.columns.value;
  const found = useMemo(() => {
    const all = spanOf(columns, select({ ...filter, from: undefined, to: undefined }));
    const periods = all && comparedPeriods(filter, all);
    if (!periods) return null;
    const of = (period: { from: string; to: string }) => tallyOf(columns, select({ ...filter, ...period }));
    const [now, before] = [of(periods.now), of(periods.before)];
    return { ...periods, sizes: [now.n, before.n] as const, changes: changes(now, before) };
  }, [columns, select, filter]);
  if (found?.changes?.length) return <Changes {...found} changes={found.changes} {...input} />;
  return (
    <Missing id="change" title={t('insights_change')}>
      {!found
        ? t('insights_no_periods')
        : found.changes
          ? t('insights_frequency_none')
          : t('insights_few_to_compare', number(found.sizes[0]), number(found.sizes[1]), ENOUGH)}
    </Missing>
  );
}

interface PeopleProps {
  columns: ViewProps['open']['columns']['value'];
  seqs: Uint32Array;
  tally: Tally;
  input: PictureInput;
}

function PeoplePart({ columns, seqs, tally, input }: PeopleProps) {
  const known = { teams: columns.teams.length > 0, agents: columns.agents.length > 0 };
  const [chosen, choose] = useState<People>('teams');
  const by: People = known[chosen] ? chosen : known.teams ? 'teams' : 'agents';
  const groups = useMemo(() => tallyByName(columns, seqs, by), [columns, seqs, by]);
  if (!known.teams && !known.agents) {
    return (
      <Missing id="people" title={t('insights_people')}>
        {t('insights_no_people')}
      </Missing>
    );
  }
  const tools = known.teams && known.agents && (
    <label class="inline">
      {t('insights_by')}
      <select value={by} onChange={(event) => choose(event.currentTarget.value as People)}>
        <option value="teams">{t('insights_teams')}</option>
        <option value="agents">{t('insights_agents')}</option>
      </select>
    </label>
  );
  return (
    <>
      <SideBySide by={by} groups={groups} tally={tally} tools={tools} {...input} />
      <HeatMap by={by} groups={groups} tally={tally} tools={null} {...input} />
    </>
  );
}
