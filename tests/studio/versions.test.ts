import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { digestOf } from '../../lib/pack/canonical';
import { NO_PACK, type PackState } from '../../lib/pack/pack';
import type { Layer } from '../../lib/phrasebank/layer';
import { type Database, openDatabase } from '../../lib/store/database';
import type { Studio } from '../../lib/studio/types';
import { createStudio, type Outside } from '../../lib/studio/versions';
import { rule } from '../pack/fixture';

let db: Database;
/** What tabs tell each other reaches those that are in it. */
let tabs: Set<() => void>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
  tabs = new Set();
});

interface Tab extends Partial<Outside> {
  /** The other tabs hear of it, and it of them. */
  linked?: boolean;
}

async function openStudio({ linked = true, ...own }: Tab = {}): Promise<Studio> {
  const stored = new Map<string, string>();
  let heard = () => {};
  const tab = () => heard();
  if (linked) tabs.add(tab);
  return createStudio(db, {
    now: () => '2026-01-02T03:04:05.000Z',
    followLive: () => {},
    storage: { getItem: (name) => stored.get(name) ?? null, setItem: (name, value) => void stored.set(name, value) },
    announce: () => {
      for (const other of tabs) if (other !== tab) other();
    },
    watchOthers: (listener) => {
      heard = listener;
    },
    ...own,
  });
}

const withRule =
  (id: string, change = {}) =>
  (layer: Layer) => ({
    ...layer,
    rules: [...layer.rules.filter((one) => one.id !== id), rule(id, change)],
  });
const withWord = (word: string) => (layer: Layer) => ({
  ...layer,
  words: { ...layer.words, fine: [...layer.words.fine, word] },
});
const ids = (studio: Studio) => studio.layer.value?.rules.map(({ id }) => id);

describe('versions', () => {
  it('makes one of every save, with author, time and note, and names those before it', async () => {
    const studio = await openStudio();
    studio.setAuthor('  Ada ');
    await studio.save(withRule('a'), 'First');
    await studio.save(withRule('b'), 'Second');
    expect(studio.versions.value).toMatchObject([
      { number: 2, author: 'Ada', note: 'Second', at: '2026-01-02T03:04:05.000Z', entries: 2 },
      { number: 1, author: 'Ada', note: 'First', entries: 1 },
    ]);
    const [newest, first] = await Promise.all([studio.pack(2), studio.pack(1)]);
    expect(newest.id).toBe(first.id);
    expect(newest.after).toEqual([await digestOf(first)]);
    expect((await studio.read(1)).rules.map(({ id }) => id)).toEqual(['a']);
  });

  it('is as it was left when it is opened again', async () => {
    const before = await openStudio();
    await before.setAbout({ name: 'Acme', pilot: ['north'] });
    await before.save(withRule('a'), 'First');
    const studio = await openStudio();
    expect(studio.about.value).toEqual(before.about.value);
    expect(studio.versions.value).toEqual(before.versions.value);
    expect(ids(studio)).toEqual(['a']);
  });

  it('undoes a rule and a name, down to nothing, and restores any version', async () => {
    const studio = await openStudio();
    await studio.save(withRule('a'), '');
    await studio.setAbout({ name: 'Acme' });
    await studio.undo();
    expect(studio.about.value.name).toBe('');
    expect(ids(studio)).toEqual(['a']);
    await studio.restore(2);
    expect(studio.about.value.name).toBe('Acme');
    expect(studio.versions.value).toMatchObject([
      { number: 4, note: 'As version 2' },
      { note: 'Version 2 undone' },
      {},
      {},
    ]);
  });

  it('undoes the first one', async () => {
    const studio = await openStudio();
    await studio.save(withRule('a'), '');
    await studio.undo();
    expect(ids(studio)).toEqual([]);
  });

  it('takes saves one after the other', async () => {
    const studio = await openStudio();
    await Promise.all(['a', 'b', 'c'].map((id) => studio.save(withRule(id), id)));
    expect(ids(studio)).toEqual(['a', 'b', 'c']);
    expect(studio.versions.value.map(({ note }) => note)).toEqual(['c', 'b', 'a']);
  });

  it('finds a version and a pack that was merged by their digests', async () => {
    const studio = await openStudio();
    await studio.save(withRule('a'), '');
    const theirs = { ...(await studio.pack(1)), author: 'Grace', version: 7, after: ['f00'] };
    await studio.take(theirs, 'Merged', theirs);
    const [merged, ours] = studio.versions.value;
    const digest = await digestOf(theirs);
    expect(merged).toMatchObject({ number: 8, note: 'Merged' });
    expect((await studio.pack(8)).after).toEqual([ours?.digest, digest, 'f00']);
    expect(merged?.merged).toBe(digest);
    expect(await studio.find(digest)).toMatchObject({ author: 'Grace' });
    expect(await studio.find(ours?.digest ?? '')).toMatchObject({ version: 1 });
    expect(await studio.find('f00')).toBeNull();
  });

  it('takes a colleague’s pack as it stands where it was made of the newest one here, and into an empty studio', async () => {
    const theirs = await openStudio();
    theirs.setAuthor('Grace');
    await theirs.save(withRule('a'), 'Theirs');
    const first = await theirs.pack(1);
    await theirs.save(withRule('b'), 'Theirs, too');
    const second = await theirs.pack(2);
    await db.clear('versions');

    const ours = await openStudio({ linked: false });
    await ours.take(first, 'Merged', first);
    await ours.take(second, 'Merged', { ...second, signature: { key: 'k', value: 'v' } });
    expect(ours.versions.value.map(({ digest }) => digest)).toEqual([await digestOf(second), await digestOf(first)]);
    expect(await ours.pack(2)).toEqual(second);
    expect(ours.about.value.id).toBe(first.id);
  });
});

