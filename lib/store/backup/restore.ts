/** Puts a backup that was read and checked in its place. */
import { removeRun } from '../../audit/run/remove';
import type { Pack } from '../../pack/pack';
import type { Database } from '../database';
import { DEFAULTS, type Settings } from '../settings';
import { carriedSettings } from '../settings-file';
import { type BackedUp, PARTS, type Part } from './format';
import type { Staged } from './read';
import { batches } from './write';

/**
 * replace: what the backup has takes the place of what is here, part by part; what it has nothing to say of stays, and
 * so do signing keys. add: what is here stays, and what is not comes from the backup.
 */
export type Mode = 'replace' | 'add';

/** Small enough to be written as one, all or nothing. */
const AT_ONCE: readonly Part[] = ['counts', 'studio', 'mappings', 'verdicts', 'keys'];
/** Last the runs: one that is listed has all that belongs to it. */
const OF_AUDITS = ['replies', 'columns', 'texts', 'faults', 'runs'] as const;

/** The pack that was live is not put in place here: it goes the way of every pack, which checks it. */
export async function restore(
  { db: from, parts, counts }: Staged,
  to: Database,
  mode: Mode,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<{ pack: Pack | null }> {
  const kept = new Set(mode === 'add' ? await to.getAllKeys('runs') : []);
  if (parts.includes('audits')) {
    const all = OF_AUDITS.reduce((sum, store) => sum + counts[store], 0);
    let done = 0;
    for (const store of OF_AUDITS) {
      for await (const records of batches(from, store)) {
        const transaction = to.transaction(store, 'readwrite');
        for (const record of records as { run?: string; id?: string }[]) {
          if (!kept.has(record.run ?? (record.id as string))) void transaction.store.put(record as never);
        }
        await transaction.done;
        done += records.length;
        onProgress(done, all);
      }
    }
    if (mode === 'replace') {
      const fresh = new Set(await from.getAllKeys('runs'));
      for (const run of await to.getAllKeys('runs')) if (!fresh.has(run)) await removeRun(to, run);
    }
  }
  await restoreAtOnce(
    from,
    to,
    mode,
    AT_ONCE.filter((part) => parts.includes(part)),
  );
  return { pack: (await from.getAll('packs'))[0]?.pack ?? null };
}

async function restoreAtOnce(from: Database, to: Database, mode: Mode, parts: readonly Part[]): Promise<void> {
  const stores = parts.flatMap((part): readonly BackedUp[] => PARTS[part]);
  if (!stores.length) return;
  const runs = new Set(await to.getAllKeys('runs'));
  const records = new Map<BackedUp, unknown[]>();
  for (const store of stores) {
    const all = (await from.getAll(store)) as { run?: string }[];
    // What was said of an audit that is not here has nothing to be shown at.
    records.set(
      store,
      all.filter(({ run }) => run === undefined || runs.has(run)),
    );
  }
  const transaction = to.transaction(stores, 'readwrite');
  for (const store of stores) {
    const here = transaction.objectStore(store);
    // A key that is gone can't be made again.
    if (mode === 'replace' && store !== 'signingKeys') await here.clear();
    // Versions build on one another: two rows of them are not one.
    if (mode === 'add' && store === 'versions' && (await here.count())) continue;
    for (const record of records.get(store) ?? []) {
      if (mode === 'replace' || !(await here.getKey(keyOf(record, here.keyPath as string | string[]))))
        await here.put(record as never);
    }
  }
  await transaction.done;
}

const keyOf = (record: unknown, path: string | string[]) =>
  (typeof path === 'string' ? field(record, path) : path.map((name) => field(record, name))) as never;

const field = (record: unknown, name: string) => (record as Record<string, unknown>)[name];

/** The settings afterwards. Where something is added, the agent's own words come together, and all else stays. */
export function restoredSettings(now: Settings, backup: Partial<Settings>, mode: Mode): Partial<Settings> {
  if (mode === 'replace') return { ...carriedSettings(DEFAULTS), ...backup };
  const { avoid, fine } = backup.words ?? DEFAULTS.words;
  const known = new Set(now.words.avoid.map(({ say }) => say));
  return {
    words: {
      avoid: [...now.words.avoid, ...avoid.filter(({ say }) => !known.has(say))],
      fine: [...new Set([...now.words.fine, ...fine])],
    },
  };
}
