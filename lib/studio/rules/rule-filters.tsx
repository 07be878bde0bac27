/** What narrows the list of rules: a search, menus, and what is in force as chips. */
import { Choices } from '../../ui/choices';
import { changed, type FilterPart, partsOfList } from '../../ui/filter';
import { FilterChips } from '../../ui/filter-chips';
import { Pick } from '../../ui/pick';
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES, principleLabel } from '../../ui/principles';
import { SearchBox } from '../../ui/search-box';
import { t } from '../../ui/text';
import { type Found, type ListName, MARKS, ORIGINS, type RuleFilter } from './filter';
import { SEVERITIES } from './severity-select';

interface Props {
  filter: RuleFilter;
  counts: Found['counts'];
  onFilter(filter: RuleFilter, how?: 'push' | 'replace'): void;
}

const LABELS: { [K in ListName]: (value: NonNullable<RuleFilter[K]>[number]) => string } = {
  principles: principleLabel,
  origins: (origin) => t(`rules_origin_${origin === 'built-in' ? 'built_in' : origin}`),
  severities: (severity) => t(`severity_${severity}`),
  marks: (mark) => t(`rules_mark_${mark}`),
};

export function RuleFilters({ filter, counts, onFilter }: Props) {
  const pick = <K extends ListName>(name: K, values: readonly NonNullable<RuleFilter[K]>[number][]) => (
    <Pick title={t(`rules_filter_${name}`)} chosen={filter[name]}>
      <Choices
        choices={values.map((value) => ({
          value: value as string,
          label: LABELS[name](value as never),
          count: counts[name].get(value) ?? 0,
          ...(name === 'severities' && { severity: value as 'high' }),
        }))}
        chosen={(filter[name] ?? []) as string[]}
        onChange={(chosen) => onFilter(changed(filter, { [name]: chosen } as RuleFilter))}
      />
    </Pick>
  );
  return (
    <search class="filters">
      <SearchBox
        text={filter.text ?? ''}
        label={t('rules_search')}
        onSearch={(text, how) => onFilter(changed(filter, { text }), how)}
      />
      <div class="picks">
        {pick('principles', [...PHRASE_PRINCIPLES, ...DRAFT_PRINCIPLES])}
        {pick('origins', ORIGINS)}
        {pick('severities', SEVERITIES)}
        {pick('marks', MARKS)}
      </div>
      <FilterChips parts={partsOf(filter)} onFilter={onFilter} onClear={() => onFilter({})} />
    </search>
  );
}

function partsOf(filter: RuleFilter): FilterPart<RuleFilter>[] {
  const { text } = filter;
  return [
    ...(text ? [{ key: 'text', text: t('panel_quote', text), without: changed(filter, { text: undefined }) }] : []),
    ...partsOfList(filter, 'principles', LABELS.principles),
    ...partsOfList(filter, 'origins', LABELS.origins),
    ...partsOfList(filter, 'severities', LABELS.severities),
    ...partsOfList(filter, 'marks', LABELS.marks),
  ];
}
