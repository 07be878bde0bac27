import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { sign, verify } from '../../lib/pack/sign';
import { openDatabase } from '../../lib/store/database';
import { openKeys } from '../../lib/studio/rollout/keys';
import { samplePack } from '../pack/sample-pack';

let stored: Map<string, string>;
const open = () =>
  openKeys(openDatabase, {
    getItem: (name) => stored.get(name) ?? null,
    setItem: (name, value) => void stored.set(name, value),
  });
const anotherBrowser = () => {
  globalThis.indexedDB = new IDBFactory();
  stored = new Map();
};
beforeEach(anotherBrowser);

it('signs nothing until there is a key, and then with the one that was made last', async () => {
  const keys = await open();
  expect(keys.chosen.value).toBeNull();
  await keys.make('One');
  await keys.make('Two');
  expect(keys.all.value.map(({ name }) => name)).toEqual(['One', 'Two']);
  expect(keys.chosen.value?.name).toBe('Two');
  keys.choose('');
  expect(keys.chosen.value).toBeNull();
});

it('has its keys again the next time, and signs with them', async () => {
  const before = await open();
  await before.make('One');
  const keys = await open();
  const { chosen } = keys;
  expect(chosen.value?.publicKey).toBe(before.chosen.value?.publicKey);
  if (!chosen.value) throw new Error('No key was chosen.');
  expect(await verify(await sign(samplePack(), chosen.value), chosen.value.publicKey)).toBe('signed');
});

it('goes to a colleague as a file', async () => {
  const ours = await open();
  await ours.make('One');
  const [key] = ours.all.value;
  if (!key) throw new Error('No key was made.');
  const file = await ours.fileOf(key);
  anotherBrowser();
  const theirs = await open();
  await theirs.add(file, 'From Robin');
  expect(theirs.chosen.value).toMatchObject({ name: 'From Robin', publicKey: key.publicKey });
  await expect(theirs.add('no key', 'Bad')).rejects.toThrow();
  expect(theirs.all.value).toHaveLength(1);
});

it('forgets a key that was removed', async () => {
  const keys = await open();
  await keys.make('One');
  const [key] = keys.all.value;
  if (key) await keys.remove(key);
  expect([keys.all.value, keys.chosen.value]).toEqual([[], null]);
});
