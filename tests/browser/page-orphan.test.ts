/** The extension updated, switched off or removed while a ticket is open: its old script is alone in the page. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, highlightRanges, typeInto, waitForHighlight } from './harness';
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
  await page.locator(REPLY).click();
  await page.evaluate(() => {
    window.addEventListener('keydown', ({ code }) => Object.assign(window, { heard: code }));
  });
  // The coach's keys are the page's again.
  await page.keyboard.press('Alt+Period');
  expect(await page.evaluate(() => (window as unknown as { heard: string }).heard)).toBe('Period');
  await page.keyboard.type(' You must wait.');
  expect(await traces()).toEqual(NONE);
  expect(chromium.errors).toEqual([]);
}

/** As the switch on the browser's own page of extensions does it. */
async function setEnabled(on: boolean) {
  const extensions = await chromium.context.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(({ id, on }) => chrome.management.setEnabled(id, on), { id: chromium.extensionId, on });
  await extensions.close();
  await page.bringToFront();
}

describe('any page', () => {
  it('is left clean when the extension is uninstalled while it is open (complaint 2, complaint 15)', async () => {
    await coached('zendesk-contenteditable');
    await chromium.uninstall();
    await expectQuiet();
  }, 90_000);

  it('is coached once, by the new script, when the extension is updated while it is open (complaint 15)', async () => {
    const phrase = await coached('zendesk-contenteditable');
    await page.locator('reframe-coach').evaluate((element) => element.setAttribute('data-old', ''));
    await chromium.update();
    await expect.poll(() => page.locator('[data-old]').count()).toBe(0);
    await page.locator(REPLY).click();
    await waitForHighlight(page, phrase);
    expect((await highlightRanges(page)).filter(({ text }) => text === phrase)).toHaveLength(1);
    const { elements, sheets } = await traces();
    expect({ elements, sheets }).toEqual({ elements: 1, sheets: 1 });
    expect(chromium.errors).toEqual([]);
  }, 90_000);

  it.each(['zendesk-contenteditable', 'zendesk-textarea'])(
    'is left clean when the extension goes while it is open (%s) (complaint 2, complaint 15)',
    async (fixture) => {
      await coached(fixture);
      await setEnabled(false);
      await expectQuiet();
    },
    90_000,
  );

  it('is coached once, by the new script, when the extension is back (complaint 15)', async () => {
    const phrase = await coached('zendesk-contenteditable');
    const tab = await chromium.tabId(page);
    await setEnabled(false);
    await expect.poll(traces).toEqual(NONE);
    await setEnabled(true);
    const options = await chromium.openExtensionPage('options.html');
    await page.bringToFront();
    for (let time = 0; time < 2; time++) {
      await options.evaluate(
        (tabId) =>
          chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['content-scripts/zendesk.js'] }),
        tab,
      );
      await page.locator(REPLY).click();
      await waitForHighlight(page, phrase);
      const { elements, sheets } = await traces();
      const ranges = (await highlightRanges(page)).filter(({ text }) => text === phrase).length;
      expect({ elements, sheets, ranges }).toEqual({ elements: 1, sheets: 1, ranges: 1 });
    }
    expect(chromium.errors).toEqual([]);
  }, 90_000);
});
