/** A filter in words: its parts as chips, each of which can be taken away. */
import type { Filter } from '../../audit/filter';
import type { WorkList } from '../../audit/model';
import { changed, type FilterPart, partsOfList } from '../../ui/filter';
import { principleLabel, strengthLabel } from '../../ui/principles';
import { language, t } from '../../ui/text';

export type Part = FilterPart<Filter>;

export function partsOf(filter: Filter, lists: readonly WorkList[]): Part[] {
  return [
    ...partsOfList(filter, 'principles', principleLabel),
    ...partsOfList(filter, 'severities', (severity) => t(`severity_${severity}`)),
    ...partsOfList(filter, 'strengths', strengthLabel),
    ...partsOfList(filter, 'moods', (mood) => t(`mood_${mood}`)),
    ...partsOfList(filter, 'agents', (agent) => agent || t('replies_no_agent')),
    ...partsOfList(filter, 'teams', (team) => team || t('replies_no_team')),
    ...partsOfList(filter, 'channels', (channel) => t(`channel_${channel}`)),
    ...period(filter),
    ...scores(filter),
    ...one(filter, 'rule', (rule) => t('replies_rule', rule)),
    ...one(filter, 'text', (text) => t('panel_quote', text)),
    ...one(filter, 'seen', (seen) => t(`replies_seen_${seen}`)),
    ...one(filter, 'list', (id) => lists.find((list) => list.id === id)?.name ?? t('replies_list_gone')),
  ];
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
