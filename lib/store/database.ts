/**
 * The extension's database: audits, and what the coach counted for the agent. One for all pages and the background. Its
 * shape changes only by a new entry in MIGRATIONS, which never change once they were shipped.
 */
import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type { Columns } from '../audit/columns';
import type { Fault, Mapping, Reply, ReviewedReply, Run, Verdict, WorkList } from '../audit/model';
import type { Pack } from '../pack/pack';
import type { KeptExample, StoredDay } from './days';

export interface Schema extends DBSchema {
  runs: { key: string; value: Run };
  /** The imported file itself, until it is read. */
  sources: { key: string; value: { run: string; file: Blob } };
  /** Messages that wait to be put together into conversations. */
  messages: {
    key: [run: string, row: number];
    value: StoredMessage;
    indexes: { ticket: [run: string, ticket: string, at: string, row: number] };
  };
  replies: { key: [string, number]; value: StoredReply };
  /** A run's columns, CHUNK replies a record. */
  columns: { key: [string, number]; value: { run: string; chunk: number; columns: Columns } };
  /** What a search looks through, in the same parts: see lib/audit/run/search.ts. Made with the columns. */
  texts: { key: [run: string, chunk: number]; value: StoredTexts };
  faults: { key: [run: string, number: number]; value: StoredFault };
  verdicts: { key: [string, number, string]; value: Verdict; indexes: { run: string } };
  lists: { key: string; value: WorkList; indexes: { run: string } };
  /** By the names of a file's columns, so that the next export of the same kind is read the same way. */
  mappings: { key: string; value: { columns: string; mapping: Mapping; usedAt: string } };
  /** What the coach counted for the agent, one record a day ('2026-03-01'). */
  days: { key: string; value: StoredDay };
  /** Sentences that the coach mended, where the agent asked to keep them. */
  examples: { key: string; value: KeptExample };
  /** The studio's versions of the team's layer, each as a pack without a signature. */
  versions: { key: number; value: StoredVersion };
  /** Packs that are live, or were before: the texts behind `PackState`, by their digest. */
  packs: { key: string; value: { digest: string; pack: Pack } };
  /** Keys that packs are signed with, by the public one. */
  signingKeys: { key: string; value: { publicKey: string; name: string; createdAt: string; pair: CryptoKeyPair } };
}

/** `rules`: of each reply those that found something, with a space between; not in records of earlier versions. */
export interface StoredTexts {
  run: string;
  chunk: number;
  texts: string[];
  rules?: string[];
}

export interface StoredVersion {
  /** Counts from 1. */
  number: number;
  digest: string;
  pack: Pack;
  /** Another manager's pack that it was merged from: the next merge with them begins there. */
  merged?: { digest: string; pack: Pack };
}

/** Before a reply is reviewed it has no result. */
export type StoredReply = { run: string; seq: number; reply: Reply; result?: ReviewedReply['result'] };

/** A message of an export, in the roles of its mapping. */
export interface StoredMessage {
  run: string;
  /** Counts the rows of the run from 1. In JSON several may stand on one line of the file. */
  row: number;
  line: number;
  ticket: string;
  at: string;
  from: 'customer' | 'agent';
  text: string;
  id?: string;
  agent?: string;
  team?: string;
  channel?: string;
  link?: string;
  customerName?: string;
}

/** `number` counts the faults of a run from 1. */
export type StoredFault = Fault & { run: string; number: number };

