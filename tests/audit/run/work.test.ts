import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Run } from '../../../lib/audit/model';
import { type Calls, WorkerDied, WorkerError } from '../../../lib/audit/run/calls';
import { CHUNK } from '../../../lib/audit/run/chunks';
import { crewSize, reviewAll } from '../../../lib/audit/run/crew';
import { Foreman, type Team } from '../../../lib/audit/run/foreman';
import type { ReadWorker } from '../../../lib/audit/run/read-worker';
import type { ReviewWorker } from '../../../lib/audit/run/review-worker';
import { type Database, openDatabase } from '../../../lib/store/database';
import { freshDatabase, startedRun } from './helpers';

vi.mock('../../../lib/audit/run/read-worker', () => ({}));
vi.mock('../../../lib/audit/run/review-worker', () => ({}));

let db: Database;
beforeEach(async () => {
  freshDatabase();
  db = await openDatabase();
});
afterEach(() => {
  vi.unstubAllGlobals();
  db.close();
});

function reviewing(id: string, chunks: number): Run {
  const run = startedRun(id, { name: id, bytes: 0, format: 'csv' }, { shape: 'replies', columns: {} });
  run.phase = 'reviewing';
  run.progress.replies = chunks * CHUNK;
  return run;
}

type Review = (chunk: number, carefully: boolean, without: readonly number[], news: (seq: number) => void) => void;

/** A worker whose work is `review`; where that throws `WorkerDied` it is dead. */
function reviewer(review: Review, onNews: (news: unknown) => void): Calls<ReviewWorker> {
  let ended = false;
  const call = async (method: string, ...args: unknown[]): Promise<unknown> => {
    if (ended) throw new WorkerDied('ended');
    if (method !== 'review') return undefined;
    const [id, chunk, carefully, without] = args as [string, number, boolean, number[]];
    try {
      review(chunk, carefully, without, onNews);
    } catch (error) {
      ended = error instanceof WorkerDied;
      throw error;
    }
    const { store, done } = db.transaction('runs', 'readwrite');
    const run = (await store.get(id)) as Run;
    run.progress.reviewed += CHUNK;
    if (run.progress.reviewed === run.progress.replies) run.state = 'done';
    await Promise.all([store.put(run), done]);
    return run;
  };
  return {
    call: call as Calls<ReviewWorker>['call'],
    end: () => {
      ended = true;
    },
    get ended() {
      return ended;
    },
  };
}

