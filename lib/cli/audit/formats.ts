/** What the audit writes: reviews as JSON lines, or as rows of a spreadsheet. */

import type { ListedLine } from '../../audit/audit-line';
import { CRITERIA } from '../../audit/columns';
import { csvLine } from '../../audit/csv-line';
import { better } from '../../audit/summary';
import type { Severity } from '../../engine/types';
import { isBad, type ReviewedRow, type Row } from './batch';
import type { Target } from './options';

export type OutputRow = Row | ListedLine;

export interface OutputFormat {
  /** Stands once, before all rows. */
  head: string;
  /** The row's whole lines, with their ends; '' where there is nothing to say. */
  lines(row: OutputRow): string;
}

export const FORMATS: Record<Target, OutputFormat> = {
  jsonl: { head: '', lines: jsonLine },
  replies: { head: '', lines: jsonLine },
  csv: table(
    [
      'id',
      'ticket',
      'date',
      'agent',
      'team',
      'channel',
      'mood',
      'score',
      'high',
      'medium',
      'low',
      'principles',
      'strengths',
      ...CRITERIA,
      'link',
      'error',
    ],
    replyCells,
  ),
  findings: table(
    [
      'id',
      'ticket',
      'date',
      'agent',
      'team',
      'channel',
      'mood',
      'score',
      'principle',
      'rule',
      'severity',
      'quote',
      'why',
      'suggestion',
      'link',
      'error',
    ],
    findingCells,
  ),
};

/** A review is what the engine said; its channel, which the line said, is in tables only. */
function jsonLine(row: OutputRow): string {
  return `${JSON.stringify('mood' in row ? { ...row, channel: undefined } : row)}\n`;
}

type Cell = string | number | null | undefined;

/** Spreadsheets take a file for UTF-8 by its byte order mark. */
function table(columns: string[], cellsOf: (row: Row) => Record<string, Cell>[]): OutputFormat {
  return {
    head: `\ufeff${csvLine(columns)}`,
    lines: (row) =>
      cellsOf(row as Row)
        .map((cells) => csvLine(columns.map((column) => cells[column])))
        .join(''),
  };
}

function replyCells(row: Row): Record<string, Cell>[] {
  if (isBad(row)) return [{ ...row }];
  const count = (severity: Severity) => row.findings.filter((finding) => finding.severity === severity).length;
  return [
    {
      ...about(row),
      high: count('high'),
      medium: count('medium'),
      low: count('low'),
      principles: [
        ...new Set(row.findings.filter(({ severity }) => severity !== 'low').map(({ principle }) => principle)),
      ].join(' '),
      strengths: [...new Set(row.strengths)].join(' '),
      ...row.criteria,
    },
  ];
}

function findingCells(row: Row): Record<string, Cell>[] {
  if (isBad(row)) return [{ ...row }];
  return row.findings.map((finding) => {
    const { principle, rule, severity, quote, message } = finding;
    return { ...about(row), principle, rule, severity, quote, why: message, suggestion: better(finding)?.text };
  });
}

function about({ id, ticket, at, agent, team, channel, mood, score, link }: ReviewedRow): Record<string, Cell> {
  return { id, ticket, date: at, agent, team, channel, mood, score, link };
}
