/** The extension updated, switched off or removed while a ticket is open: its old script is alone in the page. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, typeInto, waitForHighlight, waitForNoHighlight } from './harness';
import {
  card,
  findingOn,
  openCoached,
  openTicket,
  REPLY,
  ROUGH,
  settled,
  textUnder,
  type Watch,
  watch,
} from './page-helpers';

let chromium: Chromium;
let page: Page;
let seen: Watch;

beforeEach(async () => {
  chromium = await openCoached();
});
afterEach(() => chromium.close());

/** All that the coach has in the page, and whether it still takes keys. */
const traces = () =>
  page.evaluate(() => ({
    elements: [...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('reframe-')).length,
    highlights: [...CSS.highlights.keys()].length,
    sheets: document.adoptedStyleSheets.length,
  }));
const NONE = { elements: 0, highlights: 0, sheets: 0 };

/** A coached draft with its card open. */
async function coached(fixture: string): Promise<string> {
  page = await openTicket(chromium, fixture);
  seen = await watch(chromium, page);
  await typeInto(page, REPLY, ROUGH);
  const snapshot = await seen.until('a review', settled(ROUGH));
  await page.keyboard.press('Alt+Period');
  await card(page).waitFor();
  return textUnder(snapshot, findingOn(snapshot, 'soon').finding);
}

async function expectQuiet() {
  await expect.poll(traces).toEqual(NONE);
  const heard = page.evaluate(
    () => new Promise((hear) => window.addEventListener('keydown', (event) => hear(event.code), { once: true })),
  );
  await page.keyboard.press('F9');
  expect(await heard).toBe('F9');
  await page.locator(REPLY).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' You must wait.');
  expect(await traces()).toEqual(NONE);
  expect(chromium.errors).toEqual([]);
}

/** As the browser's own page of extensions does it. */
async function manage(method: 'uninstall' | 'disable') {
  const browser = chromium.context.browser();
  if (!browser) throw new Error('The browser is gone.');
  if (method === 'uninstall') {
    const root = await browser.newBrowserCDPSession();
    const send = root.send.bind(root) as unknown as (method: string, params: object) => Promise<void>;
    await send('Extensions.uninstall', { id: chromium.extensionId });
    return;
  }
  const extensions = await chromium.context.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(
    (id) =>
      (
        chrome as unknown as {
          developerPrivate: { updateExtensionConfiguration?(update: object): Promise<void> };
          management: { setEnabled(id: string, on: boolean): Promise<void> };
        }
      ).management.setEnabled(id, false),
    chromium.extensionId,
  );
  await extensions.close();
}

describe('any page', () => {
  it.each([
    ['removed', 'zendesk-contenteditable', 'uninstall'],
    ['removed', 'zendesk-textarea', 'uninstall'],
    ['switched off by the browser', 'zendesk-contenteditable', 'disable'],
  ] as const)('is left clean when the extension is %s (%s) (complaint 2)', async (_how, fixture, method) => {
    await coached(fixture);
    await manage(method);
    await expectQuiet();
  });

  it('is coached once, by the new version, after an update (complaint 15)', async () => {
    const phrase = await coached('zendesk-contenteditable');
    const tab = await chromium.tabId(page);
    const worker = await chromium.serviceWorker();
    const started = chromium.context.waitForEvent('serviceworker');
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
    const fresh = await started;
    await waitForNoHighlight(page);
    await expect.poll(traces).toEqual(NONE);
    const inject = () =>
      fresh.evaluate(
        (tabId) =>
          chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['content-scripts/coach.js'] }),
        tab,
      );
    await inject();
    await page.locator(REPLY).click();
    await waitForHighlight(page, phrase);
    await inject();
    await page.locator(REPLY).click();
    await waitForHighlight(page, phrase);
    expect((await traces()).elements).toBe(1);
    expect((await traces()).sheets).toBe(1);
    const marked = await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    expect(marked).toBe(
      new Set(await page.evaluate(() => [...CSS.highlights.values()].flatMap((each) => [...each].map(String)))).size,
    );
    expect(chromium.errors).toEqual([]);
  });
});
