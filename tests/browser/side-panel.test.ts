/**
 * Chrome's own side panel, opened as by a click: it is no page of a browser context, so Puppeteer attaches to it as a
 * target. What it shows in detail is tested in a tab (sidebar.test.ts); here, that it opens and follows the active tab.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireBrowser } from '../../lib/cli/browsers';
import { type Launched, launch } from '../../lib/cli/launch';
import { builtExtension } from './harness';

let opened: Launched;

beforeAll(async () => {
  opened = await launch(requireBrowser('chromium'), {
    headless: true,
    extension: builtExtension('.output/chrome-mv3', 'npm run build'),
    signal: new AbortController().signal,
  });
});
afterAll(() => opened?.close());

const windowId = () => opened.desk.evaluate(async () => (await chrome.windows.getCurrent()).id);

async function openPanel() {
  const devtools = await opened.desk.createCDPSession();
  const answer = await devtools.send('Runtime.evaluate', {
    // As in a click: the browser opens a side panel for nothing less.
    userGesture: true,
    awaitPromise: true,
    expression: `chrome.sidePanel.open({ windowId: ${await windowId()} })`,
  });
  expect(answer.exceptionDetails).toBeUndefined();
}

describe("Chrome's side panel", () => {
  it('shows the draft of the active tab, and says so when a tab has none', async () => {
    const { browser, desk } = opened;
    await openPanel();
    const target = await browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'));
    const panel = await target.asPage();
    const text = () => panel.evaluate(() => document.body.innerText);
    await expect.poll(text).toContain('Practice desk');
    await expect.poll(text).toContain('Marta');

    const other = await browser.newPage();
    await expect.poll(text).toContain('No reply to coach on this page');
    await other.close();
    await desk.bringToFront();
    await expect.poll(text).toContain('Marta');
  });

  it('is closed by the toolbar button, as often as it was opened', async () => {
    const { browser } = opened;
    const background = await browser.waitForTarget((one) => one.type() === 'service_worker');
    const devtools = await background.createCDPSession();
    const isOpen = () => browser.targets().some((one) => one.url().endsWith('/sidepanel.html'));
    for (let time = 0; time < 2; time++) {
      await openPanel();
      await expect.poll(isOpen).toBe(true);
      const expression = `chrome.action.onClicked.dispatch({ windowId: ${await windowId()} })`;
      // The browser tells the background of an opened panel a moment after it is there.
      await expect
        .poll(async () => {
          if (isOpen()) await devtools.send('Runtime.evaluate', { expression });
          return isOpen();
        })
        .toBe(false);
    }
  });
});
