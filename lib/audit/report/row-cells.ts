/** A review as cells of a table: the columns that the command line's files and the workbench's have in common. */
import { CRITERIA } from '../../engine/principles';
import type { AuditResult, Severity } from '../../engine/types';

/** By column. */
export type Cells = Record<string, string | number | null | undefined>;

export const REPLY_COLUMNS = ['id', 'ticket', 'date', 'agent', 'team', 'channel', 'mood', 'score'] as const;
export const REVIEW_COLUMNS = ['high', 'medium', 'low', 'principles', 'strengths', ...CRITERIA] as const;
export const FINDING_COLUMNS = ['principle', 'rule', 'severity', 'quote', 'why'] as const;

export function reviewCells({ findings, strengths, criteria }: AuditResult): Cells {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const principles = findings.filter(({ severity }) => severity !== 'low').map(({ principle }) => principle);
  return {
    high: count('high'),
    medium: count('medium'),
    low: count('low'),
    principles: [...new Set(principles)].join(' '),
    strengths: [...new Set(strengths)].join(' '),
    ...criteria,
  };
}

export function findingCells({ principle, rule, severity, quote, message }: AuditResult['findings'][number]): Cells {
  return { principle, rule, severity, quote, why: message };
}
