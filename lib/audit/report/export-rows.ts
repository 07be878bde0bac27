/**
 * Replies and their reviews as rows for other programs. The columns are those of the command line's CSV, with the texts
 * beside them; `coach` and `exported` say which version of the coach reviewed them and when the file was made.
 */
import type { AuditResult } from '../../engine/types';
import { CRITERIA } from '../columns';
import { csvLine } from '../csv-line';
import { findingKey, type ReviewedReply, type Verdict } from '../model';

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

type Cell = string | number | null | undefined;

const ABOUT = ['id', 'ticket', 'date', 'agent', 'team', 'channel', 'mood', 'score'] as const;
const FACTS = ['coach', 'exported'] as const;
const COLUMNS: Record<'csv' | 'findings', readonly string[]> = {
  csv: [
    ...ABOUT,
    'high',
    'medium',
    'low',
    'principles',
    'strengths',
    ...CRITERIA,
    'link',
    'customer',
    'reply',
    'comments',
    ...FACTS,
  ],
  findings: [...ABOUT, 'principle', 'rule', 'severity', 'quote', 'why', 'agreed', 'disagreed', 'link', ...FACTS],
};

/** What stands once, before all rows. Spreadsheets take a file for UTF-8 by its byte order mark. */
export function exportHead(format: ExportFormat): string {
  return format === 'jsonl' ? '' : `\ufeff${csvLine(COLUMNS[format])}`;
}

/** A reply's whole lines, with their ends. No cell is a formula: see csv-line.ts. */
export function exportLines(row: ExportRow, format: ExportFormat, facts: ExportFacts): string {
  if (format === 'jsonl') return `${JSON.stringify(jsonOf(row, facts))}\n`;
  const columns = COLUMNS[format];
  return (format === 'csv' ? [replyCells(row)] : findingCells(row))
    .map((cells): Record<string, Cell> => ({ ...about(row, facts), ...cells }))
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

function about({ reply, result }: ExportRow, { version, exported }: ExportFacts): Record<string, Cell> {
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

function replyCells({ reply, result, verdicts }: ExportRow): Record<string, Cell> {
  const of = (severity: string) => result.findings.filter((finding) => finding.severity === severity);
  return {
    high: of('high').length,
    medium: of('medium').length,
    low: of('low').length,
    principles: [...new Set([...of('high'), ...of('medium')].map(({ principle }) => principle))].join(' '),
    strengths: [...new Set(result.strengths)].join(' '),
    ...result.criteria,
    customer: reply.customer ?? reply.conversation?.customer,
    reply: reply.draft,
    comments: verdicts.flatMap(({ reviewer, comment }) => (comment ? [`${reviewer}: ${comment}`] : [])).join('\n'),
  };
}

function findingCells({ result, verdicts }: ExportRow): Record<string, Cell>[] {
  return result.findings.map((finding) => {
    const { principle, rule, severity, quote, message } = finding;
    return { principle, rule, severity, quote, why: message, ...saidOf(finding, verdicts) };
  });
}

function saidOf(finding: AuditResult['findings'][number], verdicts: readonly Verdict[]): Record<string, Cell> {
  const key = findingKey(finding);
  const by = (word: 'agree' | 'disagree') =>
    verdicts.flatMap(({ reviewer, findings }) => (findings[key] === word ? [reviewer] : [])).join(', ');
  return { agreed: by('agree'), disagreed: by('disagree') };
}
