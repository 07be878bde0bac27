import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Run } from '../../../lib/audit/model';
import { newRun } from '../../../lib/audit/run/new-run';
import type { Database } from '../../../lib/store/database';

/** An empty database for the next `openDatabase`. */
export function freshDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}

/** A run that is being worked on. */
export function startedRun(id: string, source: Run['source'], mapping: Run['mapping']): Run {
  const run = newRun({
    id,
    name: id,
    createdAt: '2026-03-01T10:00:00.000Z',
    source,
    mapping,
    masked: false,
    engine: {
      options: {},
      words: { avoid: [], fine: [] },
      texts: { title: '', message: '', none: '' },
      version: '0.1.0',
    },
  });
  return { ...run, state: 'running' };
}

const CSV = {
  shape: 'replies',
  columns: { draft: 'reply', customer: 'question', agent: 'agent', id: 'id', date: 'date' },
} as const;

/** A run over a file of CSV with the columns id, reply, question, agent, date. */
export async function addCsvRun(db: Database, id: string, text: string): Promise<Run> {
  const file = new Blob([text]);
  const run = startedRun(id, { name: `${id}.csv`, bytes: file.size, format: 'csv' }, CSV);
  await db.put('runs', run);
  await db.put('sources', { run: id, file });
  return run;
}

/** Everything of a run, to compare. */
export async function everything(db: Database, id: string) {
  const ofRun = IDBKeyRange.bound([id], [id, []]);
  return {
    run: await db.get('runs', id),
    source: await db.get('sources', id),
    messages: await db.getAll('messages', ofRun),
    replies: await db.getAll('replies', ofRun),
    columns: await db.getAll('columns', ofRun),
    faults: await db.getAll('faults', ofRun),
  };
}
