/** The parts in which a run is reviewed and its columns are kept. Apart from the engine, which a page need not load for it. */
import type { Database } from '../../store/database';
import type { Run } from '../model';

/** Replies of a chunk: a fraction of a second's work, which is all that closing the tab can cost. */
export const CHUNK = 128;

export const chunksOf = ({ progress }: Run): number => Math.ceil(progress.replies / CHUNK);

/** Numbers of the chunks that are not reviewed yet, in order. */
export async function openChunks(db: Database, run: Run): Promise<number[]> {
  const keys = await db.getAllKeys('columns', IDBKeyRange.bound([run.id], [run.id, []]));
  const done = new Set(keys.map(([, chunk]) => chunk));
  return Array.from({ length: chunksOf(run) }, (_, chunk) => chunk).filter((chunk) => !done.has(chunk));
}
