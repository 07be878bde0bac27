/** A thread of `npm run -s audit`: batches in, rows out. */
import { workerData } from 'node:worker_threads';
import { loadBanks } from '../bank-folder';
import { withPack } from '../pack-over';
import { type Item, type Row, reviewBatch } from './batch';
import type { WorkerOptions } from './pool';

// The pool's own data comes first.
const { banks: folder, pack, suggestions } = (workerData as [unknown, WorkerOptions])[1];
// All was told by the process itself, which reads the files first.
const ready = withPack(
  loadBanks(folder, () => {}),
  pack,
  () => {},
);

export default async (batch: Item[]): Promise<Row[]> => {
  const { banks, layer } = await ready;
  return reviewBatch(batch, banks, { suggestions, layer });
};
