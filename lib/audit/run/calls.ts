/** Calls into a worker and their answers. */

/** What a worker can be asked for: values that can be cloned, in and out. */
export type Api = Record<string, (...args: never[]) => unknown>;
export type Answer<A extends Api, K extends keyof A> = Awaited<ReturnType<A[K]>>;

type Call = { call: number; method: string; args: unknown[] };
type Reply = { call: number } & ({ value: unknown } | { error: { name: string; message: string } });
/** Said without being asked. */
export type News = { news: unknown };

/** The side of the worker. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Call>) => void) | null;
  postMessage(message: Reply | News): void;
}

const scope = () => globalThis as unknown as WorkerScope;

export function answerCalls(api: Api): void {
  const methods = api as Record<string, (...args: unknown[]) => unknown>;
  scope().onmessage = async ({ data: { call, method, args } }) => {
    try {
      scope().postMessage({ call, value: await methods[method]?.(...args) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      scope().postMessage({ call, error: { name, message } });
    }
  };
}

export function tell(news: unknown): void {
  scope().postMessage({ news });
}

/** An error of a worker keeps its name, by which it is known here. */
export class WorkerError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** The worker ended, or did not answer in time. */
export class WorkerDied extends Error {
  override name = 'WorkerDied';
}

let made = 0;

/** The side of the page. */
export class Caller<A extends Api> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  readonly #ended = new AbortController();
  #calls = 0;

  /** A worker that can't even start fails its first call. `onNews` hears what the worker tells. */
  constructor(worker: Worker, onNews: (news: unknown) => void = () => {}) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Reply | News>) => {
      if ('news' in data) onNews(data.news);
      else this.#settle(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#die(event.message || 'The worker could not start.');
    };
    void this.#watch();
  }

  call<K extends keyof A & string>(method: K, ...args: Parameters<A[K]>): Promise<Answer<A, K>> {
    if (this.#ended.signal.aborted) return Promise.reject(new WorkerDied('The worker has ended.'));
    this.#calls += 1;
    const call = this.#calls;
    return new Promise((done, failed) => {
      this.#waiting.set(call, { done: done as (value: unknown) => void, failed });
      this.#worker.postMessage({ call, method, args } satisfies Call);
    });
  }

  /** Ends the worker at once. What it was asked for rejects with `WorkerDied`. */
  end(): void {
    this.#die('The worker was ended.');
  }

  get ended(): boolean {
    return this.#ended.signal.aborted;
  }

  /** A worker that dies says nothing. But it holds a lock as long as it lives: who gets it, knows. */
  async #watch(): Promise<void> {
    made += 1;
    const name = `worker ${crypto.randomUUID()} ${made}`;
    try {
      await (this as unknown as Caller<Alive>).call('live', name);
      await navigator.locks.request(name, { signal: this.#ended.signal }, () => this.#die('The worker died.'));
    } catch {
      // It was ended here.
    }
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.call);
    this.#waiting.delete(reply.call);
    if ('value' in reply) waiting?.done(reply.value);
    else waiting?.failed(new WorkerError(reply.error.name, reply.error.message));
  }

  #die(why: string): void {
    this.#worker.terminate();
    this.#ended.abort();
    for (const { failed } of this.#waiting.values()) failed(new WorkerDied(why));
    this.#waiting.clear();
  }
}

/** What the work needs of a `Caller`. */
export type Calls<A extends Api> = Pick<Caller<A>, 'call' | 'end' | 'ended'>;

/** Every worker has this beside its own: it holds the lock until it ends. */
export type Alive = { live(lock: string): Promise<void> };
export const alive: Alive = {
  live: (lock) =>
    new Promise((held) => {
      void navigator.locks.request(lock, () => {
        held();
        return new Promise(() => {});
      });
    }),
};
