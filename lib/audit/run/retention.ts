/** Audits that were kept for long enough go. */
import type { Database } from '../../store/database';
import { removeRun } from './remove';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes the runs that began more than `keepDays` days before `now` (ms since 1970); 0 keeps all. Gives their ids. */
export async function removeExpired(db: Database, keepDays: number, now: number): Promise<string[]> {
  if (keepDays <= 0) return [];
  const runs = await db.getAll('runs');
  const expired = runs.filter(({ createdAt }) => now - Date.parse(createdAt) > keepDays * DAY_MS).map(({ id }) => id);
  for (const id of expired) await removeRun(db, id);
  return expired;
}