describe('the crew', () => {
  const never = new AbortController().signal;

  it('has a worker for each core, and leaves one to the page where there are some', () => {
    expect([1, 2, 3, 4, 8, 9, 64].map(crewSize)).toEqual([1, 2, 2, 3, 7, 8, 8]);
  });

  it('does each chunk once', async () => {
    const run = reviewing('a', 7);
    await db.put('runs', run);
    const done: number[] = [];
    await reviewAll(db, run, {
      size: 3,
      newReviewer: (onNews) => reviewer((chunk) => done.push(chunk), onNews),
      tell: () => {},
      signal: never,
    });
    expect(done.sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('replaces a worker that died, looks closer, and leaves out the reply that none survives', async () => {
    const run = reviewing('a', 2);
    await db.put('runs', run);
    const tries: [number, boolean, readonly number[]][] = [];
    let hired = 0;
    await reviewAll(db, run, {
      size: 1,
      newReviewer: (onNews) => {
        hired += 1;
        return reviewer((chunk, carefully, without, news) => {
          tries.push([chunk, carefully, without]);
          if (chunk !== 1 || without.includes(CHUNK + 3)) return;
          if (carefully) for (const seq of [CHUNK, CHUNK + 1, CHUNK + 2, CHUNK + 3]) news(seq);
          throw new WorkerDied('it hung');
        }, onNews);
      },
      tell: () => {},
      signal: never,
    });
    expect(tries).toEqual([
      [0, false, []],
      [1, false, []],
      [1, true, []],
      [1, true, []],
      [1, true, [CHUNK + 3]],
    ]);
    expect(hired).toBe(4);
  });

  it('gives up on workers that do not even start', async () => {
    const run = reviewing('a', 1);
    const hire = () =>
      reviewer(
        () => {
          throw new WorkerDied('no');
        },
        () => {},
      );
    const going = reviewAll(db, run, { size: 1, newReviewer: hire, tell: () => {}, signal: never });
    await expect(going).rejects.toBeInstanceOf(WorkerDied);
  });

  it('stops at an error of another kind, all of it', async () => {
    const run = reviewing('a', 9);
    await db.put('runs', run);
    let done = 0;
    const going = reviewAll(db, run, {
      size: 2,
      newReviewer: (onNews) =>
        reviewer((chunk) => {
          done += 1;
          if (chunk === 2) throw new WorkerError('QuotaExceededError', 'full');
        }, onNews),
      tell: () => {},
      signal: never,
    });
    await expect(going).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(done).toBeLessThan(9);
  });
});

/** Web Locks, for those in one process: whoever asks waits until all before are through. */
function stubLocks(): void {
  const queues = new Map<string, Promise<unknown>>();
  const request = (name: string, callback: () => Promise<unknown>) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(callback, callback);
    queues.set(name, turn);
    return turn;
  };
  vi.stubGlobal('navigator', { locks: { request } });
}

describe('the foreman', () => {
  const quiet = { newReader: (): Calls<ReadWorker> => expect.fail('there is nothing to read'), reviewers: 2 };
  const explain = (error: Error) => `Sorry: ${error.name}.`;
  const team = (review: Review): Team => ({ ...quiet, newReviewer: (onNews) => reviewer(review, onNews) });
  const stateOf = async (id: string) => (await db.get('runs', id))?.state;

  beforeEach(stubLocks);

  it('works through what waits, the oldest first, and leaves what is paused', async () => {
    await db.put('runs', { ...reviewing('late', 1), createdAt: '2026-03-02', state: 'waiting' });
    await db.put('runs', { ...reviewing('early', 2), createdAt: '2026-03-01', state: 'waiting' });
    await db.put('runs', { ...reviewing('paused', 2), createdAt: '2026-02-01', state: 'paused' });
    const told: string[] = [];
    new Foreman(db, { team: team(() => {}), tell: ({ id, state }) => told.push(`${id} ${state}`), explain }).wake();
    await vi.waitFor(async () => expect(await stateOf('late')).toBe('done'));
    expect(told).toEqual(['early running', 'early running', 'early done', 'late running', 'late done']);
    expect(await stateOf('paused')).toBe('paused');
  });

  it('works in one page at a time', async () => {
    await db.put('runs', { ...reviewing('a', 6), state: 'waiting' });
    const done: string[] = [];
    const foremen = ['first', 'second'].map(
      (name) => new Foreman(db, { team: team((chunk) => done.push(`${name} ${chunk}`)), tell: () => {}, explain }),
    );
    for (const foreman of foremen) foreman.wake();
    await vi.waitFor(async () => expect(await stateOf('a')).toBe('done'));
    expect(done).toHaveLength(6);
    expect(done.every((one) => one.startsWith('first'))).toBe(true);
  });

  it('pauses where the disk is full, says so, and goes on when it is told to', async () => {
    await db.put('runs', { ...reviewing('a', 2), state: 'waiting' });
    let full = true;
    const foreman = new Foreman(db, {
      team: team(() => {
        if (full) throw new WorkerError('QuotaExceededError', 'full');
      }),
      tell: () => {},
      explain,
    });
    foreman.wake();
    await vi.waitFor(async () => expect(await stateOf('a')).toBe('paused'));
    expect((await db.get('runs', 'a'))?.problem).toBe('Sorry: QuotaExceededError.');
    full = false;
    await db.put('runs', { ...((await db.get('runs', 'a')) as Run), state: 'waiting' });
    foreman.allow('a');
    await vi.waitFor(async () => expect(await stateOf('a')).toBe('done'));
  });

  it('says what failed, and takes the next', async () => {
    await db.put('runs', { ...reviewing('bad', 1), createdAt: '2026-03-01', state: 'waiting' });
    await db.put('runs', { ...reviewing('good', 2), createdAt: '2026-03-02', state: 'waiting' });
    let first = true;
    const failing = team(() => {
      if (!first) return;
      first = false;
      throw new WorkerError('TypeError', 'odd');
    });
    new Foreman(db, { team: failing, tell: () => {}, explain }).wake();
    await vi.waitFor(async () => expect(await stateOf('good')).toBe('done'));
    expect(await db.get('runs', 'bad')).toMatchObject({ state: 'failed', problem: 'Sorry: TypeError.' });
  });
});
