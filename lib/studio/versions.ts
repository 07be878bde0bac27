/** The studio's versions of the team's layer: kept in the database, newest last; nothing is ever written over. */
import { signal } from '@preact/signals';
import { digestOf, entriesIn } from '../pack/canonical';
import { NO_PACK, PACK_KEY, type Pack, type PackState } from '../pack/pack';
import { EMPTY_LAYER, type Layer } from '../phrasebank/layer';
import type { Database, StoredVersion } from '../store/database';
import type { Studio, Version } from './types';

/** So many of the versions before it a pack names, for a merge to find where two of them parted. */
const NAMED_BEFORE = 100;
const AUTHOR = 'studio-author';

/** What the studio needs of the browser, so that it is tested without one. */
export interface Outside {
  now(): string;
  /** What `storage.local` has under PACK_KEY, now and whenever it changes. */
  watchLive(listener: (state: PackState) => void): void;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
}

export async function createStudio(db: Database, outside: Outside): Promise<Studio> {
  const all = (await db.getAll('versions')).sort((a, b) => a.number - b.number);
  const layer = signal<Layer>(EMPTY_LAYER);
  const versions = signal<readonly Version[]>([]);
  const about = signal<Pick<Pack, 'id' | 'name' | 'language' | 'pilot'>>({
    id: crypto.randomUUID(),
    name: '',
    language: 'en',
    pilot: [],
  });
  const live = signal<PackState>(NO_PACK);
  const author = signal(outside.storage.getItem(AUTHOR) ?? '');
  outside.watchLive((state) => {
    live.value = state;
  });

  const show = () => {
    const newest = all.at(-1)?.pack;
    layer.value = newest?.layer ?? EMPTY_LAYER;
    if (newest) about.value = (({ id, name, language, pilot }) => ({ id, name, language, pilot }))(newest);
    versions.value = all.map(versionOf).reverse();
  };

  const add = async (next: Layer, note: string, change: Partial<Pack> = {}) => {
    const number = (all.at(-1)?.number ?? 0) + 1;
    const pack: Pack = {
      reframe: 'pack',
      schema: 1,
      ...about.value,
      version: number,
      savedAt: outside.now(),
      author: author.value,
      note,
      after: all
        .slice(-NAMED_BEFORE)
        .map(({ digest }) => digest)
        .reverse(),
      layer: next,
      ...change,
    };
    const version = { number, digest: await digestOf(pack), pack };
    // Rejects where another tab has made this version meanwhile: `add` writes nothing over.
    await db.add('versions', version);
    all.push(version);
    show();
  };

  const find = (number: number): StoredVersion => {
    const version = all.find((one) => one.number === number);
    if (!version) throw new Error(`There is no version ${number}.`);
    return version;
  };

  show();
  return {
    layer,
    versions,
    about,
    live,
    author,
    setAuthor(name) {
      author.value = name.trim();
      outside.storage.setItem(AUTHOR, author.value);
    },
    setAbout: (change) => add(layer.value, '', change),
    save: (change, note) => add(change(layer.value), note),
    async undo() {
      const before = all.at(-2);
      if (before) await add(before.pack.layer, '');
    },
    restore: (number) => add(find(number).pack.layer, ''),
    read: async (number) => find(number).pack.layer,
    pack: async (number) => find(number).pack,
  };
}

/** Follows `PACK_KEY` in the browser's storage. */
export function liveIn(stored: Record<string, unknown>): PackState {
  return { ...NO_PACK, ...((stored[PACK_KEY] as Partial<PackState> | undefined) ?? {}) };
}

function versionOf({ number, digest, pack: { author, savedAt, note, layer } }: StoredVersion): Version {
  return { number, digest, author, at: savedAt, note, entries: entriesIn(layer) };
}
