/** A run out of the database, with everything that is its own. */
import type { Database } from '../../store/database';

const OWN = ['messages', 'replies', 'columns', 'texts', 'faults', 'verdicts'] as const;

export async function removeRun(db: Database, id: string): Promise<void> {
  const transaction = db.transaction(['runs', 'sources', 'lists', ...OWN], 'readwrite');
  const ofRun = IDBKeyRange.bound([id], [id, []]);
  const lists = await transaction.objectStore('lists').index('run').getAllKeys(id);
  await Promise.all([
    ...OWN.map((store) => transaction.objectStore(store).delete(ofRun as never)),
    ...lists.map((list) => transaction.objectStore('lists').delete(list)),
    transaction.objectStore('sources').delete(id),
    transaction.objectStore('runs').delete(id),
  ]);
  await transaction.done;
}
