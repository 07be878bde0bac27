/** The rows of an export, whatever its format. Runs in pages, workers and Node; memory stays flat, but for workbooks. */
import type { Fault, SourceFormat } from '../model';
import type { Bytes, ReadProgress, SourceRow } from './rows';

/** Throws an `ImportError` where the file as a whole can't be read. */
export async function* readRows(
  _bytes: Bytes,
  _format: SourceFormat,
  _progress?: ReadProgress,
): AsyncGenerator<SourceRow | Fault> {
  yield* [];
  throw new Error('not there yet');
}
