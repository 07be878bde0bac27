/** One run on show: its columns as they grow, its replies when they are asked for, and what reviewers said of them. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Run, Verdict, WorkList } from '../audit/model';
import type { Calls } from '../audit/run/calls';
import type { ReviewWorker } from '../audit/run/review-worker';
import { soughtBy } from '../audit/run/search';
import { pageTeam } from '../audit/run/team';
import type { Database } from '../store/database';
import { t } from '../ui/text';
import type { Changes } from './changes';
import { followColumns } from './follow-columns';
import type { Coached, OpenRun } from './types';

interface Opening {
  db: Database;
  id: string;
  all: ReadonlySignal<readonly Run[] | null>;
  changes: Changes;
}

/** Replies that one call searches, or coaches: between calls the worker answers others, and an abort is heard. */
const SEARCHED = 8192;
const COACHED = 8;

/** Rejects where there is no such run. */
export async function openRun({ db, id, all, changes }: Opening): Promise<OpenRun> {
  const known = all.value?.find((run) => run.id === id);
  if (!known) throw new Error(t('audit_gone'));
  let last = known;
  const run = computed(() => {
    last = all.value?.find((run) => run.id === id) ?? last;
    return last;
  });

  const verdicts = signal<readonly Verdict[]>([]);
  const lists = signal<readonly WorkList[]>([]);
  const readVerdicts = async () => {
    verdicts.value = await db.getAllFromIndex('verdicts', 'run', id);
  };
  const readLists = async () => {
    const found = await db.getAllFromIndex('lists', 'run', id);
    lists.value = found.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  };
  const { columns, close: closeColumns } = await followColumns(db, run);
  await Promise.all([readVerdicts(), readLists()]);
  const unlisten = changes.listen(async (change) => {
    if (change.run !== id) return;
    if (change.what === 'verdicts') await readVerdicts();
    if (change.what === 'lists') await readLists();
  });

  // Its own, so that a look does not wait for the review of a chunk.
  let helper: Calls<ReviewWorker> | null = null;
  const worker = (): Calls<ReviewWorker> => {
    if (helper && !helper.ended) return helper;
    helper = pageTeam().newReviewer(() => {});
    void helper.call('begin', known.engine).catch(() => {});
    return helper;
  };

  // It loads the engine: done by the time that the reviewer opens a reply. Until then the review has the processors.
  if (known.phase === 'done') worker();

  return {
    run,
    columns,
    async read(seqs) {
      const { store } = db.transaction('replies');
      const found = await Promise.all(seqs.map((seq) => store.get([id, seq])));
      return found.flatMap((one) => (one?.result ? [{ reply: one.reply, result: one.result }] : []));
    },
    look: (seq) => worker().call('look', id, seq),
    async search(filter, signal) {
      const sought = soughtBy(filter);
      const found = new Set<number>();
      const end = columns.value.length;
      for (let from = 0; from < end; from += SEARCHED) {
        signal.throwIfAborted();
        for (const seq of await worker().call('search', id, sought, from, from + SEARCHED)) found.add(seq);
      }
      signal.throwIfAborted();
      return found;
    },
    async *coached(seqs, signal): AsyncGenerator<Coached> {
      for (let from = 0; from < seqs.length; from += COACHED) {
        signal.throwIfAborted();
        yield* await worker().call('coached', id, seqs.slice(from, from + COACHED));
      }
    },
    verdicts,
    async judge(given) {
      const transaction = db.transaction('verdicts', 'readwrite');
      await Promise.all([...given.map((verdict) => transaction.store.put({ ...verdict, run: id })), transaction.done]);
      changes.announce({ run: id, what: 'verdicts' });
    },
    lists,
    async keepList(list) {
      await db.put('lists', { ...list, run: id });
      changes.announce({ run: id, what: 'lists' });
    },
    async removeList(list) {
      await db.delete('lists', list);
      changes.announce({ run: id, what: 'lists' });
    },
    close() {
      closeColumns();
      unlisten();
      helper?.end();
    },
  };
}
