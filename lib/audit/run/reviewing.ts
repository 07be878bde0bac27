/** The last phase: replies into reviews, a chunk at a time. A chunk is a record of columns, so that it is there or not. */
import type { AuditResult, CoachOptions } from '../../engine/types';
import type { CompiledBanks } from '../../phrasebank/compile';
import type { Database, StoredReply } from '../../store/database';
import { emptyColumns, pushReply } from '../build-columns';
import { type Columns, UNREVIEWED } from '../columns';
import type { Fault, Reply, Run } from '../model';
import { reviewRow } from '../review-row';
import { checkpoint, put, Stopped } from './checkpoint';
import { CHUNK } from './chunks';
import { searchedRules, searchedText } from './search';

export interface ReviewOptions {
  banks: CompiledBanks;
  options: CoachOptions;
  /** Replies that are not tried again: the coach did not come back from them. */
  without?: ReadonlySet<number>;
  /** Hears of a reply before it is reviewed. */
  onReply?: (seq: number) => void;
}

/** Reviews a chunk and stores it. A reply on which the coach fails is a fault of the run, and the others go on. */
export async function reviewChunk(db: Database, id: string, chunk: number, how: ReviewOptions): Promise<Run> {
  const first = chunk * CHUNK;
  const stored = await db.getAll('replies', IDBKeyRange.bound([id, first], [id, first + CHUNK], false, true));
  const { columns, reviewed, faults, size } = reviewReplies(stored, how);
  return checkpoint(db, id, ['replies', 'columns', 'texts', 'faults'], async (transaction, run) => {
    if (run.phase !== 'reviewing') throw new Stopped();
    // Another has done it meanwhile: what is there is the same.
    if (await transaction.objectStore('columns').getKey([id, chunk])) return;
    for (const reply of reviewed) put(transaction, 'replies', reply);
    for (const fault of faults) {
      run.faults += 1;
      put(transaction, 'faults', { ...fault, run: id, number: run.faults });
    }
    put(transaction, 'columns', { run: id, chunk, columns });
    const results = new Map(reviewed.map(({ seq, result }) => [seq, result]));
    const texts = stored.map(({ reply }) => searchedText(reply));
    const rules = stored.map(({ seq }) => searchedRules(results.get(seq)));
    put(transaction, 'texts', { run: id, chunk, texts, rules });
    for (const score of columns.score) {
      if (score === UNREVIEWED) continue;
      run.scoreSum += score;
      run.scored += 1;
    }
    run.progress.reviewed += columns.length;
    run.size += size;
    if (run.progress.reviewed < run.progress.replies) return;
    run.phase = 'done';
    run.state = 'done';
  });
}

function reviewReplies(stored: readonly StoredReply[], { banks, options, without, onReply }: ReviewOptions) {
  const columns: Columns = emptyColumns(stored.length);
  const reviewed: StoredReply[] = [];
  const faults: Fault[] = [];
  let size = 0;
  for (const { run, seq, reply } of stored) {
    onReply?.(seq);
    try {
      if (without?.has(seq)) throw new Error(DID_NOT_END);
      const result = reviewRow({ ...reply, options }, banks, { suggestions: false });
      pushReply(columns, reply, result);
      reviewed.push({ run, seq, reply, result });
      size += sizeOf(result);
    } catch (error) {
      pushReply(columns, reply, null);
      faults.push(faultOf(reply, error));
    }
  }
  return { columns, reviewed, faults, size };
}

const DID_NOT_END = 'it did not come to an end';

function faultOf(reply: Reply, error: unknown): Fault {
  const why = error instanceof Error ? error.message : String(error);
  return { line: 0, reason: `The coach failed on the reply “${reply.id}”: ${why}`, raw: reply.draft.slice(0, 400) };
}

/** In the database, about, in bytes. */
function sizeOf(result: AuditResult): number {
  return (
    400 + result.findings.reduce((sum, { message, quote }) => sum + 150 + message.length + (quote?.length ?? 0), 0)
  );
}
