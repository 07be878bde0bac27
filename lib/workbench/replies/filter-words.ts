/** A filter in words: its parts as chips, each of which can be taken away. */
import type { Filter } from '../../audit/filter';
import type { WorkList } from '../../audit/model';
import { principleLabel, strengthLabel } from '../../ui/principles';
import { language, t } from '../../ui/text';

export interface Part {
  key: string;
  text: string;
  /** What the filter becomes without it. */
  without: Filter;
}

export function partsOf(filter: Filter, lists: readonly WorkList[]): Part[] {
  return [
    ...each(filter, 'principles', principleLabel),
    ...each(filter, 'severities', (severity) => t(`severity_${severity}`)),
    ...each(filter, 'strengths', strengthLabel),
    ...each(filter, 'moods', (mood) => t(`mood_${mood}`)),
    ...each(filter, 'agents', (agent) => agent || t('replies_no_agent')),
    ...each(filter, 'teams', (team) => team || t('replies_no_team')),
    ...each(filter, 'channels', (channel) => t(`channel_${channel}`)),
    ...period(filter),
    ...scores(filter),
    ...one(filter, 'rule', (rule) => t('replies_rule', rule)),
    ...one(filter, 'text', (text) => t('panel_quote', text)),
    ...one(filter, 'seen', (seen) => t(`replies_seen_${seen}`)),
    ...one(filter, 'list', (id) => lists.find((list) => list.id === id)?.name ?? t('replies_list_gone')),
  ];
}

type Lists = 'principles' | 'severities' | 'strengths' | 'moods' | 'agents' | 'teams' | 'channels';

function each<K extends Lists>(
  filter: Filter,
  name: K,
  text: (value: NonNullable<Filter[K]>[number] & string) => string,
): Part[] {
  const values = (filter[name] ?? []) as (NonNullable<Filter[K]>[number] & string)[];
  return values.map((value) => {
    const others = values.filter((other) => other !== value);
    return { key: `${name}-${value}`, text: text(value), without: changed(filter, { [name]: others }) };
  });
}

function one<K extends 'rule' | 'text' | 'seen' | 'list'>(
  filter: Filter,
  name: K,
  text: (value: NonNullable<Filter[K]>) => string,
): Part[] {
  const value = filter[name];
  return value ? [{ key: name, text: text(value), without: changed(filter, { [name]: undefined }) }] : [];
}

function period(filter: Filter): Part[] {
  const { from, to } = filter;
  if (!from && !to) return [];
  const day = (text: string) => {
    const at = Date.parse(text);
    const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' });
    return Number.isNaN(at) ? text : format.format(at);
  };
  const text =
    from && to
      ? t('replies_between', day(from), day(to))
      : from
        ? t('replies_since', day(from))
        : t('replies_until', day(to ?? ''));
  return [{ key: 'period', text, without: changed(filter, { from: undefined, to: undefined }) }];
}

function scores(filter: Filter): Part[] {
  const { least, most } = filter;
  if (least === undefined && most === undefined) return [];
  const text = t('replies_score_between', least ?? 0, most ?? 100);
  return [{ key: 'score', text, without: changed(filter, { least: undefined, most: undefined }) }];
}

/** `filter` with some parts changed; what is empty is left out. */
export function changed(filter: Filter, parts: { [K in keyof Filter]?: Filter[K] | undefined }): Filter {
  const kept = Object.entries({ ...filter, ...parts }).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as Filter;
}
