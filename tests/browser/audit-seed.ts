/** A run in the database of the workbench, as an import leaves it: the workbench reads and reviews it when it opens. */
import type { Page } from 'playwright-core';
import type { Mapping, Run } from '../../lib/audit/model';
import { newRun } from '../../lib/audit/run/new-run';

export interface SeedReply {
  id: string;
  draft: string;
  customer?: string;
  agent?: string;
  team?: string;
  channel?: string;
  at?: string;
}

const MAPPING: Mapping = {
  shape: 'replies',
  columns: {
    id: 'id',
    draft: 'draft',
    customer: 'customer',
    agent: 'agent',
    team: 'team',
    channel: 'channel',
    date: 'at',
  },
};

/** `page` shows the workbench, so that its database is there. */
export async function seedRun(page: Page, id: string, name: string, replies: readonly SeedReply[]): Promise<void> {
  const text = replies.map((reply) => JSON.stringify(reply)).join('\n');
  const run = newRun({
    id,
    name,
    createdAt: '2026-04-01T09:00:00.000Z',
    source: { name: `${name}.jsonl`, bytes: new TextEncoder().encode(text).length, format: 'jsonl' },
    mapping: MAPPING,
    masked: false,
    engine: {
      options: {},
      words: { avoid: [], fine: [] },
      texts: { title: 'Own words', message: 'Say \uE000 instead.', none: 'Say it another way.' },
      version: '0.1.0',
    },
  });
  await page.evaluate(
    async ({ run, text }) => {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open('reframe');
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      const transaction = db.transaction(['runs', 'sources'], 'readwrite');
      transaction.objectStore('runs').put(run);
      transaction.objectStore('sources').put({ run: run.id, file: new Blob([text]) });
      await new Promise((done, failed) => {
        transaction.oncomplete = done;
        transaction.onerror = failed;
      });
      db.close();
    },
    { run, text },
  );
}

/** How far the run is: 'done' when every reply of it is reviewed. */
export async function phaseOf(page: Page, id: string): Promise<Run['phase'] | undefined> {
  return (await stored<Run>(page, 'runs')).find((run) => run.id === id)?.phase;
}

/** All records of a store of the workbench's database. */
export function stored<T>(page: Page, store: string): Promise<T[]> {
  return page.evaluate(
    (store) =>
      new Promise<T[]>((done, failed) => {
        const opening = indexedDB.open('reframe');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => {
            opening.result.close();
            done(asked.result as T[]);
          };
        };
      }),
    store,
  );
}
