/** Lines of an audit into rows: the same in the process itself and in a thread of its own. */
import { LineError, parseAuditLine } from '../audit/audit-line';
import { type RowOptions, reviewRow } from '../audit/review-row';
import type { AuditResult } from '../engine/types';
import type { CompiledBanks } from '../phrasebank/compile';

/** Lines that stand together in the file; `first` is the number of the first, from 1. Null: longer than a reply can be. */
export interface Batch {
  first: number;
  lines: (Uint8Array | null)[];
}

export type Row = AuditResult | { id: string | null; error: string };

/** A row for each line that is not white space, in order. Bad lines are rows with an error. */
export function reviewBatch({ first, lines }: Batch, banks: CompiledBanks, options: RowOptions): Row[] {
  return lines.flatMap((bytes, index) => rowOf(bytes, first + index, banks, options) ?? []);
}

function rowOf(bytes: Uint8Array | null, number: number, banks: CompiledBanks, options: RowOptions): Row | null {
  try {
    const json = decode(bytes, number).trim();
    return json === '' ? null : reviewOf(json, number, banks, options);
  } catch (error) {
    if (error instanceof LineError) return { id: error.id, error: error.message };
    throw error;
  }
}

/** UTF-8, its byte order mark taken off. */
function decode(bytes: Uint8Array | null, number: number): string {
  if (!bytes) throw new LineError(null, `line ${number}: is longer than 16 MB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LineError(null, `line ${number}: is not UTF-8 text`);
  }
}

function reviewOf(json: string, number: number, banks: CompiledBanks, options: RowOptions): AuditResult {
  const line = parseAuditLine(json, number);
  try {
    return reviewRow(line, banks, options);
  } catch (error) {
    // One reply that the engine can't take must not end a run over a hundred thousand.
    throw new LineError(line.id, `line ${number}: the coach failed on this reply (${(error as Error).message})`);
  }
}
