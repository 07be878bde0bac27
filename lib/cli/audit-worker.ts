/** A thread of `npm run -s audit`: batches in, rows out. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, reviewBatch } from './audit-batch';
import type { WorkerOptions } from './audit-pool';
import { loadBanks } from './bank-folder';

const { banks: folder, suggestions } = workerData as WorkerOptions;
// What is skipped was told by the process itself, which reads the folder first.
const banks = loadBanks(folder, () => {});

parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(reviewBatch(batch, banks, { suggestions })));
