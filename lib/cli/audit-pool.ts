/** Threads that review batches side by side; rows come in the order of the file. */
import { Worker } from 'node:worker_threads';
import type { Batch, Row } from './audit-batch';
import type { AuditOptions } from './audit-options';

export type WorkerOptions = Pick<AuditOptions, 'banks' | 'suggestions'>;

/** Batches that each thread may hold: one in work, one waiting, so that memory does not grow with the file. */
const AHEAD = 2;

/**
 * Rows of all batches, in order. Each of `count` threads compiles the banks for itself. Throws what a thread throws;
 * the threads end with the generator.
 */
export async function* reviewInThreads(
  batches: AsyncIterable<Batch>,
  count: number,
  options: WorkerOptions,
): AsyncGenerator<Row[]> {
  const threads = Array.from({ length: count }, () => new ReviewThread(options));
  const waiting: Promise<Row[]>[] = [];
  let turn = 0;
  try {
    for await (const batch of batches) {
      const rows = (threads[turn % count] as ReviewThread).review(batch);
      // Taken further down; until then a failure must not count as unhandled.
      rows.catch(() => {});
      waiting.push(rows);
      turn += 1;
      if (waiting.length >= count * AHEAD) yield await (waiting.shift() as Promise<Row[]>);
    }
    for (const rows of waiting) yield await rows;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

interface Waiting {
  done: (rows: Row[]) => void;
  failed: (error: Error) => void;
}

/** A thread answers in the order in which it was asked. */
class ReviewThread {
  #worker: Worker;
  #waiting: Waiting[] = [];

  constructor(options: WorkerOptions) {
    this.#worker = new Worker(new URL('./audit-worker.mjs', import.meta.url), { workerData: options });
    this.#worker.on('message', (rows: Row[]) => this.#waiting.shift()?.done(rows));
    this.#worker.on('error', (error) => {
      for (const { failed } of this.#waiting.splice(0)) failed(error as Error);
    });
  }

  review(batch: Batch): Promise<Row[]> {
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      this.#worker.postMessage(batch);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
