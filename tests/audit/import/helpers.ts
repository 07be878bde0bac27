import { readRows } from '../../../lib/audit/import/read-rows';
import { createRowReader, type RowReading } from '../../../lib/audit/import/row-reader';
import { isFault, newProgress, type SourceRow } from '../../../lib/audit/import/rows';
import type { Fault, Mapping, SourceFormat } from '../../../lib/audit/model';

export const bytesOf = (text: string) => new TextEncoder().encode(text);

export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** All rows and faults of a file, which comes in pieces of `size` bytes. */
export async function rowsOf(file: string | Uint8Array, format: SourceFormat = 'csv', size = 1 << 16) {
  const progress = newProgress();
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const all: (SourceRow | Fault)[] = [];
  for await (const row of readRows(inPieces(bytes, size), format, progress)) all.push(row);
  const rows = all.filter((row): row is SourceRow => !isFault(row));
  return { all, rows, cells: rows.map((row) => Object.values(row.cells)), faults: all.filter(isFault), progress };
}

/** What a reader makes of rows given as cells. */
export function readAll(
  mapping: Mapping,
  rows: Record<string, string>[],
  mask: Parameters<typeof createRowReader>[0]['mask'] = false,
): RowReading[] {
  const read = createRowReader({ mapping, mask });
  return rows.map((cells, index) => read({ line: index + 2, cells, raw: Object.values(cells).join(',') }));
}
