/** Rules that were not saved yet, kept so that a closed tab loses none. */
import type { TeamRule } from '../../phrasebank/layer';

const PREFIX = 'studio-rule:';

export interface Draft {
  rule: TeamRule;
  /** The version that it was begun over; 0 for none. */
  since: number;
}

/** `at`: the rule's full id, or 'new'. */
export function readDraft(at: string, storage: Storage = localStorage): Draft | null {
  try {
    return JSON.parse(storage.getItem(PREFIX + at) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

/** Where there is no room for it, the rule is still in the page. */
export function keepDraft(at: string, draft: Draft, storage: Storage = localStorage): void {
  try {
    storage.setItem(PREFIX + at, JSON.stringify(draft));
  } catch {}
}

export function dropDraft(at: string, storage: Storage = localStorage): void {
  storage.removeItem(PREFIX + at);
}

/** The places that have one. */
export function draftPlaces(storage: Storage = localStorage): string[] {
  return Object.keys(storage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
    .sort();
}
