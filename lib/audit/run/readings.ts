/** The rows of a run's file, each as what it means. */
import { readRows } from '../import/read-rows';
import { createRowReader, type RowReading } from '../import/row-reader';
import { isFault, newProgress } from '../import/rows';
import type { Run } from '../model';

/** A row, and how far into the file the reader had come by then, in bytes. */
export type Reading = { bytes: number } & RowReading;

/** From the first row on: the same file and mapping always give the same. Throws an `ImportError`. */
export async function* readingsOf(file: Blob, { source, mapping, masked }: Run): AsyncGenerator<Reading> {
  const progress = newProgress();
  const read = createRowReader({ mapping, mask: masked });
  for await (const row of readRows(file.stream(), source.format, progress)) {
    yield { bytes: progress.bytes, ...(isFault(row) ? { fault: row } : read(row)) };
  }
}
