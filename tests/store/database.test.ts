import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, openDatabase } from '../../lib/store/database';
import type { StoredDay } from '../../lib/store/days';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Records as version 1 had them, keyed by the line of the file. */
const message = (run: string, line: number) => ({
  run,
  line,
  ticket: `t${line % 2}`,
  at: '',
  from: 'agent',
  text: 'x',
});
const fault = (run: string, line: number) => ({ run, line, reason: 'odd', raw: '' });

async function version1(): Promise<void> {
  const db = await openDatabase({ version: 1 });
  const put = (store: string, value: unknown) => db.put(store as 'runs', value as never);
  await put('runs', { id: 'a', name: 'A' });
  await put('replies', { run: 'a', seq: 0, reply: { id: 'r', draft: 'Hello.', seq: 0 } });
  await put('verdicts', { run: 'a', seq: 0, reviewer: 'me', at: '', findings: {}, missed: [], done: true });
  for (const run of ['a', 'b']) {
    for (const line of [2, 3, 7]) {
      await put('messages', message(run, line));
      await put('faults', fault(run, line));
    }
  }
  db.close();
}

describe('the database', () => {
  it('opens at its newest version, whichever it comes from', async () => {
    const fresh = await openDatabase();
    const stores = [...fresh.objectStoreNames];
    const shape = (db: typeof fresh) =>
      [...db.objectStoreNames].map((name) => {
        const { keyPath, indexNames } = db.transaction(name).objectStore(name);
        return [name, keyPath, [...indexNames]];
      });
    const newest = shape(fresh);
    fresh.close();
    for (let from = 1; from < MIGRATIONS.length; from++) {
      globalThis.indexedDB = new IDBFactory();
      (await openDatabase({ version: from })).close();
      const upgraded = await openDatabase();
      expect([...upgraded.objectStoreNames]).toEqual(stores);
      expect(shape(upgraded)).toEqual(newest);
      upgraded.close();
    }
  });

  it('brings every record of version 1 along', async () => {
    await version1();
    const db = await openDatabase();
    expect(await db.get('runs', 'a')).toMatchObject({ name: 'A' });
    expect(await db.count('replies')).toBe(1);
    expect(await db.countFromIndex('verdicts', 'run', 'a')).toBe(1);
    expect(await db.getAll('messages')).toEqual(
      ['a', 'b'].flatMap((run) => [2, 3, 7].map((line, index) => ({ ...message(run, line), row: index + 1 }))),
    );
    expect((await db.getAll('faults')).map(({ run, number, line }) => [run, number, line])).toEqual(
      ['a', 'b'].flatMap((run) => [2, 3, 7].map((line, index) => [run, index + 1, line])),
    );
    const inOrder = await db.getAllFromIndex('messages', 'ticket', IDBKeyRange.bound(['a'], ['a', []]));
    expect(inOrder.map(({ line }) => line)).toEqual([2, 3, 7]);
    // Two on one line, which is what it is for.
    await db.put('faults', { ...fault('a', 7), number: 4 });
    expect(await db.count('faults')).toBe(7);
    db.close();
  });

  it('brings days along that were counted before rules were', async () => {
    const older = await openDatabase({ version: 4 });
    const tally = { channel: 'email', first: 60, last: 80, principles: {}, strengths: ['owns'] };
    const sums = { replies: 2, first: 100, last: 150, channels: { chat: 2 }, principles: {}, strengths: {} };
    const day = { day: '2026-03-01', sums, replies: { a: tally } };
    await older.put('days', day as unknown as StoredDay);
    older.close();
    const db = await openDatabase();
    expect(await db.getAll('days')).toEqual([
      { ...day, sums: { ...sums, rules: {} }, replies: { a: { ...tally, rules: {} } } },
    ]);
    db.close();
  });

  it('says that an older page keeps it from opening, and opens when that is gone', async () => {
    // As one that does not let go by itself.
    (await openDatabase({ version: 1 })).close();
    const older = await openDB('reframe');
    let blocked = 0;
    const opening = openDatabase({
      onBlocked: () => {
        blocked += 1;
        older.close();
      },
    });
    (await opening).close();
    expect(blocked).toBe(1);
  });

  it('stays as it was where it can’t be brought up to date', async () => {
    (await openDB('reframe', 1)).close();
    await expect(openDatabase()).rejects.toMatchObject({ name: 'NotFoundError' });
    const old = await openDB('reframe');
    expect(old.version).toBe(1);
    old.close();
  });

  it('lets go for a newer page', async () => {
    const older = await openDatabase({ version: 1 });
    const newer = await openDatabase();
    expect(() => older.transaction('runs')).toThrow();
    newer.close();
  });

  it('is not opened by an older version of the extension', async () => {
    (await openDatabase({ version: MIGRATIONS.length })).close();
    await expect(openDatabase({ version: 1 })).rejects.toMatchObject({ name: 'VersionError' });
  });
});
