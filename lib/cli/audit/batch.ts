/** Replies of an audit into rows: the same in the process itself and in a thread of its own. */
import { LineError, type ListedLine, parseAuditLine } from '../../audit/audit-line';
import { type RowOptions, reviewRow, UnreadableReply } from '../../audit/review-row';
import type { AuditLine, AuditResult } from '../../engine/types';
import type { CompiledBanks } from '../../phrasebank/compile';

/** What a source gives for each row of output, `line` counted from 1 in the file. */
export type Item =
  /** A line of JSON as it stood: read where it is reviewed, so that all threads share that work. */
  { line: number; json: string } | { line: number; reply: ListedLine } | { line: number; fault: string };

export interface BadRow {
  id: string | null;
  error: string;
}

/** What else is known of a reply goes with its review, for whoever sorts and counts. */
export type ReviewedRow = AuditResult & Pick<ListedLine, 'channel' | 'agent' | 'team' | 'at' | 'ticket' | 'link'>;

export type Row = ReviewedRow | BadRow;

export const isBad = (row: Row | ListedLine): row is BadRow => 'error' in row;

/** A row for each item, in order: a function of the item alone. What can't be read is a row with an error. */
export function reviewBatch(batch: readonly Item[], banks: CompiledBanks, options: RowOptions): Row[] {
  return batch.map((item) =>
    readItem(item, (reply) => {
      const { id, draft, customer, conversation, options: own, ...known } = reply;
      const channel = known.channel ?? conversation?.channel;
      return { ...reviewOf(reply, item.line, banks, options), ...known, ...(channel && { channel }) };
    }),
  );
}

/** The replies themselves, read and checked, but not reviewed. */
export function listBatch(batch: readonly Item[]): (ListedLine | BadRow)[] {
  return batch.map((item) => readItem(item, (reply) => reply));
}

function readItem<T>(item: Item, made: (reply: ListedLine) => T): T | BadRow {
  if ('fault' in item) return { id: null, error: `line ${item.line}: ${item.fault}` };
  try {
    return made('reply' in item ? item.reply : parseAuditLine(item.json, item.line));
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    return ('json' in item && badBefore(item.json)) || { id: error.id, error: error.message };
  }
}

/** A row that could not be read by an earlier step of a pipeline goes on as it is: its words know its place in the file. */
function badBefore(json: string): BadRow | null {
  if (!json.startsWith('{"id":')) return null;
  try {
    const { id, error, draft } = JSON.parse(json);
    return typeof error === 'string' && draft === undefined ? { id, error } : null;
  } catch {
    return null;
  }
}

function reviewOf(line: AuditLine, number: number, banks: CompiledBanks, options: RowOptions): AuditResult {
  try {
    return reviewRow(line, banks, options);
  } catch (error) {
    if (error instanceof UnreadableReply) throw new LineError(line.id, `line ${number}: ${error.message}`);
    // One reply that the engine can't take must not end a run over a hundred thousand.
    throw new LineError(line.id, `line ${number}: the coach failed on this reply (${(error as Error).message})`);
  }
}
