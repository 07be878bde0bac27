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

it('coaches a reply in a contenteditable: underlined, rewritten by key, taken back in one step', async () => {
  await page.click('#reply');
  await page.keyboard.type(DRAFT);
  const underline = await waitForHighlight(page, 'soon');
  expect(underline.rects.length).toBeGreaterThan(0);

  await press('Alt', 'Period');
  const rewrite = await page.waitForSelector('reframe-coach >>> .card:not([hidden]) .rewrite:not(.waiting)');
  const promised = await rewrite?.evaluate((shown) => shown.textContent?.trim() ?? '');
  expect(promised).not.toBe('');
  expect(promised).not.toContain('soon');
  expect(await text()).toBe(DRAFT);

  await press('Alt', 'Enter');
  await becomes(promised ?? '');
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
