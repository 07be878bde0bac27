/** Writes a backup. Of audits only those that are read: one under way goes on from its file, which stays here. */
import type { Database } from '../database';
import type { Settings } from '../settings';
import { carriedSettings } from '../settings-file';
import { type BackedUp, type Header, lineOf, PART_NAMES, PARTS, type Part, SCHEMA } from './format';

export interface BackupOf {
  settings: Settings;
  parts: ReadonlySet<Part>;
  /** Digest of the pack that is live. */
  livePack: string | null;
  madeAt: string;
  onProgress?(done: number, all: number): void;
}

/** So many records are read at once. */
const AT_ONCE = 200;
/** Texts are handed to the browser in pieces of about this many characters, which it may keep on the disk. */
const PIECE = 1_000_000;

export async function writeBackup(
  db: Database,
  { settings, parts, livePack, madeAt, onProgress }: BackupOf,
): Promise<Blob> {
  const stores = PART_NAMES.filter((part) => parts.has(part)).flatMap((part): readonly BackedUp[] => PARTS[part]);
  const runs = new Set((await db.getAll('runs')).filter(({ phase }) => isRead(phase)).map(({ id }) => id));
  const isWanted = (store: BackedUp, record: { run?: string; id?: string; digest?: string }): boolean => {
    if (store === 'packs') return record.digest === livePack;
    if (store === 'runs') return runs.has(record.id as string);
    return record.run === undefined || runs.has(record.run);
  };

  const counts = await Promise.all(stores.map((store) => db.count(store)));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const pieces: Blob[] = [];
  let text = '';
  const add = (line: string) => {
    text += line;
    if (text.length < PIECE) return;
    pieces.push(new Blob([text]));
    text = '';
  };

  const header: Header = {
    reframe: 'backup',
    schema: SCHEMA,
    database: db.version,
    madeAt,
    parts: PART_NAMES.filter((part) => parts.has(part)),
  };
  add(`${JSON.stringify(header)}\n`);
  add(await lineOf('settings', carriedSettings(settings)));
  let records = 1;
  let done = 0;
  for (const store of stores) {
    for await (const some of batches(db, store)) {
      for (const record of some as { run?: string; id?: string; digest?: string }[]) {
        if (!isWanted(store, record)) continue;
        add(await lineOf(store, record));
        records += 1;
      }
      done += some.length;
      onProgress?.(done, all);
    }
  }
  add(`${JSON.stringify({ end: true, records })}\n`);
  return new Blob([...pieces, text], { type: 'application/x-ndjson' });
}

/** The records of a store, in order, some at a time. */
export async function* batches(db: Database, store: BackedUp): AsyncIterable<unknown[]> {
  let after: IDBKeyRange | undefined;
  for (;;) {
    const [keys, records] = await Promise.all([
      db.getAllKeys(store, after as never, AT_ONCE),
      db.getAll(store, after as never, AT_ONCE),
    ]);
    const last = keys.at(-1);
    if (last === undefined) return;
    yield records;
    after = IDBKeyRange.lowerBound(last, true);
  }
}

const isRead = (phase: string) => phase === 'reviewing' || phase === 'done';
