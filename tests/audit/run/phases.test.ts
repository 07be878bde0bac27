import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { repliesOfTicket } from '../../../lib/audit/import/conversations';
import * as reviewRow from '../../../lib/audit/review-row';
import { CHUNK, openChunks } from '../../../lib/audit/run/chunks';
import { groupMessages } from '../../../lib/audit/run/grouping';
import { readFile } from '../../../lib/audit/run/reading';
import { removeRun } from '../../../lib/audit/run/remove';
import { reviewChunk } from '../../../lib/audit/run/reviewing';
import { builtInBanks } from '../../../lib/phrasebank/built-in';
import { type Database, openDatabase } from '../../../lib/store/database';
import { addCsvRun, everything, freshDatabase, startedRun } from './helpers';

const corpus = readFileSync('tests/corpus/authored.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; draft: string; customer: string });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** `count` replies of the corpus, each with its own reference, and now and then a row that gives none. */
function csv(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const { draft, customer } = corpus[index % corpus.length] as (typeof corpus)[number];
    return [`r${index}`, `${draft}\n\nReference ${index}.`, customer, `Agent ${index % 7}`, '2026-03-02'].map(quoted);
  });
  rows.splice(Math.floor(count / 3), 0, [quoted('empty'), '""', '""', '""', '""']);
  rows.splice(Math.floor(count / 2), 0, rows[0] as string[]);
  return `id,reply,question,agent,date\n${rows.map((row) => row.join(',')).join('\n')}\n`;
}

// The first review compiles the banks.
beforeAll(
  () => void reviewRow.reviewRow({ id: 'first', draft: 'Hello.' }, builtInBanks(), { suggestions: false }),
  60_000,
);

let db: Database;
beforeEach(async () => {
  freshDatabase();
  db = await openDatabase();
});
afterEach(() => {
  vi.restoreAllMocks();
  db.close();
});

/** For what does not depend on what a review says: it only has to tell the replies apart. */
function reviewQuickly(): void {
  const sample = reviewRow.reviewRow({ id: 'first', draft: 'Hello.' }, builtInBanks(), { suggestions: false });
  vi.spyOn(reviewRow, 'reviewRow').mockImplementation(({ id }) => ({ ...sample, id, score: id.length % 100 }));
}

const quiet = () => {};
const engine = () => ({ banks: builtInBanks(), options: {} });

/** As the foreman does it, without workers. */
async function work(database: Database, id: string): Promise<void> {
  const run = await database.get('runs', id);
  if (run?.phase === 'reading') await readFile(database, id, quiet);
  const read = await database.get('runs', id);
  if (read?.phase === 'grouping') await groupMessages(database, id, quiet, repliesOfTicket);
  const ready = await database.get('runs', id);
  if (ready) for (const chunk of await openChunks(database, ready)) await reviewChunk(database, id, chunk, engine());
}

/** A database whose `nth` readwrite transaction from now on is broken off, as by a crash. */
function crashing(database: Database, nth: number): Database {
  let begun = 0;
  return new Proxy(database, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
      return (...args: Parameters<Database['transaction']>) => {
        const transaction = target.transaction(...args);
        if (args[1] === 'readwrite') {
          begun += 1;
          if (begun === nth) setTimeout(() => transaction.abort());
          if (begun > nth) throw new Error('The tab is closed.');
        }
        return transaction;
      };
    },
  });
}

