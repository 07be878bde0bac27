/** A run that goes no further: what is there is kept, and is a whole. */
import type { Database } from '../../store/database';
import { emptyColumns, joinColumns } from '../build-columns';
import { UNREVIEWED } from '../columns';
import type { Run } from '../model';
import { CHUNK } from './chunks';

/**
 * While it is read: what was read goes on to be reviewed, and the rest of the file is not looked at. While tickets
 * are put together it can't be stopped: half of them are no sample of anything. While it is reviewed: the replies up to
 * the first that has no review are the audit, and the others go. Gives the run as it is then; undefined where it is gone.
 */
export async function stopHere(db: Database, id: string): Promise<Run | undefined> {
  const transaction = db.transaction(['runs', 'sources', 'replies', 'columns', 'texts'], 'readwrite');
  const run = await transaction.objectStore('runs').get(id);
  if (!run || run.state === 'done' || run.phase === 'grouping') return run;
  run.stoppedEarly = true;
  run.problem = undefined;
  if (run.phase === 'reading') {
    run.phase = run.progress.messages > 0 ? 'grouping' : 'reviewing';
    run.state = 'waiting';
    await transaction.objectStore('sources').delete(id);
  } else {
    const chunks = await transaction.objectStore('columns').getAll(IDBKeyRange.bound([id], [id, []]));
    let columns = emptyColumns(chunks.length * CHUNK);
    let next = 0;
    for (const { chunk, columns: more } of chunks) {
      if (chunk !== next) break;
      columns = joinColumns(columns, more);
      next += 1;
    }
    const scores = columns.score.subarray(0, columns.length).filter((score) => score !== UNREVIEWED);
    run.scored = scores.length;
    run.scoreSum = scores.reduce((sum, score) => sum + score, 0);
    run.progress.replies = columns.length;
    run.progress.reviewed = columns.length;
    run.phase = 'done';
    run.state = 'done';
    for (const store of ['columns', 'texts'] as const) {
      await transaction.objectStore(store).delete(IDBKeyRange.bound([id, next], [id, []]));
    }
    await transaction.objectStore('replies').delete(IDBKeyRange.bound([id, columns.length], [id, []]));
  }
  await transaction.objectStore('runs').put(run);
  await transaction.done;
  return run;
}
