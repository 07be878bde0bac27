/** A thread of `npm run -s audit`: batches in, rows out. */
import { workerData } from 'node:worker_threads';
import { loadBanks } from '../bank-folder';
import { type Item, type Row, reviewBatch } from './batch';
import type { WorkerOptions } from './pool';

// The pool's own data comes first.
const { banks: folder, suggestions } = (workerData as [unknown, WorkerOptions])[1];
// What is skipped was told by the process itself, which reads the folder first.
const banks = loadBanks(folder, () => {});

export default (batch: Item[]): Row[] => reviewBatch(batch, banks, { suggestions });
