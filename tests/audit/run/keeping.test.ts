import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyColumns, pushReply } from '../../../lib/audit/build-columns';
import type { Run } from '../../../lib/audit/model';
import { CHUNK } from '../../../lib/audit/run/chunks';
import { removeRun } from '../../../lib/audit/run/remove';
import { removeExpired } from '../../../lib/audit/run/retention';
import { searchedRules, searchedText, searchReplies, soughtBy } from '../../../lib/audit/run/search';
import { stopHere } from '../../../lib/audit/run/stop-here';
import type { AuditResult } from '../../../lib/engine/types';
import { type Database, openDatabase } from '../../../lib/store/database';
import { everything, freshDatabase, startedRun } from './helpers';

let db: Database;
beforeEach(async () => {
  freshDatabase();
  db = await openDatabase();
});
afterEach(() => db.close());

const SOURCE = { name: 'a.csv', bytes: 10, format: 'csv' } as const;
const MAPPING = { shape: 'replies', columns: { draft: 'reply' } } as const;

/** A run with something in each of its stores. */
async function addFull(id: string, change: Partial<Run> = {}): Promise<void> {
  await db.put('runs', { ...startedRun(id, SOURCE, MAPPING), ...change });
  await db.put('sources', { run: id, file: new Blob(['x']) });
  await db.put('messages', { run: id, row: 1, line: 1, ticket: 't', at: '', from: 'agent', text: 'x' });
  await db.put('replies', { run: id, seq: 0, reply: { id: 'r', draft: 'x', seq: 0 } });
  await db.put('columns', { run: id, chunk: 0, columns: emptyColumns(1) });
  await db.put('texts', { run: id, chunk: 0, texts: ['x'] });
  await db.put('faults', { run: id, number: 1, line: 2, reason: 'odd', raw: '' });
  await db.put('verdicts', { run: id, seq: 0, reviewer: 'me', at: '', findings: {}, missed: [], done: true });
  await db.put('lists', { id: `list of ${id}`, run: id, name: '', createdAt: '', how: 'random', seqs: [0] });
}

describe('an audit that is deleted', () => {
  it('leaves nothing, and leaves the others alone', async () => {
    for (const id of ['a', 'aa', 'b']) await addFull(id);
    await db.put('mappings', { columns: 'x', mapping: MAPPING, usedAt: '' });
    await removeRun(db, 'a');
    for (const store of [
      'runs',
      'sources',
      'messages',
      'replies',
      'columns',
      'texts',
      'faults',
      'verdicts',
      'lists',
    ] as const) {
      expect(await db.count(store), store).toBe(2);
    }
    expect(await db.count('mappings')).toBe(1);
  });

  it('goes by itself after its days, and not before', async () => {
    await addFull('old', { createdAt: '2026-01-01T00:00:00.000Z' });
    await addFull('new', { createdAt: '2026-02-20T00:00:00.000Z' });
    const now = Date.parse('2026-03-01T00:00:00.000Z');
    expect(await removeExpired(db, 0, now)).toEqual([]);
    expect(await removeExpired(db, 60, now)).toEqual([]);
    expect(await removeExpired(db, 30, now)).toEqual(['old']);
    expect(await db.getAllKeys('runs')).toEqual(['new']);
    expect(await db.count('replies')).toBe(1);
  });
});

describe('an audit that is stopped', () => {
  const reviewing = (replies: number): Partial<Run> => ({
    phase: 'reviewing',
    progress: { bytes: 10, rows: replies, messages: 0, grouped: 0, replies, reviewed: 0 },
  });

  it('is what was reviewed without a hole', async () => {
    await db.put('runs', { ...startedRun('a', SOURCE, MAPPING), ...reviewing(CHUNK * 4) });
    for (let seq = 0; seq < CHUNK * 4; seq++) {
      await db.put('replies', { run: 'a', seq, reply: { id: `r${seq}`, draft: 'x', seq } });
    }
    // Chunk 1 was still in work when 3 was done.
    for (const chunk of [0, 2]) {
      const columns = emptyColumns(CHUNK);
      for (let index = 0; index < CHUNK; index++) {
        const criteria = {} as never;
        pushReply(
          columns,
          { id: '', draft: '', seq: 0 },
          index === 5
            ? null
            : { id: '', mood: 'calm', score: 60, criteria, findings: [], strengths: [], commitments: [], gaps: [] },
        );
      }
      await db.put('columns', { run: 'a', chunk, columns });
    }
    await stopHere(db, 'a');
    const { run, replies, columns } = await everything(db, 'a');
    expect(run).toMatchObject({ phase: 'done', state: 'done', stoppedEarly: true });
    expect(run).toMatchObject({ progress: { replies: CHUNK, reviewed: CHUNK }, scored: CHUNK - 1 });
    expect(run?.scoreSum).toBe((CHUNK - 1) * 60);
    expect(replies).toHaveLength(CHUNK);
    expect(columns.map(({ chunk }) => chunk)).toEqual([0]);
  });

  it('reviews what was read', async () => {
    await addFull('a', { progress: { bytes: 5, rows: 1, messages: 0, grouped: 0, replies: 1, reviewed: 0 } });
    await stopHere(db, 'a');
    expect(await db.get('runs', 'a')).toMatchObject({ phase: 'reviewing', state: 'waiting', stoppedEarly: true });
    expect(await db.count('sources')).toBe(0);
  });

  it('is left as it is once it is done', async () => {
    await addFull('a', { phase: 'done', state: 'done' });
    expect(await stopHere(db, 'a')).not.toHaveProperty('stoppedEarly');
    expect(await stopHere(db, 'gone')).toBeUndefined();
  });
});

