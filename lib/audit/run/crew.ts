/** Workers that review a run side by side. One that dies is replaced; a reply that no worker survives is left out. */
import type { Database } from '../../store/database';
import type { Run } from '../model';
import { type Calls, WorkerDied } from './calls';
import { openChunks } from './chunks';
import type { ReviewWorker } from './review-worker';

export type NewReviewer = (onNews: (news: unknown) => void) => Calls<ReviewWorker>;

/** A chunk takes a second or two, the longest of replies a few: who is silent for longer hangs. */
const PATIENCE_MS = 120_000;
/** Deaths over one chunk for which no reply can be blamed. */
const MOST_DEATHS = 5;

/** One for each core; on machines that have some to spare the page keeps one. */
export function crewSize(cores: number): number {
  return Math.max(1, Math.min(8, cores > 2 ? cores - 1 : cores));
}

export interface CrewOptions {
  size: number;
  newReviewer: NewReviewer;
  /** Hears of every chunk. */
  tell: (run: Run) => void;
  signal: AbortSignal;
}

/** Reviews every chunk that is open. Rejects with the first error of any worker that is not its death; then all end. */
export async function reviewAll(
  db: Database,
  run: Run,
  { size, newReviewer, tell, signal }: CrewOptions,
): Promise<void> {
  const chunks = await openChunks(db, run);
  const enough = new AbortController();
  const over = AbortSignal.any([signal, enough.signal]);
  const lane = async () => {
    const reviewer = new Reviewer(run, newReviewer, over);
    try {
      for (let chunk = chunks.shift(); chunk !== undefined && !over.aborted; chunk = chunks.shift()) {
        tell(await reviewer.review(chunk));
      }
    } catch (error) {
      if (!over.aborted) throw error;
    } finally {
      reviewer.end();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(size, chunks.length) }, lane));
  } finally {
    enough.abort();
  }
}

/** A place in the crew: whoever fills it just now. */
class Reviewer {
  #worker: Calls<ReviewWorker> | null = null;
  /** How often a reply was the last that a worker began. */
  readonly #last = new Map<number, number>();
  #begun: number | null = null;
  #heard = 0;

  constructor(
    private readonly run: Run,
    private readonly newReviewer: NewReviewer,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.end(), { once: true });
  }

  async review(chunk: number): Promise<Run> {
    for (let deaths = 0; ; deaths++) {
      try {
        return await this.#try(chunk, deaths > 0);
      } catch (error) {
        if (!(error instanceof WorkerDied) || this.signal.aborted || deaths >= MOST_DEATHS) throw error;
        if (this.#begun !== null) this.#last.set(this.#begun, (this.#last.get(this.#begun) ?? 0) + 1);
      }
    }
  }

  async #try(chunk: number, carefully: boolean): Promise<Run> {
    this.#begun = null;
    const worker = await this.#filled();
    const without = [...this.#last].filter(([, times]) => times > 1).map(([seq]) => seq);
    this.#heard = performance.now();
    const watch = setInterval(() => {
      if (performance.now() - this.#heard > PATIENCE_MS) worker.end();
    }, 1000);
    try {
      return await worker.call('review', this.run.id, chunk, carefully, without);
    } finally {
      clearInterval(watch);
    }
  }

  async #filled(): Promise<Calls<ReviewWorker>> {
    if (this.#worker && !this.#worker.ended) return this.#worker;
    const worker = this.newReviewer((seq) => {
      this.#begun = seq as number;
      this.#heard = performance.now();
    });
    this.#worker = worker;
    await worker.call('begin', this.run.engine);
    return worker;
  }

  end(): void {
    this.#worker?.end();
  }
}
