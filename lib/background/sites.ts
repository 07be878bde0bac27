/**
 * The sites beside the manifest's that the agent switched on. What the browser permits is the truth, wherever it was
 * given or taken back; the scripts that it is to start and the list in the settings are made to follow.
 */
import { browser } from 'wxt/browser';
import { MATCHES } from '../hosts/matches';
import { changeSettings, loadSettings } from '../store/settings';

/** entrypoints/sites.content.ts, as it is built. */
const SCRIPT = '/content-scripts/sites.js' as Files[number];

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];
type Files = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>;

/** Must be called at the worker's start: the browser wakes it for a permission that was given or taken back. */
export function followSites(): void {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (task: () => Promise<unknown>) => {
    turn = turn.then(task).catch(console.error);
  };
  browser.permissions.onAdded.addListener(({ origins = [] }) =>
    inTurn(async () => {
      await follow();
      await startIn(origins);
    }),
  );
  browser.permissions.onRemoved.addListener(() => inTurn(follow));
  // What was registered by an older version may name a file that is no more.
  browser.runtime.onInstalled.addListener(() =>
    inTurn(async () => {
      await unregister();
      await follow();
      await startInOpenTabs((await loadSettings()).sites);
    }),
  );
  inTurn(follow);
}

async function follow(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const sites = origins.filter((origin) => !MATCHES.includes(origin)).sort();
  const known = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  await unregister(known.filter((id) => !sites.includes(id)));
  for (const site of sites) if (!known.includes(site)) await register(site);
  const { sites: listed } = await loadSettings();
  if (listed.join() !== sites.join()) await changeSettings(() => ({ sites }));
}

async function register(site: string): Promise<void> {
  const script: Script = {
    id: site,
    js: [SCRIPT],
    matches: [site],
    allFrames: true,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  };
  try {
    // For frames that a page fills itself: about:blank and srcdoc.
    await browser.scripting.registerContentScripts([{ ...script, matchOriginAsFallback: true } as Script]);
  } catch {
    // Chrome knows the word since 119.
    await browser.scripting.registerContentScripts([script]);
  }
}

async function unregister(ids?: string[]): Promise<void> {
  if (ids?.length === 0) return;
  await browser.scripting.unregisterContentScripts(ids && { ids });
}

/**
 * Nobody reloads the tickets that are open when the extension is installed or updated. Firefox starts the manifest's
 * scripts there by itself; a second start ends the first.
 */
async function startInOpenTabs(sites: string[]): Promise<void> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  for (const { matches = [], js = [] } of scripts) await startIn(matches, js as Files);
  await startIn(sites);
}

/** The browser starts a script when a page is loaded; in those that are open it is started by hand. */
async function startIn(origins: string[], files: Files = [SCRIPT]): Promise<void> {
  const tabs = origins.length ? await browser.tabs.query({ url: origins }) : [];
  const start = (tabId: number) =>
    browser.scripting.executeScript({ target: { tabId, allFrames: true }, files }).catch(console.warn);
  await Promise.all(tabs.map(({ id }) => id !== undefined && start(id)));
}
