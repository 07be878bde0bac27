/** The columns of a run as a signal that grows with it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { emptyColumns, joinColumns } from '../audit/build-columns';
import type { Columns } from '../audit/columns';
import type { Run } from '../audit/model';
import type { Database } from '../store/database';

/** Tables and pictures are drawn anew with each change: so often at most. */
const EVERY_MS = 1000;

/** Chunks may be done out of order: shown is what has no hole before it. */
export async function followColumns(
  db: Database,
  run: ReadonlySignal<Run>,
): Promise<{ columns: ReadonlySignal<Columns>; close(): void }> {
  const { id, progress } = run.peek();
  const columns = signal(emptyColumns(progress.replies));
  let next = 0;
  let seen = -1;
  const readMore = async () => {
    seen = run.peek().progress.reviewed;
    const found = await db.getAll('columns', IDBKeyRange.bound([id, next], [id, []]));
    let grown = columns.peek();
    for (const { chunk, columns: more } of found) {
      if (chunk !== next) break;
      grown = joinColumns(grown, more);
      next += 1;
    }
    if (grown !== columns.peek()) columns.value = grown;
  };
  await readMore();

  let timer: ReturnType<typeof setTimeout> | null = null;
  const follow = () => {
    if (timer !== null || run.peek().progress.reviewed === seen) return;
    timer = setTimeout(async () => {
      await readMore();
      timer = null;
      follow();
    }, EVERY_MS);
  };
  const stop = run.subscribe(follow);
  return {
    columns,
    close() {
      stop();
      if (timer !== null) clearTimeout(timer);
      seen = run.peek().progress.reviewed;
    },
  };
}
