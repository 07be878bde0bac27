/**
 * A step of a run as one transaction: what was made and how far it is are stored together or not at all, so that a tab
 * can be closed at any moment.
 */
import { type IDBPTransaction, type StoreNames, type StoreValue, unwrap } from 'idb';
import type { Database, Schema } from '../../store/database';
import type { Run } from '../model';

/** Nobody may work on the run any more: it was paused, removed, or another tab went on with it. */
export class Stopped extends Error {
  override name = 'Stopped';
}

export type Writing<Names extends StoreNames<Schema>> = IDBPTransaction<Schema, ('runs' | Names)[], 'readwrite'>;

/**
 * Calls `write` with the run as it stands and stores what it made of it. Throws `Stopped` where the run is not to be
 * worked on; then nothing is written, and so for every error, which is thrown as the database has it.
 */
export async function checkpoint<Names extends StoreNames<Schema>>(
  db: Database,
  id: string,
  stores: Names[],
  write: (transaction: Writing<Names>, run: Run) => Promise<void> | void,
): Promise<Run> {
  const transaction = db.transaction(['runs', ...stores], 'readwrite') as unknown as Writing<Names>;
  // It may end before anyone waits for its end.
  transaction.done.catch(() => {});
  const runs = (transaction as unknown as Writing<'runs'>).objectStore('runs');
  try {
    const run = await runs.get(id);
    if (run?.state !== 'running') throw new Stopped();
    await write(transaction, run);
    await runs.put(run);
    await transaction.done;
    return run;
  } catch (error) {
    throw await undo(transaction, error);
  }
}

/**
 * Stores a record without a promise of its own, which in bulk costs more than the record does. Where it fails, the
 * transaction does.
 */
export function put<Name extends StoreNames<Schema>>(
  transaction: Writing<Name>,
  store: Name,
  value: StoreValue<Schema, Name>,
): void {
  unwrap(transaction as unknown as IDBPTransaction<unknown, string[], 'readwrite'>)
    .objectStore(store)
    .put(value);
}

/** Gives the error that was the cause: requests of a transaction that failed only say that it failed. */
async function undo(transaction: Pick<Writing<'runs'>, 'abort' | 'done' | 'error'>, error: unknown): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
  await transaction.done.catch(() => {});
  const { error: cause } = transaction;
  return cause && cause.name !== 'AbortError' ? cause : error;
}
