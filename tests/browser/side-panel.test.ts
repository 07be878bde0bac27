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

describe("Chrome's side panel", () => {
  it('shows the draft of the active tab, and says so when a tab has none', async () => {
    const { browser, desk } = opened;
    const windowId = await desk.evaluate(async () => (await chrome.windows.getCurrent()).id);
    const devtools = await desk.createCDPSession();
    const answer = await devtools.send('Runtime.evaluate', {
      // As in a click: the browser opens a side panel for nothing less.
      userGesture: true,
      awaitPromise: true,
      expression: `chrome.sidePanel.open({ windowId: ${windowId} })`,
    });
    expect(answer.exceptionDetails).toBeUndefined();
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
});
