/** An export from its bytes to messages or replies: what a run of the workbench and the command line both read. */
import type { SourceFormat } from '../model';
import { readRows } from './read-rows';
import { createRowReader, type RowReaderOptions, type RowReading } from './row-reader';
import { type Bytes, isFault, type ReadProgress } from './rows';

/**
 * What each row gives, with its `line`. With masking, faults come without their row: nobody can tell what stands in one
 * that could not be read.
 */
export async function* readImport(
  bytes: Bytes,
  format: SourceFormat,
  options: RowReaderOptions,
  progress?: ReadProgress,
): AsyncGenerator<RowReading & { line: number }> {
  const read = createRowReader(options);
  for await (const row of readRows(bytes, format, progress)) {
    const reading = isFault(row) ? { fault: row } : read(row);
    const { line } = row;
    if ('fault' in reading && options.mask) yield { line, fault: { ...reading.fault, raw: '' } };
    else yield { line, ...reading };
  }
}
