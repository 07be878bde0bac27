/** What kind of file somebody brought: by its first bytes where they tell, else by its name. */
import { ImportError } from '../../audit/import/rows';
import type { SourceFormat } from '../../audit/model';
import { t } from '../../ui/text';

const BY_NAME: Record<string, SourceFormat> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** Throws an `ImportError` that says what to do instead. */
export async function formatOf(file: Blob, name: string): Promise<SourceFormat> {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const begins = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (begins(0x50, 0x4b)) {
    if (ending === 'zip') throw new ImportError(t('import_zip'));
    return 'xlsx';
  }
  if (begins(0x1f, 0x8b)) throw new ImportError(t('import_zip'));
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new ImportError(t('import_xls'));
  if (begins(0x25, 0x50, 0x44, 0x46)) throw new ImportError(t('import_pdf'));
  const known = BY_NAME[ending];
  if (known) return known;
  const first = (await file.slice(0, 200).text()).trimStart()[0];
  return first === '{' || first === '[' ? 'json' : 'csv';
}

export const FORMAT_NAMES: Record<SourceFormat, string> = {
  csv: 'CSV',
  tsv: 'TSV',
  json: 'JSON',
  jsonl: 'JSON lines',
  xlsx: 'XLSX',
};
