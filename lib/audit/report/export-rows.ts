/**
 * Replies and their reviews as rows for other programs. The columns are those of the command line's CSV, with the texts
 * beside them; `coach` and `exported` say which version of the coach reviewed them and when the file was made.
 */
import type { AuditResult } from '../../engine/types';
import { csvLine } from '../csv-line';
import { findingKey, type ReviewedReply, type Verdict } from '../model';
import { type Cells, FINDING_COLUMNS, findingCells, REPLY_COLUMNS, REVIEW_COLUMNS, reviewCells } from './row-cells';

export type ExportFormat = 'csv' | 'findings' | 'jsonl';

export interface ExportFacts {
  version: string;
  /** ISO 8601. */
  exported: string;
}

/** A reply with what reviewers said of it. */
export interface ExportRow extends ReviewedReply {
  verdicts: readonly Verdict[];
}

const FACTS = ['coach', 'exported'] as const;
const COLUMNS: Record<'csv' | 'findings', readonly string[]> = {
  csv: [...REPLY_COLUMNS, ...REVIEW_COLUMNS, 'link', 'customer', 'reply', 'comments', ...FACTS],
  findings: [...REPLY_COLUMNS, ...FINDING_COLUMNS, 'agreed', 'disagreed', 'link', ...FACTS],
};

/** What stands once, before all rows. Spreadsheets take a file for UTF-8 by its byte order mark. */
export function exportHead(format: ExportFormat): string {
  return format === 'jsonl' ? '' : `\ufeff${csvLine(COLUMNS[format])}`;
}

/** A reply's whole lines, with their ends. No cell is a formula: see csv-line.ts. */
export function exportLines(row: ExportRow, format: ExportFormat, facts: ExportFacts): string {
  if (format === 'jsonl') return `${JSON.stringify(jsonOf(row, facts))}\n`;
  const columns = COLUMNS[format];
  return (format === 'csv' ? [replyCells(row)] : findingRows(row))
    .map((cells): Cells => ({ ...about(row, facts), ...cells }))
    .map((cells) => csvLine(columns.map((column) => cells[column])))
    .join('');
}

function jsonOf({ reply, result, verdicts }: ExportRow, { version, exported }: ExportFacts) {
  const { seq: _, options: __, ...kept } = reply;
  return {
    ...kept,
    review: result,
    verdicts: verdicts.map(({ run: _run, seq: _seq, ...said }) => said),
    coach: version,
    exported,
  };
}

function about({ reply, result }: ExportRow, { version, exported }: ExportFacts): Cells {
  const { id, ticket, at, agent, team, channel, conversation, link } = reply;
  const { mood, score } = result;
  return {
    id,
    ticket,
    date: at,
    agent,
    team,
    channel: channel ?? conversation?.channel,
    mood,
    score,
    link,
    coach: version,
    exported,
  };
}

function replyCells({ reply, result, verdicts }: ExportRow): Cells {
  return {
    ...reviewCells(result),
    customer: reply.customer ?? reply.conversation?.customer,
    reply: reply.draft,
    comments: verdicts.flatMap(({ reviewer, comment }) => (comment ? [`${reviewer}: ${comment}`] : [])).join('\n'),
  };
}

function findingRows({ result, verdicts }: ExportRow): Cells[] {
  return result.findings.map((finding) => ({ ...findingCells(finding), ...saidOf(finding, verdicts) }));
}

function saidOf(finding: AuditResult['findings'][number], verdicts: readonly Verdict[]): Cells {
  const key = findingKey(finding);
  const by = (word: 'agree' | 'disagree') =>
    verdicts.flatMap(({ reviewer, findings }) => (findings[key] === word ? [reviewer] : [])).join(', ');
  return { agreed: by('agree'), disagreed: by('disagree') };
}
