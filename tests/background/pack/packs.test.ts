import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MOST_TRIES } from '../../../lib/background/pack/check';
import { createPacks, type LivePack, type PacksParts } from '../../../lib/background/pack/packs';
import { packShelf } from '../../../lib/background/pack/shelf';
import { makeKeyPair } from '../../../lib/pack/keys';
import type { Pack } from '../../../lib/pack/pack';
import { sign } from '../../../lib/pack/sign';
import { writePack } from '../../../lib/pack/write-pack';
import { openDatabase } from '../../../lib/store/database';
import { loadPackState } from '../../../lib/store/pack-state';
import { samplePack } from '../../pack/sample-pack';

let live: LivePack | null;
let team: string;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
  live = null;
  team = '';
});

const start = (change: Partial<PacksParts> = {}) =>
  createPacks({
    shelf: packShelf(openDatabase),
    team: () => team,
    prove: async () => [],
    pause: async () => {},
    onLive: (now) => {
      live = now;
    },
    now: () => '2026-03-02T08:00:00.000Z',
    ...change,
  });
const version = (number: number, change: Partial<Pack> = {}) => samplePack({ version: number, ...change });
const text = (number: number, change: Partial<Pack> = {}) => writePack(version(number, change));

describe('a pack from a file', () => {
  it('is live once it was checked, for every part to see', async () => {
    const packs = await start();
    const state = await packs.take(text(12), 'file');
    expect(state).toMatchObject({
      live: { version: 12, source: 'file', signed: false },
      previous: null,
      checking: null,
    });
    expect(await loadPackState()).toEqual(state);
    expect(live).toMatchObject({ pack: version(12), binding: false });
  });

  it('that fails its examples is refused whole, and the last good one stays', async () => {
    await (await start()).take(text(12), 'file');
    const packs = await start({ prove: async () => ['jargon/widget, example 1: no'] });
    await packs.resume();
    const state = await packs.take(text(13), 'file');
    expect(state.live?.version).toBe(12);
    expect(state.refusal).toMatchObject({ source: 'file', version: 13, faults: ['jargon/widget, example 1: no'] });
    expect(live?.pack.version).toBe(12);
  });

  it('that can’t be read is refused with its faults, of which there may be many', async () => {
    const packs = await start();
    await packs.take(text(12), 'file');
    expect((await packs.take('{', 'file')).refusal?.faults[0]).toMatch(/is not JSON/);
    const many = await packs.take(JSON.stringify({ ...version(13), after: Array(500).fill('x') }), 'file');
    expect(many.refusal?.faults).toHaveLength(21);
    expect(many.live?.version).toBe(12);
  });

  it('leaves no refusal behind when it is right', async () => {
    const packs = await start();
    await packs.take('{', 'file');
    expect((await packs.take(text(12), 'file')).refusal).toBeNull();
  });

  it('says how far its check is', async () => {
    const seen: unknown[] = [];
    const packs = await start({
      async prove(_, { onProgress, pause }) {
        onProgress(1, 3);
        await pause();
        seen.push((await loadPackState()).checking);
        return [];
      },
    });
    await packs.take(text(12), 'file');
    expect(seen).toEqual([{ name: 'Acme support', done: 1, all: 3 }]);
  });

  it('goes out of the way of one that is taken meanwhile', async () => {
    let second: Promise<unknown> | undefined;
    const packs = await start({
      async prove(pack, { pause }) {
        if (pack.version !== 12) return [];
        second ??= packs.take(text(13), 'file');
        for (;;) await pause();
      },
      pause: () => new Promise((resolve) => setTimeout(resolve)),
    });
    await packs.take(text(12), 'file');
    await second;
    expect((await loadPackState()).live?.version).toBe(13);
    expect((await loadPackState()).previous).toBeNull();
  });
});

describe('going back', () => {
  it('is one step, and forth again', async () => {
    const packs = await start();
    await packs.take(text(12), 'file');
    await packs.take(text(13), 'studio');
    expect(await packs.goBack()).toMatchObject({ live: { version: 12 }, previous: { version: 13 } });
    expect(live?.pack.version).toBe(12);
    expect(await packs.goBack()).toMatchObject({ live: { version: 13 }, previous: { version: 12 } });
  });

  it('brings back what was taken off', async () => {
    const packs = await start();
    await packs.take(text(12), 'file');
    expect(await packs.drop()).toMatchObject({ live: null, previous: { version: 12 } });
    expect(live).toBeNull();
    expect(await packs.goBack()).toMatchObject({ live: { version: 12 }, previous: null });
  });

  it('keeps the two packs that may be asked for, and those that an audit was made with', async () => {
    const packs = await start();
    await packs.take(text(10), 'file');
    const digest = live?.digest as string;
    const db = await openDatabase();
    await db.put('runs', { id: 'a', engine: { pack: { digest } } } as never);
    for (const number of [11, 12, 13]) await packs.take(text(number), 'file');
    const kept = (await db.getAll('packs')).map(({ pack }) => pack.version).sort();
    expect(kept).toEqual([10, 12, 13]);
    db.close();
  });
});