describe('a run', { timeout: 60_000 }, () => {
  it('gives each reply the review that a line of its own would have', async () => {
    await addCsvRun(db, 'a', csv(30));
    await work(db, 'a');
    const { run, replies, source } = await everything(db, 'a');
    expect(run).toMatchObject({ phase: 'done', state: 'done', leftOut: { empty: 1, duplicate: 1 }, faults: 0 });
    expect(run?.progress).toMatchObject({ rows: 32, replies: 30, reviewed: 30 });
    expect(source).toBeUndefined();
    for (const { reply, result } of replies) {
      expect(result).toEqual(reviewRow.reviewRow(reply, builtInBanks(), { suggestions: false }));
    }
  });

  it('ends the same wherever it was broken off', async () => {
    reviewQuickly();
    const text = csv(600 + CHUNK);
    await addCsvRun(db, 'whole', text);
    await work(db, 'whole');
    const whole = JSON.stringify(await everything(db, 'whole')).replaceAll('"whole', '"a');
    const last = 2 + Math.ceil((600 + CHUNK) / CHUNK);
    for (let nth = 1; nth <= last; nth++) {
      await addCsvRun(db, 'a', text);
      await expect(work(crashing(db, nth), 'a')).rejects.toThrow();
      const broken = await db.get('runs', 'a');
      expect(broken?.phase).not.toBe('done');
      await work(db, 'a');
      expect(JSON.stringify(await everything(db, 'a'))).toBe(whole);
      await removeRun(db, 'a');
    }
  });

  it('does no chunk twice where two work on it', async () => {
    await addCsvRun(db, 'a', csv(40));
    await readFile(db, 'a', quiet);
    const [first, second] = await Promise.all(
      [reviewChunk(db, 'a', 0, engine()), reviewChunk(db, 'a', 0, engine())].map((one) =>
        one.catch((error: Error) => error),
      ),
    );
    expect([first, second].filter((one) => one instanceof Error)).toHaveLength(1);
    expect(await db.get('runs', 'a')).toMatchObject({ progress: { reviewed: 40 }, scored: 40, state: 'done' });
  });

  it('reads no row twice where two read it', async () => {
    await addCsvRun(db, 'a', csv(1200));
    const ends = await Promise.allSettled([readFile(db, 'a', quiet), readFile(db, 'a', quiet)]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.count('replies')).toBe(1200);
  });

  it('writes nothing for a run that was paused or removed', async () => {
    const run = await addCsvRun(db, 'a', csv(20));
    await db.put('runs', { ...run, state: 'paused' });
    await expect(readFile(db, 'a', quiet)).rejects.toMatchObject({ name: 'Stopped' });
    await db.delete('runs', 'a');
    await expect(readFile(db, 'a', quiet)).rejects.toMatchObject({ name: 'Stopped' });
    expect(await db.count('replies')).toBe(0);
  });

  it('goes on after a reply on which the coach fails', async () => {
    await addCsvRun(db, 'a', csv(12));
    await readFile(db, 'a', quiet);
    const real = reviewRow.reviewRow;
    vi.spyOn(reviewRow, 'reviewRow').mockImplementation((line, ...rest) => {
      if (line.id === 'r5') throw new Error('too odd');
      return real(line, ...rest);
    });
    await reviewChunk(db, 'a', 0, { ...engine(), without: new Set([7]) });
    const { run, faults, replies, columns } = await everything(db, 'a');
    expect(run).toMatchObject({ state: 'done', faults: 2, scored: 10 });
    expect(faults.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('“r5”: too odd'),
      expect.stringContaining('“r7”'),
    ]);
    expect(replies.filter(({ result }) => !result).map(({ seq }) => seq)).toEqual([5, 7]);
    expect([...(columns[0]?.columns.score.slice(4, 8) ?? [])].map((score) => score === 255)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('puts messages together and is then through with them', async () => {
    reviewQuickly();
    const rows = ['ticket,author,body,date,id'];
    for (let ticket = 0; ticket < 300; ticket++) {
      rows.push(`${ticket},customer,Where is parcel ${ticket}?,2026-03-01 10:00,c${ticket}`);
      rows.push(`${ticket},agent,Parcel ${ticket} comes on Friday.,2026-03-01 11:00,a${ticket}`);
    }
    const file = new Blob([rows.join('\n')]);
    const run = startedRun(
      'm',
      { name: 'm.csv', bytes: file.size, format: 'csv' },
      {
        shape: 'messages',
        columns: { draft: 'body', author: 'author', ticket: 'ticket', date: 'date', id: 'id' },
      },
    );
    await db.put('runs', run);
    await db.put('sources', { run: 'm', file });
    await expect(work(crashing(db, 3), 'm')).rejects.toThrow();
    expect(await db.get('runs', 'm')).toMatchObject({ phase: 'grouping' });
    await work(db, 'm');
    const { run: done, replies, messages } = await everything(db, 'm');
    expect(done).toMatchObject({ state: 'done', leftOut: { customer: 300 }, progress: { grouped: 600, replies: 300 } });
    expect(messages).toEqual([]);
    expect(new Set(replies.map(({ reply }) => reply.id)).size).toBe(300);
    for (const { reply } of replies) expect(reply.conversation?.customer).toBe(`Where is parcel ${reply.ticket}?`);
  });

  it('keeps all it has where there is no room for more, and goes on when there is', async () => {
    await addCsvRun(db, 'a', csv(20));
    await readFile(db, 'a', quiet);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'columns') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await expect(reviewChunk(db, 'a', 0, engine())).rejects.toMatchObject({ name: 'QuotaExceededError' });
    vi.restoreAllMocks();
    expect(await db.get('runs', 'a')).toMatchObject({ phase: 'reviewing', progress: { replies: 20, reviewed: 0 } });
    expect((await db.getAll('replies')).some(({ result }) => result)).toBe(false);
    await work(db, 'a');
    expect(await db.get('runs', 'a')).toMatchObject({ state: 'done', scored: 20 });
  });
});