describe('two tabs', () => {
  it('see each other’s versions', async () => {
    const [one, other] = [await openStudio(), await openStudio()];
    await one.save(withRule('a'), 'From one');
    await expect.poll(() => ids(other)).toEqual(['a']);
    await other.save(withRule('b'), 'From the other');
    await expect.poll(() => ids(one)).toEqual(['a', 'b']);
    expect(one.about.value.id).toBe(other.about.value.id);
  });

  it('lose nothing where one is behind', async () => {
    const [one, behind] = [await openStudio(), await openStudio({ linked: false })];
    await one.save(withRule('a'), 'One');
    await behind.save(withRule('b'), 'Behind');
    expect(ids(behind)).toEqual(['a', 'b']);
    expect(behind.versions.value.map(({ note }) => note)).toEqual(['Behind', 'One']);
  });

  it('are told where both changed the same, and nothing is written over', async () => {
    const one = await openStudio();
    await one.save(withRule('a'), '');
    const behind = await openStudio({ linked: false });
    await one.save(withRule('a', { message: 'One.' }), '');
    await expect(behind.save(withRule('a', { message: 'Behind.' }), '')).rejects.toThrow(/Another tab .*Blame · a/);
    expect(behind.layer.value?.rules[0]?.message).toBe('One.');
    expect(await db.count('versions')).toBe(2);
    // Who saves it knowing that, means it.
    await behind.save(withRule('a', { message: 'Behind.' }), '');
    expect(behind.layer.value?.rules[0]?.message).toBe('Behind.');
  });

  it('keep a change that was begun at an older version apart from what came since', async () => {
    const studio = await openStudio();
    await studio.save(withRule('a'), '');
    await studio.save(withRule('a', { message: 'Since.' }), '');
    await studio.save(withRule('b'), '', 1);
    expect(ids(studio)).toEqual(['a', 'b']);
    expect(studio.layer.value?.rules[0]?.message).toBe('Since.');
    await expect(studio.save(withRule('a', { message: 'Late.' }), '', 1)).rejects.toThrow('Blame · a');
  });

  it('follow when everything was replaced or deleted', async () => {
    const studio = await openStudio();
    await studio.save(withRule('a'), '');
    await db.clear('versions');
    for (const tab of tabs) tab();
    await expect.poll(() => studio.versions.value).toEqual([]);
    expect(ids(studio)).toEqual([]);
  });
});

describe('a full disk', () => {
  /** The database has no room until it is said. */
  function full() {
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    return () => full.mockRestore();
  }

  it('says so, holds every change that could not be kept, and keeps them when there is room', async () => {
    const studio = await openStudio();
    const makeRoom = full();
    await expect(studio.save(withRule('a'), 'First')).rejects.toThrow(/disk is full/);
    await expect(studio.save(withWord('RMA'), 'Second')).rejects.toThrow(/disk is full/);
    expect(studio.versions.value).toEqual([]);
    expect(studio.unkept.value?.pack.layer).toMatchObject({ rules: [{ id: 'a' }], words: { fine: ['RMA'] } });
    await expect(studio.keepAgain()).rejects.toThrow(/disk is full/);
    makeRoom();
    await studio.save(withRule('b'), 'Third');
    await studio.keepAgain();
    expect(studio.unkept.value).toBeNull();
    expect(ids(studio)?.sort()).toEqual(['a', 'b']);
    expect(studio.layer.value?.words.fine).toEqual(['RMA']);
  });

  it('holds what another tab changed meanwhile, too, until a person decides', async () => {
    const studio = await openStudio();
    await studio.save(withRule('a'), '');
    const makeRoom = full();
    await expect(studio.save(withRule('a', { message: 'Unkept.' }), '')).rejects.toThrow();
    makeRoom();
    await studio.save(withRule('a', { message: 'Since.' }), '');
    await expect(studio.keepAgain()).rejects.toThrow('Blame · a');
    expect(studio.unkept.value?.pack.layer.rules[0]?.message).toBe('Unkept.');
    studio.giveUp();
    expect(studio.unkept.value).toBeNull();
  });
});

describe('what stands around it', () => {
  it('opens over a database of the version before it, whose records all stay', async () => {
    db.close();
    globalThis.indexedDB = new IDBFactory();
    const old = await openDatabase({ version: 3 });
    const run = { id: 'a', name: 'Audit' };
    await old.put('runs', run as never);
    await old.put('texts', { run: 'a', chunk: 0, texts: ['hello'] });
    old.close();
    db = await openDatabase();
    const studio = await openStudio();
    await studio.save(withRule('a'), '');
    expect(await db.get('runs', 'a')).toEqual(run);
    expect(await db.get('texts', ['a', 0])).toMatchObject({ texts: ['hello'] });
  });

  it('shows what is live', async () => {
    const state: PackState = { ...NO_PACK, checking: { name: 'Acme', done: 1, all: 2 } };
    const studio = await openStudio({
      followLive: (held) => {
        held.value = state;
      },
    });
    expect(studio.live.value.checking?.name).toBe('Acme');
  });
});
