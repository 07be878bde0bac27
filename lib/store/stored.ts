/** All that the extension keeps, by what it is for: how much there is of it, what it looks like, and how it goes. */
import type { StoreNames } from 'idb';
import { browser } from 'wxt/browser';
import { type Database, MIGRATIONS, openDatabase, type Schema } from './database';
import { wipeExamples } from './days';
import { wipeCounted } from './wipe';

/** Where it stands: stores of the database, and keys of `storage.local`. */
export const KEPT = {
  settings: { stores: [], keys: ['settings'] },
  policy: { stores: [], keys: ['policy', 'policy-pack'] },
  pack: { stores: ['packs'], keys: ['pack', 'packs'] },
  counts: { stores: ['days'], keys: [] },
  examples: { stores: ['examples'], keys: [] },
  audits: {
    stores: ['runs', 'sources', 'messages', 'replies', 'columns', 'texts', 'faults', 'verdicts', 'lists'],
    keys: [],
  },
  mappings: { stores: ['mappings'], keys: [] },
  versions: { stores: ['versions'], keys: [] },
  signingKeys: { stores: ['signingKeys'], keys: [] },
} as const satisfies Record<string, { stores: StoreNames<Schema>[]; keys: string[] }>;
export type Kept = keyof typeof KEPT;
export const KEPT_NAMES = Object.keys(KEPT) as Kept[];

/** So many records are looked at to tell how large all of a store are. */
const SAMPLE = 50;

export interface Amount {
  /** Records; of what stands in `storage.local`, entries. */
  count: number;
  /** About. */
  bytes: number;
}

export async function amounts(): Promise<Record<Kept, Amount>> {
  return inDatabase(async (db) => {
    const all = KEPT_NAMES.map(async (name) => {
      const parts = await Promise.all([
        ...KEPT[name].stores.map((store) => amountIn(db, store)),
        ...KEPT[name].keys.map(amountUnder),
      ]);
      const sum = (field: keyof Amount) => parts.reduce((total, part) => total + part[field], 0);
      return [name, { count: sum('count'), bytes: sum('bytes') }] as const;
    });
    return Object.fromEntries(await Promise.all(all)) as Record<Kept, Amount>;
  });
}

/** As text for people: the first records of each place, as they are stored. */
export async function lookAt(name: Kept, most = 20): Promise<string> {
  const { stores, keys } = KEPT[name];
  const found: Record<string, unknown> = {};
  await inDatabase(async (db) => {
    for (const store of stores) {
      const records = await db.getAll(store, undefined, most);
      if (records.length) found[store] = records;
    }
  });
  return asText({ ...(keys.length ? await browser.storage.local.get([...keys]) : {}), ...found });
}

/** What can be deleted by itself: settings are reset, a pack is dropped, and a policy is the organisation's. */
export type Deletable = Exclude<Kept, 'settings' | 'policy' | 'pack'>;

export async function deleteKept(name: Deletable): Promise<void> {
  // What the background holds of replies in work goes as well.
  if (name === 'counts') return wipeCounted();
  if (name === 'examples') return inDatabase(wipeExamples);
  await inDatabase(async (db) => {
    const transaction = db.transaction(KEPT[name].stores, 'readwrite');
    await Promise.all(KEPT[name].stores.map((store) => transaction.objectStore(store).clear()));
    await transaction.done;
  });
}

async function amountIn(db: Database, store: StoreNames<Schema>): Promise<Amount> {
  const count = await db.count(store);
  const some = await db.getAll(store, undefined, SAMPLE);
  const size = some.reduce((sum: number, record) => sum + sizeOf(record), 0);
  return { count, bytes: some.length ? Math.round((size / some.length) * count) : 0 };
}

async function amountUnder(key: string): Promise<Amount> {
  const value = (await browser.storage.local.get(key))[key];
  return value === undefined ? { count: 0, bytes: 0 } : { count: 1, bytes: sizeOf(value) };
}

function sizeOf(value: unknown): number {
  let raw = 0;
  const text = JSON.stringify(value, (_, part) => {
    if (ArrayBuffer.isView(part)) raw += part.byteLength;
    else if (part instanceof Blob) raw += part.size;
    else return part;
    return undefined;
  });
  return raw + new TextEncoder().encode(text).length;
}

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (ArrayBuffer.isView(part) ? `${part.byteLength} bytes` : part), 2);

async function inDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ version: MIGRATIONS.length });
  return work(db).finally(() => db.close());
}
