/** A site that the agent switches on in Firefox; only the browser's prompt is left out. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForHighlight, waitForNoHighlight } from './harness';
import { type Firefox, openFirefox } from './harness-firefox';

const AT = 'https://tool.example/cases/7';
const DRAFT = 'We will get back to you soon.';

let firefox: Firefox;
let page: Page;
let options: Page;

beforeAll(async () => {
  firefox = await openFirefox({ permissions: 'given' });
  firefox.serve(AT, { file: 'tests/hosts/pages/tool.html' });
  page = await firefox.open(AT);
  options = await firefox.firstRunPage();
  await options.evaluate(() => {
    location.href = '/options.html#sites';
  });
  await options.waitForSelector('.add-site input');
});
afterAll(() => firefox?.close());

const highlighted = () =>
  page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('reframe-')).length);

const has = (text: string) =>
  expect.poll(() => options.evaluate(() => document.querySelector('#sites')?.textContent ?? '')).toContain(text);

describe('any other site in Firefox', () => {
  it('is coached in the open tab from the click on, also after a reload (complaint 2)', async () => {
    await page.bringToFront();
    await page.click('#rich');
    await page.keyboard.type(DRAFT);
    expect(await highlighted()).toBe(0);

    await options.bringToFront();
    await options.type('.add-site input', AT);
    await options.click('.add-site button');
    await has('Switched on: tool.example');
    await page.bringToFront();
    await waitForHighlight(page, 'soon');

    await page.reload();
    await page.click('#rich');
    await page.keyboard.type(DRAFT);
    await waitForHighlight(page, 'soon');
  });

  it('is left as it was when it is given back', async () => {
    await options.bringToFront();
    await options.click('.own button');
    await has('None so far.');
    await page.bringToFront();
    await waitForNoHighlight(page);
    await page.reload();
    await page.click('#rich');
    await page.keyboard.type(DRAFT);
    expect(await highlighted()).toBe(0);
    expect(firefox.outside).toEqual([]);
    expect(firefox.errors).toEqual([]);
  });
});
