/** The versions in the database. None is ever written over, and two tabs can't make the same one. */
import { digestOf, entriesIn } from '../pack/canonical';
import type { Pack } from '../pack/pack';
import type { Database, StoredVersion } from '../store/database';
import type { Version } from './types';

export interface KeptVersions {
  /** Newest first. */
  list(): readonly Version[];
  /** null where there is none yet. */
  newest(): Pack | null;
  read(number: number): Promise<StoredVersion>;
  /** By its digest: a version, or another one's pack that was merged into a version. */
  find(digest: string): Promise<Pack | null>;
  /** Keeps it as the newest. False: another tab made one meanwhile, and this one now knows it. */
  add(pack: Pack, merged?: Pack): Promise<boolean>;
  /** What other tabs made. */
  catchUp(): Promise<void>;
}

export async function openVersions(db: Database): Promise<KeptVersions> {
  let versions: Version[] = [];
  let newest: Pack | null = null;

  const readFrom = async (range: IDBKeyRange | null) => {
    // One by one: together they may be larger than what they are worth in memory.
    const found: Version[] = [];
    const { store } = db.transaction('versions');
    for (let cursor = await store.openCursor(range, 'prev'); cursor; cursor = await cursor.continue()) {
      if (found.length === 0) newest = cursor.value.pack;
      found.push(versionOf(cursor.value));
    }
    return found;
  };
  const catchUp = async () => {
    const known = versions[0];
    // It is another one where a backup was brought in, and gone where everything was deleted.
    if (known && (await db.get('versions', known.number))?.digest === known.digest) {
      versions = [...(await readFrom(IDBKeyRange.lowerBound(known.number, true))), ...versions];
    } else {
      newest = null;
      versions = await readFrom(null);
    }
  };

  await catchUp();
  return {
    list: () => versions,
    newest: () => newest,
    catchUp,
    async read(number) {
      const version = await db.get('versions', number);
      if (!version) throw new Error(`There is no version ${number}.`);
      return version;
    },
    async find(digest) {
      const kept = versions.find((one) => one.digest === digest || one.merged === digest);
      if (!kept) return null;
      const version = await db.get('versions', kept.number);
      return (version?.digest === digest ? version.pack : version?.merged?.pack) ?? null;
    },
    async add(pack, merged) {
      const version: StoredVersion = {
        number: pack.version,
        digest: await digestOf(pack),
        pack,
        ...(merged && { merged: { digest: await digestOf(merged), pack: merged } }),
      };
      const transaction = db.transaction('versions', 'readwrite');
      const last = await transaction.store.openKeyCursor(null, 'prev');
      const upToDate = last?.key === versions[0]?.number;
      if (upToDate) void transaction.store.add(version).catch(() => {});
      // A disk that is full may say so only now.
      await transaction.done;
      if (!upToDate) {
        await catchUp();
        return false;
      }
      newest = pack;
      versions = [versionOf(version), ...versions];
      return true;
    },
  };
}

function versionOf({ number, digest, pack: { author, savedAt, note, layer }, merged }: StoredVersion): Version {
  return {
    number,
    digest,
    author,
    at: savedAt,
    note,
    entries: entriesIn(layer),
    ...(merged && { merged: merged.digest }),
  };
}
