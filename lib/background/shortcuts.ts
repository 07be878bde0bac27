/** The browser's own shortcuts (at most four may be suggested): they work wherever the focus is. */
import { browser } from 'wxt/browser';
import { changeSettings } from '../store/settings';
import { isOn, switchSite } from '../store/sites';
import type { Relay } from './relay';

/** A tab as the browser hands it over; its address only where the extension may know it. */
interface ShortcutTab {
  id?: number | undefined;
  url?: string | undefined;
}

export async function onShortcut(name: string, tab: ShortcutTab | undefined, relay: Relay): Promise<void> {
  const target = tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (target?.id === undefined) return;
  if (name === 'next-finding') relay.command(target.id, { name: 'next' });
  if (name === 'use-rewrite') relay.command(target.id, { name: 'use' });
  if (name === 'toggle-site' && target.url) {
    const site = new URL(target.url).hostname;
    await changeSettings((settings) => switchSite(settings, site, !isOn(settings, site)));
  }
}