export type Database = IDBPDatabase<Schema>;
type Upgrade = (
  db: Database,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void | Promise<void>;

const NAME = 'reframe';

/** The nth brings a database of version n to n + 1. */
export const MIGRATIONS: readonly Upgrade[] = [
  (db) => {
    db.createObjectStore('runs', { keyPath: 'id' });
    db.createObjectStore('sources', { keyPath: 'run' });
    db.createObjectStore('messages', { keyPath: ['run', 'line'] }).createIndex('ticket', [
      'run',
      'ticket',
      'at',
      'line',
    ]);
    db.createObjectStore('replies', { keyPath: ['run', 'seq'] });
    db.createObjectStore('columns', { keyPath: ['run', 'chunk'] });
    db.createObjectStore('faults', { keyPath: ['run', 'line'] });
    db.createObjectStore('verdicts', { keyPath: ['run', 'seq', 'reviewer'] }).createIndex('run', 'run');
    db.createObjectStore('lists', { keyPath: 'id' }).createIndex('run', 'run');
    db.createObjectStore('mappings', { keyPath: 'columns' });
    db.createObjectStore('days', { keyPath: 'day' });
    db.createObjectStore('examples', { keyPath: 'id' });
  },
  // Several messages, or faults, can stand on one line of a file: a line is no key.
  async (db, transaction) => {
    await numbered(db, transaction, 'messages', 'row');
    transaction.objectStore('messages').createIndex('ticket', ['run', 'ticket', 'at', 'row']);
    await numbered(db, transaction, 'faults', 'number');
  },
  // A hundred thousand records are slow to look through one by one.
  (db) => {
    db.createObjectStore('texts', { keyPath: ['run', 'chunk'] });
  },
  // The studio, and packs that are rolled out.
  (db) => {
    db.createObjectStore('versions', { keyPath: 'number' });
    db.createObjectStore('packs', { keyPath: 'digest' });
    db.createObjectStore('signingKeys', { keyPath: 'publicKey' });
  },
  // What is counted by rule, beside what is counted by principle.
  async (_, transaction) => {
    for (let cursor = await transaction.objectStore('days').openCursor(); cursor; cursor = await cursor.continue()) {
      const { day, sums, replies } = cursor.value;
      const none = { rules: {} };
      await cursor.update({
        day,
        sums: { ...none, ...sums },
        replies: Object.fromEntries(Object.entries(replies).map(([id, tally]) => [id, { ...none, ...tally }])),
      });
    }
  },
];

/** Gives every record of a store a number within its run, in their order, and makes that its key. */
async function numbered(
  db: Database,
  transaction: Parameters<Upgrade>[1],
  name: 'messages' | 'faults',
  field: 'row' | 'number',
): Promise<void> {
  // What the types say of the store is true only when this is done.
  const old = transaction.objectStore(name) as unknown as OldStore;
  const fresh = db.createObjectStore('numbered' as typeof name, { keyPath: ['run', field] }) as unknown as OldStore;
  let run = '';
  let number = 0;
  for (let cursor = await old.openCursor(); cursor; cursor = await cursor.continue()) {
    number = cursor.value.run === run ? number + 1 : 1;
    run = cursor.value.run;
    await fresh.put({ ...cursor.value, [field]: number });
  }
  db.deleteObjectStore(name);
  fresh.name = name;
}

type OldStore = { name: string } & Pick<
  IDBPObjectStore<{ old: { key: IDBValidKey; value: { run: string } } }, ['old'], 'old', 'versionchange'>,
  'openCursor' | 'put'
>;

export interface Opening {
  /** Another than the extension's own: a backup that is being read. */
  name?: string;
  /** The newest but for tests. */
  version?: number;
  /** An older page of the extension keeps the database from opening: it has to be closed, then this goes on. */
  onBlocked?: () => void;
}

/** Opens the database. Rejects where the browser keeps nothing, has no room to begin with, or what is there can't be brought up to date. */
export async function openDatabase({
  name = NAME,
  version = MIGRATIONS.length,
  onBlocked,
}: Opening = {}): Promise<Database> {
  let fault: unknown;
  const opening = openDB<Schema>(name, version, {
    async upgrade(database, from, to, transaction) {
      try {
        for (const migrate of MIGRATIONS.slice(from, to ?? undefined)) await migrate(database, transaction);
      } catch (error) {
        fault = error;
        // Else the half of it would be kept.
        transaction.done.catch(() => {});
        transaction.abort();
      }
    },
    blocked: onBlocked,
    // Another page has a newer version of the extension: this one must let go for it to open.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
  return opening.catch((error) => {
    throw fault ?? error;
  });
}
