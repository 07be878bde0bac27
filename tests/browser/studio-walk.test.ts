/** A manager's first walk: from an empty studio to a rule that coaches a reply, and out to the team, without a manual. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPack } from '../../lib/pack/read-pack';
import { type Chromium, typeInto, waitForHighlight } from './harness';
import { card, openCoached } from './page-helpers';

/** The phrase is none of the built-in banks': what is underlined is the team's. */
const PHRASE = 'as you are no doubt aware';
const BOX = '[data-practice-reply]';

let chromium: Chromium;

beforeEach(async () => {
  chromium = await openCoached();
});
afterEach(() => chromium?.close());

it('leads from an empty studio to a live rule in under two minutes', async () => {
  const desk = await chromium.openExtensionPage('practice.html?intro=off');
  await desk.locator(BOX).waitFor();
  await typeInto(desk, BOX, 'As you are no doubt aware, the parcel left on Monday.');

  const began = performance.now();
  const studio = await chromium.openExtensionPage('studio.html');
  const button = (name: string | RegExp) => studio.getByRole('button', { name });
  await studio.getByLabel('What should nobody say any more?').fill(PHRASE);
  await studio.getByLabel('Say instead').fill('as I wrote on Monday');
  await button('Save the rule').click();
  await studio.getByRole('status').getByText('Version 1').waitFor();
  await studio.getByRole('link', { name: 'Make it live' }).click();
  await button(/^Make version 1 live/).click();
  await studio.getByText('Version 1 is live here.').waitFor();

  // The draft that stood there all the while is read again with the new rule.
  await desk.bringToFront();
  await waitForHighlight(desk, 'As you are no doubt aware');
  expect(performance.now() - began).toBeLessThan(120_000);
  await desk.locator(BOX).click();
  const next = async () => {
    await desk.keyboard.press('Alt+.');
    return card(desk).textContent();
  };
  await expect.poll(next).toContain('As I wrote on Monday');
  await desk.keyboard.press('Alt+Enter');
  await expect.poll(() => desk.locator(BOX).textContent()).toContain('As I wrote on Monday, the parcel');

  // The file for everyone else holds just this.
  await studio.bringToFront();
  const download = studio.waitForEvent('download');
  await button('Save the file for agents').click();
  const pack = readPack(await readFile(await (await download).path(), 'utf8'), 'pack.json');
  expect(pack.layer.rules).toMatchObject([{ rewrites: ['as I wrote on Monday'] }]);
  expect(chromium.errors).toEqual([]);
  expect(chromium.outside).toEqual([]);
});
