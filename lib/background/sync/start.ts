/**
 * The agent's settings and their own pack on their other devices, through the browser's account, where they asked for it.
 * What the organisation sets never goes there.
 */
import { browser } from 'wxt/browser';
import { writePack } from '../../pack/write-pack';
import { changeOwnSettings, loadOwnSettings, loadSettings } from '../../store/settings';
import { parseSettingsFile, settingsFile } from '../../store/settings-file';
import { loadSyncState, SYNC_KEY } from '../../store/sync-state';
import { t } from '../../ui/text';
import type { Packs } from '../pack/packs';
import { type Account, type Carried, reconcile } from './reconcile';

/** Settings are often changed several at a time, and an account takes only so many changes a minute. */
const REST_MS = 3_000;

const account: Account = {
  get: () => browser.storage.sync.get(null),
  set: (items) => browser.storage.sync.set(items),
  remove: (names) => browser.storage.sync.remove(names),
};

/** Whether a device takes part is its own matter. */
const settings: Carried = {
  name: 'settings',
  read: async () => settingsFile({ ...(await loadOwnSettings()), sync: true }),
  async take(text) {
    const { sync: _, ...others } = parseSettingsFile(text);
    await changeOwnSettings(others);
  },
};

const ownPack = (packs: Packs): Carried => ({
  name: 'pack',
  async read() {
    const pack = await packs.own();
    return pack ? writePack(pack) : '';
  },
  async take(text) {
    await (text ? packs.take(text, 'sync') : packs.drop());
  },
});

export function followSync(started: Promise<Packs>): void {
  let turn: Promise<void> = Promise.resolve();
  let resting: ReturnType<typeof setTimeout> | undefined;
  const meet = () => {
    turn = turn.then(async () => meetAccount(ownPack(await started))).catch(console.error);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    // All else in `storage.local` is of no interest to the account.
    if (area !== 'sync' && !(area === 'local' && (changes.settings || changes.packs))) return;
    clearTimeout(resting);
    resting = setTimeout(meet, REST_MS);
  });
  meet();
}

async function meetAccount(pack: Carried): Promise<void> {
  if (!(await loadSettings()).sync) {
    // Whoever takes part again begins anew.
    await browser.storage.local.remove(SYNC_KEY);
    return;
  }
  for (const carried of [settings, pack]) {
    const state = await loadSyncState();
    const { [carried.name]: _, ...troubles } = state.troubles;
    const { known, trouble } = await tryToMeet(carried, state.known[carried.name] ?? null);
    if (trouble !== null) troubles[carried.name] = trouble;
    await browser.storage.local.set({
      [SYNC_KEY]: { known: { ...state.known, [carried.name]: known }, troubles },
    });
  }
}

async function tryToMeet(carried: Carried, known: Parameters<typeof reconcile>[2]) {
  try {
    const outcome = await reconcile(carried, account, known, Date.now());
    return { known: outcome.known, trouble: 'tooLarge' in outcome ? tooLarge(carried, outcome.tooLarge) : null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { known, trouble: t(`sync_failed_${carried.name}`, why) };
  }
}

function tooLarge({ name }: Carried, { bytes, room }: { bytes: number; room: number }): string {
  const kilo = (size: number) => Math.max(0, Math.ceil(size / 1000));
  return t(`sync_large_${name}`, kilo(bytes), kilo(room));
}
