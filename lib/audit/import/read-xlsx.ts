/**
 * The first sheet of a workbook. It is a ZIP, which can be made to unpack to any size, so it is unpacked here, within
 * limits, and handed on unpacked: read-excel-file would unpack it without any, and in a page by workers made from text,
 * which the extension's policy forbids.
 */
import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { Fault } from '../model';
import { columnNames, numberedNames } from './csv-shape';
import { chunksOf } from './decode-text';
import { type Bytes, cutRaw, ImportError, type ReadProgress, type SourceRow } from './rows';

const MOST_PACKED = 50 * 2 ** 20;
const MOST_UNPACKED = 200 * 2 ** 20;
const SAVE_AS_CSV = 'Save the sheet as CSV in your spreadsheet program and import that.';

export async function* readXlsx(bytes: Bytes, progress: ReadProgress): AsyncGenerator<SourceRow | Fault> {
  const packed = await collect(bytes, progress);
  const rows = await sheetOf(packed);
  const first = rows.findIndex((row) => row.some((cell) => cellText(cell).trim() !== ''));
  if (first < 0) return;
  const width = Math.max(...rows.slice(first, first + 100).map((row) => row.length));
  const head = rows[first]?.map(cellText) ?? [];
  const named = columnNames([...head, ...Array<string>(width - head.length).fill('')]);
  const columns = named ?? numberedNames(width);
  for (let index = named ? first + 1 : first; index < rows.length; index++) {
    const cells = (rows[index] ?? []).map(cellText);
    if (!cells.some((cell) => cell.trim() !== '')) continue;
    yield {
      line: index + 1,
      cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
      raw: cutRaw(cells.join('\t')),
    };
  }
}

async function collect(bytes: Bytes, progress: ReadProgress): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of chunksOf(bytes)) {
    progress.bytes += part.length;
    if (progress.bytes > MOST_PACKED) throw new ImportError(`This workbook is larger than 50 MB. ${SAVE_AS_CSV}`);
    parts.push(part);
  }
  const whole = new Uint8Array(progress.bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function sheetOf(packed: Uint8Array) {
  const files = unpack(packed);
  try {
    return await readSheet(new Blob([zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>]), 1, { trim: false });
  } catch (error) {
    throw new ImportError(`This workbook can't be read (${(error as Error).message}). ${SAVE_AS_CSV}`);
  }
}

/**
 * fflate writes into as many bytes as an entry says it has, and fails where there are more: so what the entries say can
 * be believed, and is looked at before any is unpacked.
 */
function unpack(packed: Uint8Array): Record<string, Uint8Array> {
  const wanted = (name: string) => /\.(xml|rels)$/.test(name);
  try {
    let unpacked = 0;
    unzipSync(packed, {
      filter: ({ name, originalSize }) => {
        if (wanted(name)) unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > MOST_UNPACKED) throw new ImportError(`This workbook unpacks to more than 200 MB. ${SAVE_AS_CSV}`);
    return unzipSync(packed, { filter: ({ name }) => wanted(name) });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`This is no workbook that can be read. ${SAVE_AS_CSV}`);
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
}
