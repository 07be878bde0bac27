import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { waitForHighlight } from './harness';
import { type Firefox, openFirefox } from './harness-firefox';

const TICKET = 'https://acme.zendesk.com/agent/tickets/1';
const DRAFT = 'We will get back to you soon.';

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await openFirefox();
  firefox.serve(TICKET, { file: 'tests/hosts/pages/zendesk-contenteditable.html' });
});
afterAll(() => firefox.close());
beforeEach(async () => {
  page = await firefox.open(TICKET);
});

const text = () => page.$eval('#reply', (box) => (box.textContent ?? '').replace(/\u00a0/g, ' '));

/** Waits until the reply box has this text. */
const becomes = (wanted: string) => expect.poll(text, { timeout: 15_000 }).toBe(wanted);

async function press(...keys: ('Alt' | 'Control' | 'Enter' | 'KeyZ' | 'Period')[]) {
  const last = keys.pop();
  for (const key of keys) await page.keyboard.down(key);
  if (last) await page.keyboard.press(last);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

/** The rewrite in the open card, as it will stand; '' where there is none. */
const offered = () =>
  page.evaluate(() => {
    const card = document.querySelector('reframe-coach')?.shadowRoot?.querySelector('[role=dialog]:not([hidden])');
    return card?.querySelector('.rewrite:not(.waiting)')?.textContent?.trim() ?? '';
  });

/** Goes from finding to finding by key until the card offers what is wanted. */
async function openCard(wanted: RegExp): Promise<string> {
  let shown = '';
  for (let step = 0; step < 6 && !wanted.test(shown); step += 1) {
    const before = shown;
    await press('Alt', 'Period');
    await expect.poll(offered, { timeout: 15_000 }).not.toBe(before);
    shown = await offered();
  }
  expect(shown).toMatch(wanted);
  return shown;
}

it('coaches a reply in a contenteditable: underlined, rewritten by key, taken back in one step', async () => {
  await page.click('#reply');
  await page.keyboard.type(DRAFT);
  const underline = await waitForHighlight(page, 'soon');
  expect(underline.rects.length).toBeGreaterThan(0);

  const rewrite = await openCard(/^We will get back to you (?!soon)/);
  expect(await text()).toBe(DRAFT);
  await press('Alt', 'Enter');
  await becomes(rewrite);
  await press('Control', 'KeyZ');
  await becomes(DRAFT);
  expect(firefox.outside).toEqual([]);
  expect(firefox.errors).toEqual([]);
});

it('opens the practice desk, coached as well', async () => {
  const desk = await firefox.firstRunPage();
  await desk.evaluate(() => {
    location.search = '?intro=off';
  });
  await desk.waitForFunction(
    () => location.search.includes('intro=off') && document.querySelector('[data-practice-reply]') !== null,
  );
  await desk.click('[data-practice-reply]');
  await desk.keyboard.type(DRAFT);
  await waitForHighlight(desk, 'soon');
  expect(firefox.outside).toEqual([]);
});
