/** How far the agent's own things are the same on their devices. lib/background/sync writes it. */
import { browser } from 'wxt/browser';

export interface SyncState {
  /** As each was when the account and this device were last the same. */
  known: Record<string, { savedAt: number; digest: string } | null>;
  /** What does not go, in sentences for people. */
  troubles: Record<string, string>;
}

export const SYNC_KEY = 'sync';
const NOTHING: SyncState = { known: {}, troubles: {} };

export async function loadSyncState(): Promise<SyncState> {
  return stateIn((await browser.storage.local.get(SYNC_KEY))[SYNC_KEY]);
}

/** Holds the state, now and whenever it is another, for as long as the page is there. */
export function followSyncState(held: { value: SyncState }): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[SYNC_KEY]) held.value = stateIn(changes[SYNC_KEY].newValue);
  });
  loadSyncState().then((state) => {
    held.value = state;
  }, console.error);
}

const stateIn = (stored: unknown): SyncState => ({ ...NOTHING, ...(stored as Partial<SyncState> | undefined) });
