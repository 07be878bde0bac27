/**
 * Who gets the work done: one audit at a time, the oldest first, and one tab at a time. A tab that opens while another
 * works stands by, and goes on where that one was closed.
 */
import type { Database } from '../../store/database';
import type { Run } from '../model';
import { type Calls, WorkerDied } from './calls';
import { checkpoint } from './checkpoint';
import { type NewReviewer, reviewAll } from './crew';
import type { ReadWorker } from './read-worker';

const LOCK = 'reframe audits';
/** Deaths of the reading worker, one after the other, in which it came no further. */
const MOST_DEATHS = 3;

export interface Team {
  newReader: (onNews: (news: unknown) => void) => Calls<ReadWorker>;
  newReviewer: NewReviewer;
  reviewers: number;
}

export interface ForemanOptions {
  team: Team;
  /** Hears of each step of a run, and of its end. */
  tell: (run: Run) => void;
  /** What is said to the person of an error that stopped a run. */
  explain: (error: Error) => string;
}

export class Foreman {
  #working: { id: string; stop: AbortController } | null = null;
  #awake = false;
  /** Runs that stopped by an error that may not even have been stored. */
  readonly #halted = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly options: ForemanOptions,
  ) {}

  /** There may be work. Returns at once. */
  wake(): void {
    if (this.#awake) return;
    this.#awake = true;
    void navigator.locks.request(LOCK, async () => {
      try {
        for (let run = await this.#next(); run; run = await this.#next()) await this.#workOn(run);
      } finally {
        // In the same turn as the last look for work: whoever wakes it from now on is heard.
        this.#awake = false;
      }
    });
  }

  /** The run goes on when it is its turn, also after an error. */
  allow(id: string): void {
    this.#halted.delete(id);
    this.wake();
  }

  /** Ends the workers of this run at once; what they had not stored is made again when it goes on. */
  stop(id: string): void {
    if (this.#working?.id === id) this.#working.stop.abort();
  }

  async #next(): Promise<Run | undefined> {
    const runs = await this.db.getAll('runs');
    return runs
      .filter(({ id, state }) => (state === 'running' || state === 'waiting') && !this.#halted.has(id))
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
  }

  async #workOn({ id }: Run): Promise<void> {
    const stop = new AbortController();
    this.#working = { id, stop };
    try {
      const run = await this.#take(id);
      if (run) await this.#phases(run, stop.signal);
    } catch (error) {
      if (!stop.signal.aborted && (error as Error).name !== 'Stopped') await this.#halt(id, error as Error);
    } finally {
      this.#working = null;
    }
  }

  /** Its turn has come, if it still has work. */
  async #take(id: string): Promise<Run | null> {
    const transaction = this.db.transaction('runs', 'readwrite');
    const run = await transaction.store.get(id);
    const mine = run?.state === 'running' || run?.state === 'waiting';
    if (run && mine) await transaction.store.put({ ...run, state: 'running' });
    await transaction.done;
    return run && mine ? { ...run, state: 'running' } : null;
  }

  async #phases(begun: Run, signal: AbortSignal): Promise<void> {
    const { team, tell } = this.options;
    tell(begun);
    let run = begun;
    if (run.phase === 'reading' || run.phase === 'grouping') run = await this.#read(run, signal);
    if (signal.aborted) return;
    await reviewAll(this.db, run, { size: team.reviewers, newReviewer: team.newReviewer, tell, signal });
    if (signal.aborted) return;
    const last = await this.db.get('runs', run.id);
    // The last chunk ends a run; one without any reply has none.
    if (last?.state === 'running') tell(await checkpoint(this.db, run.id, [], (_, empty) => finish(empty)));
  }

  async #read(begun: Run, signal: AbortSignal): Promise<Run> {
    let run = begun;
    for (let deaths = 0; run.phase === 'reading' || run.phase === 'grouping'; ) {
      const reader = this.options.team.newReader((news) => {
        run = news as Run;
        deaths = 0;
        this.options.tell(run);
      });
      signal.addEventListener('abort', () => reader.end(), { once: true });
      try {
        await reader.call('read', run.id);
      } catch (error) {
        deaths += 1;
        if (!(error instanceof WorkerDied) || signal.aborted || deaths >= MOST_DEATHS) throw error;
      } finally {
        reader.end();
      }
      run = (await this.db.get('runs', run.id)) ?? run;
    }
    return run;
  }

  /** A full disk is no failure of the run: it waits. */
  async #halt(id: string, error: Error): Promise<void> {
    this.#halted.add(id);
    const run = await this.db.get('runs', id);
    if (!run) return;
    const halted: Run = {
      ...run,
      state: error.name === 'QuotaExceededError' ? 'paused' : 'failed',
      problem: this.options.explain(error),
    };
    this.options.tell(halted);
    // Where there is no room even for this, the page knows it all the same.
    await this.db.put('runs', halted).catch(() => {});
  }
}

function finish(run: Run): void {
  run.phase = 'done';
  run.state = 'done';
}
