/** The rows of an export, whatever its format. Runs in pages, workers and Node; memory stays flat, but for workbooks. */
import type { Fault, SourceFormat } from '../model';
import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { readJson, readJsonLines } from './read-json';
import { type Bytes, newProgress, type ReadProgress, type SourceRow } from './rows';

/** Throws an `ImportError` where the file as a whole can't be read. */
export async function* readRows(
  bytes: Bytes,
  format: SourceFormat,
  progress: ReadProgress = newProgress(),
): AsyncGenerator<SourceRow | Fault> {
  if (format === 'xlsx') {
    // Only who has a workbook pays for reading one.
    const { readXlsx } = await import('./read-xlsx');
    yield* readXlsx(bytes, progress);
    return;
  }
  const text = decodeText(bytes, progress);
  if (format === 'csv') yield* readCsv(text);
  else if (format === 'tsv') yield* readCsv(text, '\t');
  else if (format === 'json') yield* readJson(text);
  else yield* readJsonLines(text);
}
