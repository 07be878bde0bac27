/** The first phase: the file's rows into the database, a batch at a time. */
import type { Database } from '../../store/database';
import type { LeftOut, Reply, Run } from '../model';
import { checkpoint, put, Stopped } from './checkpoint';
import { type Reading, readingsOf } from './readings';

/** Rows of a transaction, and characters of them: whichever comes first. */
const ROWS = 500;
const CHARACTERS = 2_000_000;

export type Readings = (file: Blob, run: Run) => AsyncIterable<Reading>;

/**
 * Reads what is left of the file of a run. What was stored is read again and dropped: only so does the reader know what
 * it has seen, and a file can't be entered in the middle. `tell` hears of every batch.
 */
export async function readFile(
  db: Database,
  id: string,
  tell: (run: Run) => void,
  readings: Readings = readingsOf,
): Promise<void> {
  const run = await db.get('runs', id);
  const source = await db.get('sources', id);
  if (!run || !source) throw new Stopped();
  let row = 0;
  let stored = run.progress.rows;
  let batch: Reading[] = [];
  let characters = 0;
  for await (const reading of readings(source.file, run)) {
    row += 1;
    if (row <= stored) continue;
    batch.push(reading);
    characters += charactersOf(reading);
    if (batch.length < ROWS && characters < CHARACTERS) continue;
    tell(await keep(db, id, batch, stored));
    stored += batch.length;
    batch = [];
    characters = 0;
  }
  tell(await keep(db, id, batch, stored, true));
}

/** Stores rows that come after the first `stored`; with the last of them the file goes. */
function keep(db: Database, id: string, batch: readonly Reading[], stored: number, last = false): Promise<Run> {
  return checkpoint(db, id, ['sources', 'messages', 'replies', 'faults'], async (transaction, run) => {
    const { progress } = run;
    if (progress.rows !== stored || run.phase !== 'reading') throw new Stopped();
    for (const reading of batch) {
      progress.rows += 1;
      progress.bytes = reading.bytes;
      if ('reply' in reading) {
        put(transaction, 'replies', {
          run: id,
          seq: progress.replies,
          reply: { ...reading.reply, seq: progress.replies },
        });
        progress.replies += 1;
        run.size += charactersOf(reading);
      } else if ('message' in reading) {
        put(transaction, 'messages', { ...reading.message, run: id, row: progress.rows });
        progress.messages += 1;
      } else if ('fault' in reading) {
        run.faults += 1;
        put(transaction, 'faults', { ...reading.fault, run: id, number: run.faults });
      } else leaveOut(run, { [reading.leftOut]: 1 });
    }
    if (!last) return;
    progress.bytes = run.source.bytes;
    run.phase = progress.messages > 0 ? 'grouping' : 'reviewing';
    await transaction.objectStore('sources').delete(id);
  });
}

export function leaveOut(run: Run, counts: Run['leftOut']): void {
  for (const [why, count] of Object.entries(counts) as [LeftOut, number][]) {
    run.leftOut[why] = (run.leftOut[why] ?? 0) + count;
  }
}

function charactersOf(reading: Reading): number {
  if ('reply' in reading) return lengthOf(reading.reply);
  if ('message' in reading) return reading.message.text.length;
  return 100;
}

/** Of what a reply says, about. */
export function lengthOf({ draft, customer = '', conversation }: Omit<Reply, 'seq'>): number {
  const earlier = conversation?.earlier?.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  return 200 + draft.length + customer.length + (conversation?.customer?.length ?? 0) + earlier;
}
