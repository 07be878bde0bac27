/** The rows of a run's file, each as what it means. */
import { readImport } from '../import/read-import';
import type { RowReading } from '../import/row-reader';
import { newProgress } from '../import/rows';
import type { Run } from '../model';

/** A row, and how far into the file the reader had come by then, in bytes. */
export type Reading = { bytes: number } & RowReading;

/** From the first row on: the same file and mapping always give the same. Throws an `ImportError`. */
export async function* readingsOf(file: Blob, { source, mapping, masked }: Run): AsyncGenerator<Reading> {
  const progress = newProgress();
  for await (const reading of readImport(file.stream(), source.format, { mapping, mask: masked }, progress)) {
    yield { ...reading, bytes: progress.bytes };
  }
}
