/**
 * What the organisation sets by its browser policy: `settings`, the text of a settings file, of which whatever it names
 * is set for the agent. The last good one is kept, so that a policy that comes late or is broken blocks nobody.
 */
import { browser } from 'wxt/browser';
import { type KeptPolicy, POLICY_KEY, type Settings } from '../store/settings';
import { parseSettingsFile } from '../store/settings-file';
import { followManaged, LATE_MS, readManaged } from './managed';

/** The policy as the browser has it now: its text; null where it has none. */
export type ReadPolicy = () => Promise<string | null>;

export function followPolicy(): void {
  followManaged(() => takePolicy(() => readManaged('settings')));
}

/** Keeps what the policy says. A text with a fault changes nothing; the fault is written to the console for whoever rolls it out. */
export async function takePolicy(read: ReadPolicy, now = Date.now()): Promise<void> {
  const kept = (await browser.storage.local.get(POLICY_KEY))[POLICY_KEY] as KeptPolicy | undefined;
  const text = await read();
  if (text === null) {
    if (!kept) return;
    const missingSince = kept.missingSince ?? now;
    if (now - missingSince >= LATE_MS) await browser.storage.local.remove(POLICY_KEY);
    else if (kept.missingSince === undefined) await keep({ ...kept, missingSince });
    return;
  }
  try {
    await keep({ settings: withoutOrdersToCount(parseSettingsFile(text)) });
  } catch (error) {
    console.error('The organisation’s settings are not taken; the last good ones stay.', error);
  }
}

/** What is counted is the agent's own: an organisation may switch it off, and never on. */
function withoutOrdersToCount({ counting, keepExamples, ...settings }: Partial<Settings>): Partial<Settings> {
  return {
    ...settings,
    ...(counting === false && { counting }),
    ...(keepExamples === false && { keepExamples }),
  };
}

const keep = (policy: KeptPolicy) => browser.storage.local.set({ [POLICY_KEY]: policy });
