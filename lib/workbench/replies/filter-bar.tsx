/** What narrows the table: a search, a menu for each kind of filter, and what is in force as chips. */
import { useState } from 'preact/hooks';
import { CHANNELS, type Columns, MOODS, PRINCIPLES } from '../../audit/columns';
import type { Filter } from '../../audit/filter';
import { COUNTED, type Facets, SEVERITIES } from '../../audit/query';
import { Choices } from '../../ui/choices';
import { changed } from '../../ui/filter';
import { FilterChips } from '../../ui/filter-chips';
import { Pick } from '../../ui/pick';
import { Popover } from '../../ui/popover';
import { principleLabel } from '../../ui/principles';
import { SearchBox } from '../../ui/search-box';
import { t } from '../../ui/text';
import type { Part } from './filter-words';
import { Period, Scores } from './ranges';

interface Props {
  filter: Filter;
  columns: Columns;
  facets: Facets;
  parts: readonly Part[];
  /** `replace`: one change that goes on, such as typing, is one step back. */
  onFilter(filter: Filter, how?: 'push' | 'replace'): void;
}

export function FilterBar({ filter, columns, facets, parts, onFilter }: Props) {
  const [folded, setFolded] = useState(true);
  const change = (part: { [K in keyof Filter]?: Filter[K] | undefined }) => onFilter(changed(filter, part));
  return (
    <search class="filters" data-folded={folded}>
      <SearchBox
        text={filter.text ?? ''}
        label={t('replies_search')}
        onSearch={(text, how) => onFilter(changed(filter, { text }), how)}
      />
      <button type="button" class="button unfold" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
        {t('replies_filters')}
        <span class="caret" aria-hidden="true" />
      </button>
      <div class="picks">
        <Menus filter={filter} columns={columns} facets={facets} change={change} />
      </div>
      <FilterChips parts={parts} onFilter={onFilter} onClear={() => onFilter({})} />
    </search>
  );
}

type MenusProps = Pick<Props, 'filter' | 'columns' | 'facets'> & {
  change(part: { [K in keyof Filter]?: Filter[K] | undefined }): void;
};

function Menus({ filter, columns, facets, change }: MenusProps) {
  const counts = <T extends string>(values: readonly T[], label: (value: T) => string, by: Uint32Array) =>
    values.map((value, place) => ({ value, label: label(value), count: by[place] ?? 0 }));
  const named = (names: readonly string[], none: string, by: Uint32Array) =>
    counts([...names, ''], (name) => name || none, by)
      .filter(({ value, count }) => value !== '' || count > 0)
      .sort((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
  const principles = counts(PRINCIPLES, principleLabel, facets.principles).sort((a, b) => b.count - a.count);
  const channels = counts(CHANNELS, (channel) => t(`channel_${channel}`), facets.channels);
  return (
    <>
      <Pick title={t('replies_column_principle')} chosen={filter.principles}>
        <Choices
          choices={principles}
          chosen={filter.principles ?? []}
          onChange={(principles) => change({ principles })}
        />
      </Pick>
      <Pick title={t('replies_column_severity')} chosen={filter.severities}>
        <Choices
          choices={counts(SEVERITIES, (severity) => t(`severity_${severity}`), facets.severities).map((choice) => ({
            ...choice,
            severity: choice.value,
          }))}
          chosen={filter.severities ?? []}
          onChange={(severities) => change({ severities })}
        />
        <p class="soft note">{t('replies_severity_note', COUNTED.map((one) => t(`severity_${one}`)).join(', '))}</p>
      </Pick>
      <Pick title={t('replies_column_mood')} chosen={filter.moods}>
        <Choices
          choices={counts(MOODS, (mood) => t(`mood_${mood}`), facets.moods)}
          chosen={filter.moods ?? []}
          onChange={(moods) => change({ moods })}
        />
      </Pick>
      {columns.agents.length > 0 && (
        <Pick title={t('replies_column_agent')} chosen={filter.agents}>
          <Choices
            choices={named(columns.agents, t('replies_no_agent'), facets.agents)}
            chosen={filter.agents ?? []}
            onChange={(agents) => change({ agents })}
          />
        </Pick>
      )}
      {columns.teams.length > 0 && (
        <Pick title={t('replies_column_team')} chosen={filter.teams}>
          <Choices
            choices={named(columns.teams, t('replies_no_team'), facets.teams)}
            chosen={filter.teams ?? []}
            onChange={(teams) => change({ teams })}
          />
        </Pick>
      )}
      {(filter.channels || channels.filter(({ count }) => count > 0).length > 1) && (
        <Pick title={t('replies_column_channel')} chosen={filter.channels}>
          <Choices choices={channels} chosen={filter.channels ?? []} onChange={(channels) => change({ channels })} />
        </Pick>
      )}
      <Popover
        label={t('replies_period')}
        title={t('replies_period')}
        active={filter.from !== undefined || filter.to !== undefined}
      >
        {() => <Period filter={filter} onChange={change} />}
      </Popover>
      <Popover
        label={t('replies_column_score')}
        title={t('replies_column_score')}
        active={filter.least !== undefined || filter.most !== undefined}
      >
        {() => <Scores filter={filter} onChange={change} />}
      </Popover>
      <Pick title={t('replies_seen')} chosen={filter.seen && [filter.seen]}>
        <Choices
          choices={(['no', 'yes'] as const).map((value) => ({
            value,
            label: t(`replies_seen_${value}`),
            count: facets.seen[value],
          }))}
          chosen={filter.seen ? [filter.seen] : []}
          onChange={(seen) => change({ seen: seen.at(-1) })}
        />
      </Pick>
    </>
  );
}
