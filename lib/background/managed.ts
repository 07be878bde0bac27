/**
 * What the organisation hands over by its browser policy. Policies are strings that are checked here, since browsers
 * drop a value of the wrong type without a word.
 */
import { browser } from 'wxt/browser';

export type ManagedName = 'settings' | 'pack' | 'packKey';

/** After a start a browser may know its policies only later; one that is missing for longer is gone. */
export const LATE_MS = 10 * 60_000;

/** The text of a policy as the browser has it now; null where it has none. Firefox rejects where there is no policy. */
export async function readManaged(name: ManagedName): Promise<string | null> {
  try {
    const value = (await browser.storage.managed.get(name))[name];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** Calls `take` now and whenever a policy changes. `gone`: the browser said itself that these are no more. */
export function followManaged(take: (gone: ReadonlySet<string>) => Promise<unknown>): void {
  const heard = (gone: ReadonlySet<string>) =>
    take(gone).catch((error) => console.error('The policy could not be kept.', error));
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'managed') return;
    void heard(new Set(Object.keys(changes).filter((name) => changes[name]?.newValue === undefined)));
  });
  void heard(new Set());
}
