/** Threads that review batches side by side; rows come in the order of the file. */
import { Tinypool } from 'tinypool';
import type { Item, Row } from './batch';
import { inOrder } from './in-order';
import type { AuditOptions } from './options';

export type WorkerOptions = Pick<AuditOptions, 'banks' | 'pack' | 'suggestions'>;

/** Batches that each thread may hold: one in work, one waiting, so that memory does not grow with the file. */
const AHEAD = 2;

/**
 * What a thread's heap may grow to. It needs a fraction of that, also for the longest reply, but without a limit it lets
 * what it is through with lie about.
 */
const MOST_MB = 512;

/** As a source file a thread needs a way to read TypeScript; in the built command it stands beside this one. */
const WORKER = import.meta.url.endsWith('.ts') ? './worker.mjs' : './worker.js';

/** Rows of all batches, in order. Each of `count` threads compiles the banks for itself. Throws what a thread throws. */
export async function* reviewInThreads(
  batches: AsyncIterable<Item[]>,
  count: number,
  { banks, pack, suggestions }: WorkerOptions,
): AsyncGenerator<Row[]> {
  const workerData: WorkerOptions = { banks, pack, suggestions };
  const pool = new Tinypool({
    filename: new URL(WORKER, import.meta.url).href,
    runtime: 'worker_threads',
    workerData,
    minThreads: count,
    maxThreads: count,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    concurrentTasksPerWorker: AHEAD,
  });
  try {
    yield* inOrder(batches, (batch): Promise<Row[]> => pool.run(batch), count * AHEAD);
  } finally {
    await pool.destroy();
  }
}
