/**
 * The toolbar button opens the sidebar and closes it. Both browsers are asked, inside the click. Chrome could do it by
 * itself, but then the click would not tell the sidebar which site the agent is on, and it could not offer to be
 * switched on there.
 */
import type { Browser } from 'webextension-polyfill';
import { browser } from 'wxt/browser';

export function followToolbarButton(): void {
  if (typeof chrome !== 'undefined' && chrome.sidePanel) {
    followInChrome(chrome.sidePanel);
    return;
  }
  browser.action.onClicked.addListener(() => {
    (browser as unknown as Pick<Browser, 'sidebarAction'>).sidebarAction.toggle().catch(console.error);
  });
}

/** Older ones tell neither when a side panel opens nor how to close it: there the click only opens. */
function followInChrome(sidePanel: typeof chrome.sidePanel): void {
  const open = new Set<number>();
  sidePanel.onOpened?.addListener(({ windowId }) => open.add(windowId));
  sidePanel.onClosed?.addListener(({ windowId }) => open.delete(windowId));
  // A worker that was stopped heard of nothing meanwhile, and the click that wakes it comes before it has asked.
  let asked: Promise<Set<number>> | null = chrome.runtime
    .getContexts({ contextTypes: ['SIDE_PANEL'] })
    .then((panels) => new Set(panels.map(({ windowId }) => windowId)));
  asked
    .then((windows) => {
      for (const windowId of windows) open.add(windowId);
      asked = null;
    })
    .catch(console.error);
  // Set to true by an older version, and kept by the browser.
  sidePanel.setPanelBehavior({ openPanelOnActionClick: false }).catch(console.error);
  chrome.action.onClicked.addListener(({ windowId }) => {
    const close = (windows: ReadonlySet<number>) => {
      if (windows.has(windowId)) sidePanel.close({ windowId }).catch(console.error);
    };
    if (open.has(windowId)) {
      close(open);
      return;
    }
    const before = asked;
    // Within the click, or the browser refuses; where it was open already this does nothing.
    sidePanel.open({ windowId }).catch(console.error);
    before?.then(close, () => {});
  });
}
