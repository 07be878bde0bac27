/** Many rows at once: typed lines ('cheap -> good value') or cells copied from a spreadsheet. Pure. */
import { scanRecord } from '../../audit/import/csv-record';
import { keyOf, type List, type Row, type RowFault, rowFaults, tidied } from './lists';

/**
 * What becomes of a line. new: it is added; change: a row with the same words is replaced; same: it stands there already;
 * twice: it stands further up in what was pasted; full: the list has no room for it.
 */
export type Fate = 'new' | 'change' | 'same' | 'twice' | 'full' | RowFault;

export interface Pasted {
  row: Row;
  fate: Fate;
  /** The row that it replaces. */
  was?: Row;
}

interface Pasting {
  list: List;
  /** The rows that are there. */
  rows: readonly Row[];
  /** For columns of choices that a line says nothing of. */
  otherwise: Row;
  /** What the choices are called. */
  label(choice: string): string;
}

export function pasted(text: string, { list, rows, otherwise, label }: Pasting): Pasted[] {
  const there = new Map(rows.map((row) => [keyOf(row), row]));
  const above = new Set<string>();
  let room = list.most - rows.length;
  return recordsOf(text, list.columns.length).map((cells) => {
    const row = tidied(
      list.columns.map(({ choices }, at) =>
        choices ? (choiceOf(cells[at], choices, label) ?? otherwise[at] ?? '') : (cells[at] ?? ''),
      ),
      list,
    );
    const [wrong] = rowFaults(row, list);
    if (wrong) return { row, fate: wrong.fault };
    const key = keyOf(row);
    const was = there.get(key);
    if (above.has(key)) return { row, fate: 'twice' };
    above.add(key);
    if (was) return was.every((cell, at) => cell === row[at]) ? { row, fate: 'same' } : { row, fate: 'change', was };
    if (room <= 0) return { row, fate: 'full' };
    room -= 1;
    return { row, fate: 'new' };
  });
}

/** The list with what is new in it; changed rows keep their place. */
export function withPasted(rows: readonly Row[], lines: readonly Pasted[]): Row[] {
  const changed = new Map(lines.filter(({ fate }) => fate === 'change').map(({ row }) => [keyOf(row), row]));
  const added = lines.filter(({ fate }) => fate === 'new').map(({ row }) => row);
  return [...rows.map((row) => changed.get(keyOf(row)) ?? row), ...added];
}

/** An id as it is, or what people call it; undefined where nothing is said, and what was said where it is not known. */
function choiceOf(
  said: string | undefined,
  choices: readonly string[],
  label: (choice: string) => string,
): string | undefined {
  const wanted = said?.trim().toLowerCase();
  if (!wanted) return undefined;
  return choices.find((choice) => choice === wanted || label(choice).toLowerCase() === wanted) ?? said;
}

const ARROW = /\s*(?:->|=>|→|⇒)\s*/;

/** The cells of each line that is not empty. Those from a spreadsheet stand between tabs, quoted where they hold a line's end. */
function recordsOf(text: string, width: number): string[][] {
  const records: string[][] = [];
  const cellsFrom = text.includes('\t');
  for (let at = 0; at < text.length; ) {
    const record = cellsFrom ? scanRecord(text, at, '\t', true) : null;
    if (record && typeof record !== 'string') {
      records.push(record.cells);
      at = record.end;
      continue;
    }
    const rest = text.slice(at);
    const line = /^[^\r\n]*/.exec(rest)?.[0] ?? '';
    records.push(width > 1 && !line.includes('\t') ? line.split(ARROW, width) : line.split('\t'));
    at += line.length + (rest.startsWith('\r\n', line.length) ? 2 : 1);
  }
  return records.filter((cells) => cells.some((cell) => cell.trim()));
}
