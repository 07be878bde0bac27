/** Deletes what was kept for long enough, also where nobody opens the workbench. */
import { removeExpired } from '../audit/run/retention';
import { openDatabase } from '../store/database';
import type { Settings } from '../store/settings';

/** Where nothing expires the database is not even opened. */
export async function followRetention({ keepDays }: Pick<Settings, 'keepDays'>): Promise<void> {
  if (keepDays <= 0) return;
  const db = await openDatabase();
  try {
    await removeExpired(db, keepDays, Date.now());
  } finally {
    db.close();
  }
}
