/** How far an audit is: which of its phases, and what share of that. */
import type { Run } from '../../audit/model';
import { t } from '../../ui/text';
import { count } from './words';

export interface Progress {
  /** In the unit of the phase: bytes, messages, replies. */
  done: number;
  total: number;
  /** 'Reading the file'. */
  phase: string;
  /** '4,096 of 12,000 replies'; '' before there is anything to say. */
  detail: string;
}

export function progressOf({ phase, progress, source }: Run): Progress {
  const { bytes, rows, messages, grouped, replies, reviewed } = progress;
  if (phase === 'reading') {
    const detail = rows > 0 ? t('audit_rows', count(rows)) : '';
    return { done: bytes, total: source.bytes, phase: t('audit_phase_reading'), detail };
  }
  if (phase === 'grouping') {
    const detail = t('audit_messages', count(grouped), count(messages));
    return { done: grouped, total: messages, phase: t('audit_phase_grouping'), detail };
  }
  const detail = t('audit_reviewed', count(reviewed), count(replies));
  return { done: reviewed, total: replies, phase: t('audit_phase_reviewing'), detail };
}

/** 0 to 1. */
export function shareOf({ done, total }: Progress): number {
  return total > 0 ? Math.min(1, done / total) : 0;
}
