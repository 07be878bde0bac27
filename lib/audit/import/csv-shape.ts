/** How a CSV file is laid out, told by its beginning: what separates its cells, and what its columns are called. Pure. */
import { scanRecord } from './csv-record';
import { parseDate } from './dates';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LOOKED = 20;

export interface CsvShape {
  delimiter: string;
  /** Spreadsheets may write a first line 'sep=;'. It is no row. */
  declared: boolean;
}

/** `head`: the beginning of the file, some kilobytes or all of it. */
export function csvShape(head: string, whole: boolean): CsvShape {
  const declared = /^sep=(.)\r?\n/i.exec(head)?.[1];
  if (declared) return { delimiter: declared, declared: true };
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, fit: fitOf(head, delimiter, whole) }));
  const best = fits.reduce((a, b) => (b.fit > a.fit ? b : a));
  return { delimiter: best.delimiter, declared: false };
}

/** How many of the first records have as many cells as the first, and as many as two; more cells win a draw. */
function fitOf(head: string, delimiter: string, whole: boolean): number {
  let at = 0;
  let width = 0;
  let same = 0;
  let seen = 0;
  while (at < head.length && seen < LOOKED) {
    const record = scanRecord(head, at, delimiter, whole);
    if (record === 'more') break;
    seen++;
    if (record === 'unclosed') break;
    at = record.end;
    if (record.cells.length === 1 && !record.cells[0]?.trim()) continue;
    width ||= record.cells.length;
    if (record.cells.length === width) same++;
  }
  return width < 2 ? 0 : same / seen + Math.min(width, 100) / 1000;
}

/** The columns' names: each its own, none empty. Null where the first row is data already. */
export function columnNames(first: readonly string[]): string[] | null {
  if (!looksLikeNames(first)) return null;
  const names: string[] = [];
  for (const [index, cell] of first.entries()) {
    const name = cell.replace(/\s+/g, ' ').trim() || numbered(index);
    let own = name;
    for (let count = 2; names.includes(own); count++) own = `${name} (${count})`;
    names.push(own);
  }
  return names;
}

export function numberedNames(width: number): string[] {
  return Array.from({ length: width }, (_, index) => numbered(index));
}

const numbered = (index: number) => `Column ${index + 1}`;

/** Names are short, and no dates, numbers, addresses or sentences. */
function looksLikeNames(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  return (
    filled.length > 0 &&
    filled.every(
      (cell) =>
        cell.length <= 80 &&
        !/^[\d.,:/ -]+$/.test(cell) &&
        !/^\S+@\S+\.\S+$|^https?:/i.test(cell) &&
        !/[.!?](\s|$).*\s|\n/.test(cell) &&
        !parseDate(cell, 'day-first'),
    )
  );
}
