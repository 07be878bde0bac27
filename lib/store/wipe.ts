/** Wipes what was counted for the agent: in the database, and what the background holds of replies in work. */
import { browser } from 'wxt/browser';
import { openDatabase } from './database';
import { wipeDays } from './days';

/** Where the background keeps replies in work, in the browser's memory. */
export const COUNTING_KEY = 'counting';

export async function wipeCounted(): Promise<void> {
  // First, so that the background does not write again what it holds: it hears of the change, and removing what is not
  // there would be none.
  await browser.storage.session.set({ [COUNTING_KEY]: null });
  await browser.storage.session.remove(COUNTING_KEY);
  const db = await openDatabase();
  try {
    await wipeDays(db);
  } finally {
    db.close();
  }
}
