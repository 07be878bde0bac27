/** Starts the background: listeners first and at once, since the browser wakes the worker for those it knows. */
import { browser } from 'wxt/browser';
import type { CoachOptions } from '../engine/types';
import { PAGE_PORT, PANEL_PORT } from '../messages';
import { changeSettings, coachOptions, DEFAULTS, loadSettings, watchSettings } from '../store/settings';
import { t } from '../ui/text';
import { builtInEngine } from './built-in-engine';
import { startCounting } from './counting/start';
import { createLearning } from './learning';
import { startPacks } from './pack/start';
import { followPolicy } from './policy';
import { createRelay, type PagePort, type PanelPort } from './relay';
import { followRetention } from './retention';
import { onShortcut } from './shortcuts';
import { followSites } from './sites';
import { followSync } from './sync/start';
import { followToolbarButton } from './toolbar-button';
import { createWorkQueue, nextTask } from './work-queue';

export function startBackground(): void {
  let options: CoachOptions = coachOptions(DEFAULTS);
  let words = DEFAULTS.words;
  const counting = startCounting();
  const learning = createLearning({ change: changeSettings });
  // A review made before the settings are read would show rules that the agent switched off.
  let settled: Promise<void> | null = loadSettings()
    .then((settings) => {
      options = coachOptions(settings);
      words = settings.words;
      followRetention(settings).catch((error) => console.error('Old audits could not be deleted.', error));
    })
    .catch((error) => console.error('The settings could not be read; the defaults are used.', error))
    .finally(() => {
      settled = null;
    });

  const queue = createWorkQueue(async () => {
    await nextTask();
    if (settled) await settled;
  });
  const pause = () => new Promise<void>((resolve) => queue.patient(queue, resolve));
  const engine = builtInEngine({ words: () => words, pause, onLaid: () => relay.reviewAgain() });
  const relay = createRelay({
    engine,
    options: () => engine.options(options),
    explain: (error) => t('engine_failed', error instanceof Error ? error.message : String(error)),
    queue,
  });
  const packs = startPacks({ pause, onLive: (team) => engine.lay(team) });

  watchSettings((settings) => {
    const next = coachOptions(settings);
    if (JSON.stringify([next, settings.words]) === JSON.stringify([options, words])) return;
    options = next;
    words = settings.words;
    relay.reviewAgain();
  }, new AbortController().signal);

  browser.runtime.onConnect.addListener((port) => {
    const tab = port.sender?.tab?.id;
    if (port.name === PAGE_PORT && tab !== undefined) {
      relay.addPage(port as unknown as PagePort, tab);
      // What a private window does leaves nothing behind.
      if (!port.sender?.tab?.incognito) {
        counting.addPage(port as unknown as PagePort, `${tab}:${port.sender?.frameId}`);
        learning.addPage(port as unknown as PagePort);
      }
    }
    if (port.name === PANEL_PORT) {
      relay.addPanel(port as unknown as PanelPort);
      packs.addPanel(port as unknown as PanelPort);
    }
  });

  browser.commands?.onCommand.addListener((name, tab) => {
    onShortcut(name, tab, relay).catch(console.error);
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') browser.tabs.create({ url: browser.runtime.getURL('/practice.html') });
  });

  followPolicy();
  followSync(packs.packs);
  followSites();
  followToolbarButton();
}
