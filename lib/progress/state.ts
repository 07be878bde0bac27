/** What the page of the agent's own view knows. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { createOptionsState, type OptionsState } from '../options/state';
import { type Database, openDatabase } from '../store/database';
import { type KeptExample, readDays, readExamples, type StoredDay, wipeExamples } from '../store/days';
import { wipeCounted } from '../store/wipe';

export interface Counted {
  /** Oldest first. */
  days: StoredDay[];
  /** Newest first. */
  examples: KeptExample[];
}

export interface CountedState {
  /** null until it is read. */
  counted: ReadonlySignal<Counted | null>;
  /** Why it could not be read or wiped. */
  failure: ReadonlySignal<string | null>;
  wipe(): Promise<void>;
  wipeExamples(): Promise<void>;
}

export interface ProgressState extends CountedState {
  options: OptionsState;
  keepExamples(keep: boolean): Promise<void>;
}

/** Reads what was counted, and again whenever the agent comes back to the page. */
export function createCountedState(): CountedState {
  const counted = signal<Counted | null>(null);
  const failure = signal<string | null>(null);

  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
      counted.value = await inDatabase(async (db) => ({ days: await readDays(db), examples: await readExamples(db) }));
      failure.value = null;
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error);
    }
  };
  const read = () => void guarded(async () => {});

  read();
  addEventListener('focus', read);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') read();
  });

  return {
    counted,
    failure,
    wipe: () => guarded(wipeCounted),
    wipeExamples: () => guarded(() => inDatabase(wipeExamples)),
  };
}

export function createProgressState(): ProgressState {
  const options = createOptionsState();
  const counted = createCountedState();
  return {
    ...counted,
    options,
    async keepExamples(keep) {
      await options.change(() => ({ keepExamples: keep }));
      if (!keep && options.failure.value === null) await counted.wipeExamples();
    },
  };
}

async function inDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase();
  return work(db).finally(() => db.close());
}
