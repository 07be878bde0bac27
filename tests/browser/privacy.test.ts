/** Nothing that an agent types has a way out: no request, whatever part of the extension is used. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, openChromium, typeInto, waitForHighlight } from './harness';
import { openFirefox } from './harness-firefox';
import { apply, card, findingOn, openTicket, REPLY, ROUGH, settled, TICKET, waitForText, watch } from './page-helpers';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await openChromium({ firstRun: 'keep' });
});
afterAll(() => chromium.close());

it('makes no request while a reply is typed, coached, rewritten and looked at everywhere', async () => {
  const page = await openTicket(chromium, 'zendesk-contenteditable');
  const sidebar = await watch(chromium, page);
  await typeInto(page, REPLY, ROUGH);
  const snapshot = await sidebar.until('a review', settled(ROUGH));
  const { finding, edit } = findingOn(snapshot, 'soon');
  await waitForHighlight(page, 'soon');
  await page.keyboard.press('Alt+Period');
  await card(page).waitFor();
  await sidebar.command({ name: 'use', finding: finding.id });
  await waitForText(page, apply(ROUGH, edit));
  await sidebar.close();

  const desk = await chromium.openExtensionPage('practice.html?intro=off');
  await typeInto(desk, '[data-practice-reply]', ROUGH);
  await waitForHighlight(desk, 'soon');
  await chromium.openExtensionPage('options.html').then((options) => options.locator('h1, h2').first().waitFor());

  expect(chromium.outside).toEqual([]);
  expect(chromium.errors).toEqual([]);
});

it('would have seen one: from a page, from the extension’s own pages, and from its service worker', async () => {
  const before = chromium.outside.length;
  const ask = (address: string) => fetch(address).then(String, String);
  const page = await openTicket(chromium, 'zendesk-contenteditable');
  await page.evaluate(ask, 'https://outside.example/page');
  expect(chromium.outside.slice(before)).toEqual(['https://outside.example/page']);

  // Its own policy stops these before they are requests: the fetch fails, and nothing is asked for.
  const options = await chromium.openExtensionPage('options.html');
  expect(await options.evaluate(ask, 'https://outside.example/options')).toMatch(/TypeError/);
  const worker = await chromium.serviceWorker();
  expect(await worker.evaluate(ask, 'https://outside.example/worker')).toMatch(/TypeError/);
  expect(chromium.outside.splice(before)).toEqual(['https://outside.example/page']);
});

const ASKED = 'https://outside.example/somewhere';
const askIn = (address: string) => void fetch(address, { mode: 'no-cors' }).catch(() => {});

it('fails whichever test file of Chromium asks for anything, when its browser is closed', async () => {
  const other = await openChromium();
  const page = await openTicket(other, 'zendesk-contenteditable');
  await page.evaluate(askIn, ASKED);
  await expect.poll(() => other.outside).toEqual([ASKED]);
  await expect(other.close()).rejects.toThrow(ASKED);
});

it('fails whichever test file of Firefox does', async () => {
  const firefox = await openFirefox();
  firefox.serve(TICKET, { file: 'tests/hosts/pages/zendesk-contenteditable.html' });
  const page = await firefox.open(TICKET);
  await page.evaluate(askIn, ASKED);
  await expect.poll(() => firefox.outside).toEqual([ASKED]);
  await expect(firefox.close()).rejects.toThrow(ASKED);
});
