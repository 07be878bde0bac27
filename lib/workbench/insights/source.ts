/** What a saved picture or an export is of, in words. */
import { browser } from 'wxt/browser';
import type { Filter } from '../../audit/filter';
import type { Run } from '../../audit/model';
import { principleLabel, strengthLabel } from '../../ui/principles';
import { plural, t } from '../../ui/text';
import { day, number } from '../format';

/** The run, which replies and how many, and who counted them. */
export function sourceLines(run: Run, filter: Filter, replies: number): string[] {
  const which = filterWords(filter);
  const of = plural('insights_replies', replies, number(replies));
  return [
    [run.name, which, of].filter(Boolean).join(' · '),
    t('insights_made_by', `${t('extensionName')} ${extensionVersion()}`, day(new Date().toISOString().slice(0, 10))),
  ];
}

/** A filter as people say it; '' where it narrows nothing. */
export function filterWords(filter: Filter): string {
  const { principles, severities, strengths, agents, teams, channels, moods, from, to, least, most, text, list, seen } =
    filter;
  return [
    principles?.map(principleLabel).join(', '),
    severities?.map((severity) => t(`insights_severity_${severity}`)).join(', '),
    strengths?.map(strengthLabel).join(', '),
    teams?.join(', '),
    agents?.join(', '),
    channels?.map((channel) => t(`insights_channel_${channel}`)).join(', '),
    moods?.map((mood) => t(`report_feels_${mood}`)).join(', '),
    from && t('insights_since', day(from)),
    to && t('insights_until', day(to)),
    (least !== undefined || most !== undefined) && t('insights_score', `${least ?? 0}–${most ?? 100}`),
    text && `“${text}”`,
    list && t('insights_of_list'),
    seen && t(seen === 'yes' ? 'insights_seen' : 'insights_unseen'),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