describe('an organisation’s pack', () => {
  it('lies over a file’s, which comes back when it is withdrawn', async () => {
    const packs = await start();
    await packs.take(text(5, { name: 'Mine' }), 'file');
    expect(await packs.take(text(12), 'policy')).toMatchObject({ live: { source: 'policy' }, previous: null });
    expect(live?.binding).toBe(true);
    const refused = await packs.take(text(6, { name: 'Mine' }), 'file');
    expect(refused).toMatchObject({ live: { version: 12 }, refusal: { source: 'file', version: 6 } });
    expect(await packs.withdraw()).toMatchObject({ live: { name: 'Mine', version: 5 } });
    expect(live?.binding).toBe(false);
  });
});

describe('where a key is asked for', () => {
  it('only what is signed with it is taken, whatever it comes from', async () => {
    const key = await makeKeyPair();
    const packs = await start();
    await packs.setKey(key.publicKey);
    expect((await packs.take(text(12), 'file')).refusal?.faults).toHaveLength(1);
    const signed = await sign(version(12), key);
    expect((await packs.take(writePack({ ...signed, note: 'Other words.' }), 'policy')).live).toBeNull();
    expect((await packs.take(writePack(await sign(version(12), await makeKeyPair())), 'studio')).live).toBeNull();
    expect(await packs.take(writePack(signed), 'policy')).toMatchObject({
      live: { version: 12, signed: true },
      refusal: null,
    });
  });

  it('what is not signed is out of force, and back when no key is asked for any more', async () => {
    const packs = await start();
    await packs.take(text(12), 'file');
    await packs.setKey((await makeKeyPair()).publicKey);
    expect(live).toBeNull();
    expect((await loadPackState()).refusal).toMatchObject({ version: 12 });
    await packs.setKey(null);
    expect(live).toMatchObject({ digest: expect.any(String) });
  });

  it('going back does not lead to what it refuses', async () => {
    const key = await makeKeyPair();
    const packs = await start();
    await packs.take(text(12), 'file');
    await packs.setKey(key.publicKey);
    await packs.take(writePack(await sign(version(13), key)), 'file');
    expect(await packs.goBack()).toMatchObject({ live: { version: 13 }, refusal: { version: 12 } });
  });

  it('a key that is none does not take the place of a good one', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const key = await makeKeyPair();
    const packs = await start();
    await packs.setKey(key.publicKey);
    await packs.setKey('oops');
    expect((await packs.take(writePack(await sign(version(12), key)), 'file')).live?.version).toBe(12);
  });
});

describe('a pilot', () => {
  it('is for its teams, however they are written, and for nobody else', async () => {
    const packs = await start();
    await packs.take(text(12), 'file');
    const pilot = text(13, { pilot: ['Returns', 'Billing'] });
    expect(await packs.take(pilot, 'file')).toMatchObject({ live: { version: 12 }, refusal: { version: 13 } });
    team = ' returns';
    expect((await packs.take(pilot, 'file')).live?.version).toBe(13);
    team = 'Sales';
    expect((await packs.settle()).live).toBeNull();
  });
});

describe('a worker that is stopped', () => {
  const never = () => new Promise<string[]>(() => {});

  it('begins the check of what was pending again', async () => {
    const packs = await start({ prove: never });
    void packs.take(text(12), 'file');
    await vi.waitFor(async () => expect((await loadPackState()).checking).not.toBeNull());
    await (await start()).resume();
    expect(await loadPackState()).toMatchObject({ live: { version: 12 }, checking: null });
  });

  it('finds again what was live, without another check', async () => {
    await (await start()).take(text(12), 'file');
    live = null;
    const prove = vi.fn();
    await (await start({ prove })).resume();
    expect(live).toMatchObject({ pack: { version: 12 } });
    expect(prove).not.toHaveBeenCalled();
  });

  it('does not try for ever', async () => {
    let begun = 0;
    const prove = () => {
      begun += 1;
      return never();
    };
    void (await start({ prove })).take(text(12), 'policy');
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      await vi.waitFor(() => expect(begun).toBe(tries));
      void (await start({ prove })).resume();
    }
    await vi.waitFor(async () => expect((await loadPackState()).refusal).toMatchObject({ version: 12 }));
    expect(await loadPackState()).toMatchObject({ live: null, checking: null });
    expect(begun).toBe(MOST_TRIES);
  });
});
