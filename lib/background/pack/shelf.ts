/** The packs in the database. */
import type { Pack } from '../../pack/pack';
import type { Database } from '../../store/database';

export interface Shelf {
  put(digest: string, pack: Pack): Promise<void>;
  get(digest: string): Promise<Pack | null>;
  /** Deletes all but these, and those that an audit was made with. */
  keepOnly(digests: readonly string[]): Promise<void>;
}

/** Opened for each use: an open database would hold up an update of the extension's pages. */
export function packShelf(open: () => Promise<Database>): Shelf {
  const using = async <T>(use: (db: Database) => Promise<T>): Promise<T> => {
    const db = await open();
    try {
      return await use(db);
    } finally {
      db.close();
    }
  };
  return {
    put: (digest, pack) =>
      using(async (db) => {
        await db.put('packs', { digest, pack });
      }),
    get: (digest) => using(async (db) => (await db.get('packs', digest))?.pack ?? null),
    keepOnly: (digests) =>
      using(async (db) => {
        const transaction = db.transaction(['packs', 'runs'], 'readwrite');
        const runs = await transaction.objectStore('runs').getAll();
        const needed = new Set([...digests, ...runs.flatMap(({ engine }) => engine.pack?.digest ?? [])]);
        const packs = transaction.objectStore('packs');
        for (const digest of await packs.getAllKeys()) if (!needed.has(digest)) await packs.delete(digest);
        await transaction.done;
      }),
  };
}
