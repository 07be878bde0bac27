/** Everything in one file, and back: on another machine, from an older version, from a file that is broken. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../lib/pack/keys';
import type { Pack } from '../../lib/pack/pack';
import { EMPTY_LAYER } from '../../lib/phrasebank/layer';
import { type BackedUp, PART_NAMES, type Part, STORES } from '../../lib/store/backup/format';
import { readBackup } from '../../lib/store/backup/read';
import { type Mode, restore, restoredSettings } from '../../lib/store/backup/restore';
import { writeBackup } from '../../lib/store/backup/write';
import { type Database, MIGRATIONS, openDatabase } from '../../lib/store/database';
import { noSums, noTally } from '../../lib/store/days';
import { FileError } from '../../lib/store/file-faults';
import { DEFAULTS, type Settings } from '../../lib/store/settings';

const MADE_AT = '2026-03-01T09:00:00.000Z';
const settings: Settings = {
  ...DEFAULTS,
  maxUnderlines: 3,
  words: { avoid: [{ say: 'cheap', instead: '' }], fine: ['RMA'] },
};
const pack = (version: number): Pack => ({
  reframe: 'pack',
  schema: 1,
  id: 'acme',
  name: 'Acme',
  language: 'en',
  version,
  savedAt: MADE_AT,
  author: 'Ana',
  note: '',
  after: [],
  pilot: [],
  layer: EMPTY_LAYER,
});
const columns = (length: number) => ({
  length,
  score: Uint8Array.of(80, 255),
  mood: new Uint8Array(2),
  channel: new Uint8Array(2),
  high: Uint32Array.of(1, 2 ** 31),
  medium: new Uint32Array(2),
  low: new Uint32Array(2),
  count: Uint16Array.of(1, 0xffff),
  strengths: new Uint16Array(2),
  criteria: new Uint8Array(18),
  agent: new Uint16Array(2),
  team: new Uint16Array(2),
  at: Float64Array.of(Number.NaN, 1.5e12),
  agents: ['Ana'],
  teams: [],
});
const run = (id: string, phase = 'done') => ({
  id,
  name: `Export ${id}`,
  createdAt: MADE_AT,
  source: { name: 'a.csv', bytes: 12, format: 'csv' },
  mapping: { shape: 'replies', columns: { draft: 'Reply' } },
  phase,
  state: phase === 'done' ? 'done' : 'running',
  progress: { bytes: 12, rows: 2, messages: 0, grouped: 0, replies: 2, reviewed: 2 },
});

let db: Database;
const fresh = async () => {
  db?.close();
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
};
beforeEach(fresh);

const put = (store: BackedUp | 'messages', ...records: unknown[]) =>
  Promise.all(records.map((record) => db.put(store, record as never)));

async function fill(): Promise<void> {
  const tally = { ...noTally(), high: 1, taken: 1 };
  const rules = { 'blame/x': { shown: 1, taken: 1, byHand: 0, left: 0 } };
  const reply = { channel: 'chat', first: 50, last: 90, principles: { blame: tally }, rules, strengths: ['owns'] };
  await put('days', {
    day: '2026-02-27',
    sums: { ...noSums(), replies: 1, first: 50, last: 61.5, rules },
    replies: { a: reply },
  });
  await put('examples', {
    id: '2026-02-27/a/000',
    principle: 'blame',
    before: 'You “failed”.\nSo.',
    after: 'It came without.',
  });
  await put('versions', { number: 1, digest: 'd1', pack: pack(1) }, { number: 2, digest: 'd2', pack: pack(2) });
  await put('packs', { digest: 'd2', pack: pack(2) }, { digest: 'd1', pack: pack(1) });
  await put('mappings', {
    columns: '["Reply"]',
    mapping: { shape: 'replies', columns: { draft: 'Reply' } },
    usedAt: MADE_AT,
  });
  await put('runs', run('r1'), run('r2', 'reading'));
  const replies = Array.from({ length: 450 }, (_, seq) => ({
    run: 'r1',
    seq,
    reply: { id: `${seq}`, draft: 'Hello.', seq },
  }));
  await put('replies', ...replies, { run: 'r2', seq: 0, reply: { id: 'x', draft: 'Later.', seq: 0 } });
  await put('columns', { run: 'r1', chunk: 0, columns: columns(2) });
  await put('texts', { run: 'r1', chunk: 0, texts: ['hello'] });
  await put('faults', { run: 'r1', number: 1, line: 3, reason: 'odd', raw: 'x' });
  await put('verdicts', {
    run: 'r1',
    seq: 0,
    reviewer: 'Ana',
    at: MADE_AT,
    findings: { 'a@0-1': 'agree' },
    missed: [],
    done: true,
  });
  await put('lists', { id: 'l', run: 'r1', name: 'Today', createdAt: MADE_AT, how: 'random', seqs: [0] });
  const { publicKey, pair } = await makeKeyPair();
  await put('signingKeys', { publicKey, name: 'Ours', createdAt: MADE_AT, pair });
}

const all = async () =>
  Object.fromEntries(await Promise.all(STORES.map(async (store) => [store, await db.getAll(store)])));
const backup = (parts: readonly Part[] = PART_NAMES) =>
  writeBackup(db, { settings, parts: new Set(parts), livePack: 'd2', madeAt: MADE_AT });
const putBack = async (file: Blob, mode: Mode = 'replace') => {
  const staged = await readBackup(file);
  const { pack: live } = await restore(staged, db, mode);
  await staged.close();
  return { settings: staged.settings, live };
};
const faultsOf = async (file: Blob): Promise<string> => {
  try {
    await readBackup(file);
  } catch (error) {
    if (error instanceof FileError) return error.faults.join('\n');
    throw error;
  }
  return '';
};
const edited = async (change: (text: string) => string) => new Blob([change(await (await backup()).text())]);

describe('a backup', () => {
  it('brings everything back on another machine', async () => {
    await fill();
    const before = await all();
    const file = await backup();
    await fresh();
    const restored = await putBack(file);
    const after = await all();
    const [key] = after.signingKeys;
    const [was] = before.signingKeys;
    const signature = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      key.pair.privateKey,
      Uint8Array.of(1),
    );
    const holds = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      was.pair.publicKey,
      signature,
      Uint8Array.of(1),
    );
    expect(holds).toBe(true);
    const { packs: _, signingKeys: __, ...records } = before;
    expect(after).toMatchObject({
      ...records,
      // One that was still being read stays behind, with what is its own.
      runs: [run('r1')],
      replies: before.replies.filter(({ run }: { run: string }) => run === 'r1'),
      signingKeys: [{ publicKey: was.publicKey, name: 'Ours', createdAt: MADE_AT }],
    });
    expect(after.columns).toEqual(before.columns);
    expect(restored.live).toEqual(pack(2));
    expect(restoredSettings(DEFAULTS, restored.settings, 'replace')).toMatchObject({
      maxUnderlines: 3,
      words: settings.words,
    });
  });

  it('holds no key and no audit unless they are asked for', async () => {
    await fill();
    const file = await backup(['counts', 'studio', 'verdicts']);
    const text = await file.text();
    expect(text).not.toMatch(/PRIVATE KEY|Hello\./);
    await fresh();
    await putBack(file);
    const after = await all();
    expect(after.versions).toHaveLength(2);
    // There is no audit that they could be shown at.
    expect([...after.verdicts, ...after.runs, ...after.signingKeys]).toEqual([]);
  });

  it('takes the place only of what it has, and never of a key', async () => {
    const file = await backup(['counts', 'studio', 'keys', 'verdicts']);
    await fill();
    const before = await all();
    await putBack(file);
    expect(await all()).toMatchObject({ days: [], versions: [], runs: before.runs, signingKeys: [{ name: 'Ours' }] });
  });

  it('adds what is not here, and leaves what is', async () => {
    await fill();
    const file = await backup();
    await fresh();
    await put('days', { day: '2026-02-27', sums: noSums(), replies: {} });
    await put('versions', { number: 1, digest: 'mine', pack: pack(1) });
    await put('runs', { ...run('r1'), name: 'Mine' }, run('r3'));
    await putBack(file, 'add');
    const after = await all();
    expect(after).toMatchObject({ days: [{ sums: { replies: 0 } }], versions: [{ digest: 'mine' }], examples: [{}] });
    expect(after.runs.map(({ name }: { name: string }) => name)).toEqual(['Mine', 'Export r3']);
    expect(after.replies).toEqual([]);
    const mine = {
      ...DEFAULTS,
      maxUnderlines: 8,
      words: { avoid: [{ say: 'cheap', instead: 'good' }], fine: ['SLA'] },
    };
    expect(restoredSettings(mine, settings, 'add')).toEqual({
      words: { avoid: [{ say: 'cheap', instead: 'good' }], fine: ['SLA', 'RMA'] },
    });
  });

  it('lets audits go that it does not have, where it takes their place', async () => {
    await fill();
    const file = await backup();
    await put('runs', run('r3'));
    await putBack(file);
    expect(await db.getAllKeys('runs')).toEqual(['r1']);
  });

  it('of an older version is brought up to date', async () => {
    const day = {
      day: '2026-02-27',
      sums: { replies: 1, first: 5, last: 6, channels: {}, principles: {}, strengths: {} },
      replies: {},
    };
    const lines = [
      { reframe: 'backup', schema: 1, database: 4, madeAt: MADE_AT, parts: ['counts'] },
      { store: 'settings', value: {} },
      { store: 'days', value: day },
      { end: true, records: 2 },
    ];
    await putBack(new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]));
    expect(await db.getAll('days')).toEqual([{ ...day, sums: { ...day.sums, rules: {} } }]);
  });
});

describe('a broken backup changes nothing, and says where it is broken', () => {
  const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
  it.each<[string, (text: string) => string, RegExp]>([
    ['cut off', (text) => text.slice(0, -40), /cut off|line \d+/],
    ['a line short', swap(/\{"store":"days".*\n/, ''), /of \d+ records there are \d+/],
    ['another file', () => '{"reframe":"settings"}\n', /line 1: reframe: this is no backup/],
    ['no JSON', () => 'Hello', /line 1/],
    ['empty', () => '', /cut off/],
    ['of a newer version', swap(/"database":\d+/, `"database":${MIGRATIONS.length + 1}`), /newer Reframe/],
    ['with a store that is none', swap('"store":"days"', '"store":"cookies"'), /line \d+: store/],
    ['with settings that are none', swap('"maxUnderlines":3', '"maxUnderlines":"three"'), /maxUnderlines/],
    ['with a record that has no key', swap('{"day":"2026-02-27",', '{'), /days/],
    ['with a sum that is none', swap('"replies":1', '"replies":"one"'), /days: sums.replies/],
    ['with a pack that is none', swap('"language":"en"', '"language":"<b>"'), /language/],
    [
      'with a link that runs something',
      swap('"draft":"Hello."', '"link":"javascript:alert(1)","draft":"Hello."'),
      /https/,
    ],
    [
      'with a key that is none',
      swap(/BEGIN PRIVATE KEY-----\\n..../, 'BEGIN PRIVATE KEY-----\\nAAAA'),
      /no signing key/,
    ],
    ['with more behind its end', (text) => `${text}{"store":"days","value":{}}\n`, /behind the end/],
  ])('%s', async (_, change, where) => {
    await fill();
    const before = await all();
    expect(await faultsOf(await edited(change))).toMatch(where);
    expect(await all()).toEqual(before);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['reframe']);
  });
});