describe('a search', () => {
  it('finds replies in which every word stands, in any case, in the reply or what the customer wrote', async () => {
    const texts = [
      { draft: 'We can’t refund it.' },
      { draft: 'Sent today.', customer: 'A REFUND please' },
      { draft: 'Sent today.', conversation: { customer: 'Where is it?' } },
    ];
    for (const [seq, text] of texts.entries())
      await db.put('replies', { run: 'a', seq, reply: { id: '', seq, ...text } });
    const found = (text: string) => searchReplies(db, 'a', soughtBy({ text }), 0, 100);
    expect(await found('refund')).toEqual([0, 1]);
    expect(await found("CAN'T  refund")).toEqual([0]);
    expect(await found('where')).toEqual([2]);
    expect(await found('refund where')).toEqual([]);
    expect(await searchReplies(db, 'a', soughtBy({ text: 'refund' }), 1, 2)).toEqual([1]);
    expect(await searchReplies(db, 'b', soughtBy({ text: 'refund' }), 0, 9)).toEqual([]);
  });

  it('looks through what is kept of reviewed replies, and through the others themselves', async () => {
    const reply = { id: '', draft: 'A refund, by Monday.' };
    const seqs = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1];
    for (const seq of seqs) await db.put('replies', { run: 'a', seq, reply: { ...reply, seq } });
    // The second chunk is reviewed; its texts are kept in the order of their replies.
    await db.put('texts', { run: 'a', chunk: 1, texts: ['kept: nothing', searchedText({ ...reply, seq: CHUNK + 1 })] });
    expect(await searchReplies(db, 'a', soughtBy({ text: 'refund' }), 0, 4 * CHUNK)).toEqual([
      0,
      1,
      CHUNK - 1,
      CHUNK + 1,
    ]);
    expect(await searchReplies(db, 'a', soughtBy({ text: 'kept:' }), 0, 4 * CHUNK)).toEqual([CHUNK]);
  });

  it('finds replies that a rule found something in, also where rules were not kept', async () => {
    const finding = (rule: string) =>
      ({ rule, principle: 'blame', severity: 'low', start: 0, end: 1, quote: '', message: '' }) as const;
    const result = (...rules: string[]) => ({ findings: rules.map(finding) }) as unknown as AuditResult;
    const reply = (seq: number) => ({ id: '', seq, draft: 'A refund.' });
    await db.put('replies', { run: 'a', seq: 0, reply: reply(0), result: result('blame/a', 'blame/b') });
    await db.put('replies', { run: 'a', seq: 1, reply: reply(1), result: result('blame/ab') });
    await db.put('replies', { run: 'a', seq: 2, reply: reply(2) });
    await db.put('replies', { run: 'a', seq: CHUNK, reply: reply(CHUNK), result: result('blame/b') });
    // The first chunk was reviewed before rules were kept.
    await db.put('texts', { run: 'a', chunk: 0, texts: ['a refund.', 'a refund.', 'a refund.'] });
    await db.put('texts', { run: 'a', chunk: 1, texts: ['a refund.'], rules: [searchedRules(result('blame/b'))] });
    const found = (rule: string, text?: string) => searchReplies(db, 'a', soughtBy({ rule, text }), 0, 2 * CHUNK);
    expect(await found('blame/a')).toEqual([0]);
    expect(await found('blame/b')).toEqual([0, CHUNK]);
    expect(await found('blame/b', 'refund')).toEqual([0, CHUNK]);
    expect(await found('blame/b', 'invoice')).toEqual([]);
    expect(await found('blame/c')).toEqual([]);
  });
});
