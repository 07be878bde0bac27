/**
 * CSV and TSV as a stream. A well-kept CSV parser reads well-formed files; what reviewers have is not always that, and a
 * single quote too many must cost one row, not the rest of the file. So the scanner is our own, and the tests hold it
 * against csv-parse where a file is well formed.
 */
import type { Fault } from '../model';
import { type CsvRecord, nextLine, scanRecord } from './csv-record';
import { columnNames, csvShape, numberedNames } from './csv-shape';
import { cutRaw, ImportError, type SourceRow } from './rows';

/** No row of an export is longer, in UTF-16 code units. */
export const LONGEST_RECORD = 1 << 20;
/** So much of the beginning tells how the file is laid out. */
const HEAD = 1 << 16;

/** `delimiter`: where it is known. */
export async function* readCsv(text: AsyncIterable<string>, delimiter?: string): AsyncGenerator<SourceRow | Fault> {
  const window = new TextWindow(text);
  await window.fill(HEAD);
  const shape = delimiter
    ? { delimiter, declared: false }
    : csvShape(window.text.slice(0, HEAD), window.last && window.text.length <= HEAD);
  let line = 1;
  if (shape.declared) {
    window.at = nextLine(window.text, 0, window.last);
    line++;
  }
  let columns: string[] | null = null;
  /** Lines are dropped until one is a row again: the fault that began it, and how many lines since. */
  let lost: { fault: Fault; lines: number } | null = null;
  while (await window.more()) {
    const record = await nextRecord(window, shape.delimiter, lost !== null);
    if (!columns) {
      if (typeof record === 'string')
        throw new ImportError(`Line ${line} should name the columns, but it ${UNREADABLE[record]}.`);
      if (isBlank(record)) {
        window.at = record.end;
        line += record.breaks;
        continue;
      }
      columns = columnNames(record.cells);
      if (columns) {
        window.at = record.end;
        line += record.breaks;
        continue;
      }
      columns = numberedNames(record.cells.length);
    }
    const wrong =
      typeof record === 'string'
        ? UNREADABLE[record]
        : (wrongWidth(record, columns.length) ?? swallowed(record, window.ahead(record.end), shape.delimiter));
    if (typeof record !== 'string' && (!wrong || isBlank(record)) && !(lost && record.stray)) {
      if (lost) yield withLines(lost);
      lost = null;
      if (!isBlank(record)) yield { line, cells: named(columns, record.cells), raw: window.raw(record.end) };
      window.at = record.end;
      line += record.breaks;
      continue;
    }
    // A cell over several lines may have swallowed rows: each of its lines is looked at again.
    const whole = typeof record !== 'string' && !record.folded;
    const fault = { line, reason: `This row ${wrong}.`, raw: window.raw(whole ? record.end : undefined) };
    if (lost) lost.lines++;
    else if (whole) yield fault;
    else lost = { fault, lines: 0 };
    await window.skipLine();
    line++;
  }
  if (lost) yield withLines(lost);
}

function withLines({ fault, lines }: { fault: Fault; lines: number }): Fault {
  if (!lines) return fault;
  const after = lines === 1 ? 'The line after it is' : `The ${lines.toLocaleString('en')} lines after it are`;
  return { ...fault, reason: `${fault.reason} ${after} no whole row either.` };
}

const UNREADABLE = {
  unclosed: 'has a quotation mark that is never closed',
  long: `is longer than ${LONGEST_RECORD.toLocaleString('en')} characters`,
} as const;

/** While lines are lost, one that would open a record longer than is usual is none. */
async function nextRecord(
  window: TextWindow,
  delimiter: string,
  lost: boolean,
): Promise<CsvRecord | keyof typeof UNREADABLE> {
  const longest = lost ? HEAD : LONGEST_RECORD;
  for (;;) {
    const { text, at, last } = window;
    const beyond = text.length - at > longest;
    const record = beyond
      ? scanRecord(text.slice(0, at + longest), at, delimiter, false)
      : scanRecord(text, at, delimiter, last);
    if (record !== 'more') return record;
    if (beyond) return 'long';
    await window.fill((text.length - at) * 2);
  }
}

function isBlank({ cells }: CsvRecord): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function wrongWidth({ cells }: CsvRecord, width: number): string | null {
  const filled = cells.slice(width).some((cell) => cell.trim() !== '');
  if (cells.length < width || filled) {
    return `has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the file has ${width} columns`;
  }
  return null;
}

/**
 * A quote too many may be closed by another one some rows on, in the same column. Then each line of the record has as many
 * cells as a row, and begins as one: with a number, say. A letter over several lines does not.
 */
function swallowed({ cells, folded }: CsvRecord, text: string, delimiter: string): string | null {
  if (!folded) return null;
  const form = formOf(cells[0] ?? '');
  const rows = text.trimEnd().split(/\r\n?|\n/);
  const all = rows.every((row) => {
    const parts = row.split(delimiter);
    return parts.length === cells.length && formOf((parts[0] ?? '').replace(/^"|"$/g, '')) === form;
  });
  return all && /9/.test(form) ? UNREADABLE.unclosed : null;
}

/** '2026-03-01' is '9-9-9', 'T-1042' is 'a-9'. */
function formOf(text: string): string {
  return text
    .trim()
    .replace(/\d+/g, '9')
    .replace(/\p{L}+/gu, 'a');
}

function named(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
}

/** What is at hand of a text that comes in pieces. */
class TextWindow {
  text = '';
  at = 0;
  last = false;
  private readonly pieces: AsyncIterator<string>;

  constructor(text: AsyncIterable<string>) {
    this.pieces = text[Symbol.asyncIterator]();
  }

  /** Until so much lies ahead, or the text ends. */
  async fill(ahead: number): Promise<void> {
    this.text = this.text.slice(this.at);
    this.at = 0;
    const parts = [this.text];
    let length = this.text.length;
    while (!this.last && length <= ahead) {
      const { done, value } = await this.pieces.next();
      if (done) this.last = true;
      else {
        parts.push(value);
        length += value.length;
      }
    }
    this.text = parts.join('');
  }

  /** Whether anything lies ahead. */
  async more(): Promise<boolean> {
    if (this.at >= this.text.length && !this.last) await this.fill(0);
    return this.at < this.text.length;
  }

  async skipLine(): Promise<void> {
    for (;;) {
      const next = nextLine(this.text, this.at, this.last);
      if (next >= 0) {
        this.at = next;
        return;
      }
      // A '\r' that ends the text may be half of a line's end.
      this.at = this.text.endsWith('\r') ? this.text.length - 1 : this.text.length;
      await this.fill(this.text.length - this.at + 1);
    }
  }

  ahead(end: number): string {
    return this.text.slice(this.at, end);
  }

  raw(end: number = nextLine(this.text, this.at, true)): string {
    return cutRaw(this.text.slice(this.at, end).replace(/[\r\n]+$/, ''));
  }
}
