/**
 * Reads a backup into a database of its own, where it is brought up to date and checked. Nothing of what is here is
 * touched before `restore`: a file with a fault changes nothing.
 */
import { deleteDB } from 'idb';
import * as v from 'valibot';
import type { Pack } from '../../pack/pack';
import { parsePack } from '../../pack/pack-schema';
import { BankError } from '../../phrasebank/schema';
import { type Database, MIGRATIONS, openDatabase } from '../database';
import { checked, FileError } from '../file-faults';
import type { Settings } from '../settings';
import { checkSettings } from '../settings-file';
import {
  type BackedUp,
  type Header,
  type KeyText,
  keyFromText,
  PART_NAMES,
  type Part,
  parseLine,
  SCHEMA,
  STORES,
} from './format';
import { RECORDS } from './schema';
import { batches } from './write';

const NAME = 'reframe-restore';
/** A record longer than this is none of ours. */
const LONGEST_LINE = 64_000_000;
const AT_ONCE = 200;

export interface Staged {
  db: Database;
  settings: Partial<Settings>;
  madeAt: string;
  parts: Part[];
  /** How many records there are of each store. */
  counts: Record<BackedUp, number>;
  /** Lets go of it. */
  close(): Promise<void>;
}

const first = v.strictObject({
  reframe: v.literal('backup', 'this is no backup of Reframe'),
  schema: v.literal(SCHEMA, 'it was made by a newer Reframe: update this one first'),
  database: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.maxValue(MIGRATIONS.length, 'it was made by a newer Reframe: update this one first'),
  ),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  parts: v.array(v.picklist(PART_NAMES)),
});
const line = v.strictObject({ store: v.picklist([...STORES, 'settings']), value: v.looseObject({}) });
const last = v.strictObject({ end: v.literal(true), records: v.number() });

/** Throws a `FileError`, each fault with its line. */
export async function readBackup(file: Blob, onProgress?: (done: number, all: number) => void): Promise<Staged> {
  await deleteDB(NAME);
  try {
    const staged = await stage(file, onProgress);
    const db = await openDatabase({ name: NAME });
    try {
      await checkRecords(db);
      const counts = await Promise.all(STORES.map(async (store) => [store, await db.count(store)]));
      const close = async () => {
        db.close();
        await deleteDB(NAME);
      };
      return { ...staged, db, counts: Object.fromEntries(counts), close };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    await deleteDB(NAME);
    throw error;
  }
}

/** All lines into a database of the backup's own version. */
async function stage(file: Blob, onProgress: (done: number, all: number) => void = () => {}) {
  let header: Header | undefined;
  let settings: Partial<Settings> = {};
  let db: Database | undefined;
  let [number, records, read] = [0, 0, 0];
  let ended = false;
  const waiting: [BackedUp, unknown][] = [];

  try {
    for await (const text of linesOf(file)) {
      number += 1;
      read += text.length + 1;
      if (ended) throw faultAt(number, 'something stands behind the end');
      const value = onLine(number, () => parsed(text));
      if (!header || !db) {
        header = onLine(number, () => checked(v.safeParse(first, value)));
        db = await openDatabase({ name: NAME, version: header.database });
      } else if (v.is(last, value)) {
        if (value.records !== records) throw faultAt(number, `of ${value.records} records there are ${records}`);
        ended = true;
      } else {
        const { store, value: record } = onLine(number, () => checked(v.safeParse(line, value)));
        records += 1;
        if (store === 'settings') settings = onLine(number, () => checkSettings(record));
        else if (!db.objectStoreNames.contains(store)) throw faultAt(number, `there was no ${store} in that version`);
        else waiting.push([store, store === 'signingKeys' ? await keyIn(record, number) : record]);
        if (waiting.length >= AT_ONCE) {
          await put(db, waiting.splice(0));
          onProgress(read, file.size);
        }
      }
    }
    if (!header || !db || !ended) throw new FileError(['the end is missing: the file was cut off']);
    await put(db, waiting);
  } finally {
    db?.close();
  }
  return { settings, madeAt: header.madeAt, parts: header.parts };
}

async function put(db: Database, records: [BackedUp, unknown][]): Promise<void> {
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
  transaction.done.catch(() => {});
  for (const [store, record] of records) {
    try {
      await transaction.objectStore(store).put(record as never);
    } catch (error) {
      if ((error as Error).name === 'DataError') throw new FileError([`${store}: a record has no key`]);
      throw error;
    }
  }
  await transaction.done;
}

/** Every record in the shape that it has today. */
async function checkRecords(db: Database): Promise<void> {
  for (const store of STORES) {
    if (store === 'signingKeys') continue;
    for await (const records of batches(db, store)) {
      for (const record of records) {
        try {
          checked<unknown>(v.safeParse(RECORDS[store], record));
          if (store === 'versions' || store === 'packs') parsePack((record as { pack: Pack }).pack, store);
        } catch (error) {
          throw within(store, error);
        }
      }
    }
  }
}

async function keyIn(value: unknown, number: number): Promise<unknown> {
  const text: KeyText = onLine(number, () => checked(v.safeParse(RECORDS.signingKeys, value)));
  return keyFromText(text).catch(() => {
    throw faultAt(number, 'signingKeys: this is no signing key');
  });
}

function parsed(text: string): unknown {
  try {
    return parseLine(text);
  } catch (error) {
    throw new FileError([error instanceof Error ? error.message : String(error)]);
  }
}

const faultAt = (number: number, fault: string) => new FileError([`line ${number}: ${fault}`]);

function onLine<T>(number: number, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw within(`line ${number}`, error);
  }
}

function within(place: string, error: unknown): unknown {
  if (error instanceof FileError || error instanceof BankError) {
    return new FileError(error.faults.map((fault) => `${place}: ${fault}`));
  }
  return error;
}

async function* linesOf(file: Blob): AsyncIterable<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const pieces = (rest + (value ?? '')).split('\n');
    rest = done ? '' : (pieces.pop() ?? '');
    if (rest.length > LONGEST_LINE) throw new FileError(['a line is far too long: this is no backup of Reframe']);
    for (const piece of pieces) if (piece.trim()) yield piece;
    if (done) return;
  }
}
