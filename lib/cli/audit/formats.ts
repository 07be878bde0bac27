/** What the audit writes: reviews as JSON lines, or as rows of a spreadsheet. */
import type { ListedLine } from '../../audit/audit-line';
import { csvLine } from '../../audit/csv-line';
import {
  type Cells,
  FINDING_COLUMNS,
  findingCells,
  REPLY_COLUMNS,
  REVIEW_COLUMNS,
  reviewCells,
} from '../../audit/report/row-cells';
import { better } from '../../audit/summary';
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
  csv: table([...REPLY_COLUMNS, ...REVIEW_COLUMNS, 'link', 'error'], replyCells),
  findings: table([...REPLY_COLUMNS, ...FINDING_COLUMNS, 'suggestion', 'link', 'error'], findingRows),
};

/** A review is what the engine said; its channel, which the line said, is in tables only. */
function jsonLine(row: OutputRow): string {
  return `${JSON.stringify('mood' in row ? { ...row, channel: undefined } : row)}\n`;
}

/** Spreadsheets take a file for UTF-8 by its byte order mark. */
function table(columns: string[], cellsOf: (row: Row) => Cells[]): OutputFormat {
  return {
    head: `\ufeff${csvLine(columns)}`,
    lines: (row) =>
      cellsOf(row as Row)
        .map((cells) => csvLine(columns.map((column) => cells[column])))
        .join(''),
  };
}

function replyCells(row: Row): Cells[] {
  return [isBad(row) ? { ...row } : { ...about(row), ...reviewCells(row) }];
}

function findingRows(row: Row): Cells[] {
  if (isBad(row)) return [{ ...row }];
  return row.findings.map((finding) => ({
    ...about(row),
    ...findingCells(finding),
    suggestion: better(finding)?.text,
  }));
}

function about({ id, ticket, at, agent, team, channel, mood, score, link }: ReviewedRow): Cells {
  return { id, ticket, date: at, agent, team, channel, mood, score, link };
}
