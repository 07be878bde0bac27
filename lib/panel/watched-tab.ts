/** Which tab the sidebar speaks of: the one named in its address, or else the active one of its window. */
import { browser } from 'wxt/browser';

export interface WatchedTab {
  id: number;
  /** Only where the extension may know it: where the coach may run, and where its button was clicked. */
  url: string | null;
}

/** `?tab=7` -> 7; null where the sidebar is to follow the active tab. */
export function tabInAddress(search: string): number | null {
  const value = new URLSearchParams(search).get('tab');
  return value !== null && /^\d+$/.test(value) ? Number(value) : null;
}

/** Calls `onTab` now and whenever the tab or its address changes. */
export async function followTab(named: number | null, onTab: (tab: WatchedTab | null) => void): Promise<void> {
  let shown: number | null = named;

  const show = (tab: { id?: number | undefined; url?: string | undefined } | undefined) => {
    shown = tab?.id ?? null;
    onTab(tab?.id === undefined ? null : { id: tab.id, url: tab.url || null });
  };
  const active = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    show(tab);
  };

  browser.tabs.onUpdated.addListener((id, change, tab) => {
    if (id === shown && (change.url || change.status === 'complete')) show(tab);
  });
  if (named !== null) {
    show(await browser.tabs.get(named).catch(() => ({ id: named })));
    return;
  }
  const own = (await browser.windows.getCurrent()).id;
  browser.tabs.onActivated.addListener(({ windowId }) => {
    if (windowId === own) active().catch(console.error);
  });
  // A tab that is torn off and joined again changes windows without being activated anew in some browsers.
  // A click on the toolbar button lets the extension know the address of the tab; the browser has no event for it.
  addEventListener('focus', () => active().catch(console.error));
  browser.windows.onFocusChanged.addListener((windowId) => {
    if (windowId === own) active().catch(console.error);
  });
  await active();
}
