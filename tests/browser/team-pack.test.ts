/** A team's pack in a real browser: from a file to the reply box, and back. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fromItems, headIn, toItems } from '../../lib/background/sync/items';
import type { Pack, PackState } from '../../lib/pack/pack';
import { writePack } from '../../lib/pack/write-pack';
import { samplePack } from '../pack/sample-pack';
import { type Chromium, typeInto, waitForHighlight } from './harness';
import { openCoached, openTicket, REPLY, watch } from './page-helpers';

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await openCoached();
  page = await chromium.openExtensionPage('options.html');
  await page.locator('#pack').waitFor();
});
afterAll(() => chromium?.close());
afterEach(() => expect(chromium.errors).toEqual([]));

const open = (pack: Pack | string) =>
  page.locator('#pack input[type=file]').setInputFiles({
    name: 'team.json',
    mimeType: 'application/json',
    buffer: Buffer.from(typeof pack === 'string' ? pack : writePack(pack)),
  });
const state = () =>
  page.evaluate(async () => ((await chrome.storage.local.get('pack')).pack ?? null) as PackState | null);
const live = async () => (await state())?.live?.version;
const section = () => page.locator('#pack');

async function findings(text: string, rule: string): Promise<void> {
  const ticket = await openTicket(chromium, 'zendesk-contenteditable');
  const seen = await watch(chromium, ticket);
  await typeInto(ticket, REPLY, text);
  await seen.until(rule, ({ review }) => review?.findings.some((finding) => finding.rule === rule) ?? false);
  await seen.close();
  await ticket.close();
  await page.bringToFront();
}

it('is opened as a file, and its rules are live where the agent writes', async () => {
  await section().getByText('There is none yet').waitFor();
  await open(samplePack());
  await section().getByText('Acme support, version 12').waitFor();
  await section().getByText('3 entries · saved by Dana').waitFor();
  await findings('Hi Priya, your widget is on its way.', 'jargon/widget');
  const desk = await chromium.openExtensionPage('practice.html?intro=off');
  await typeInto(desk, '[data-practice-reply]', 'Your widget is ready.');
  await waitForHighlight(desk, 'widget');
  const sidebar = desk.frameLocator('iframe');
  await sidebar.getByRole('button', { name: 'Acme support, version 12' }).waitFor();
  await desk.close();
});

it('stays where the next one fails its own examples or can’t be read, and says why', async () => {
  const broken = samplePack({ version: 13 });
  broken.layer.rules[0]?.examples.push({ flag: 'The [[parcel]] is late.' });
  await open(broken);
  await section().getByText('Acme support, version 13 was not taken; Acme support, version 12 stays.').waitFor();
  await section().getByText('Rule jargon/widget, example 3').waitFor();
  await open('{"reframe":"settings"}');
  await section().getByText('That file was not taken').waitFor();
  expect(await live()).toBe(12);
});

it('goes back one step, and is taken off', async () => {
  await open(samplePack({ version: 14, note: 'Newer.' }));
  await expect.poll(live).toBe(14);
  await section().getByRole('button', { name: 'Go back to Acme support, version 12' }).click();
  await expect.poll(live).toBe(12);
  await section().getByRole('button', { name: 'Take it off' }).click();
  await section().getByText('There is none yet').waitFor();
  await section().getByRole('button', { name: 'Go back to Acme support, version 12' }).click();
  await expect.poll(live).toBe(12);
});

it('for some teams only waits until the agent is in one', async () => {
  await open(samplePack({ version: 15, pilot: ['Returns'] }));
  await section().getByText('It is for these teams only: Returns.').waitFor();
  await page.getByRole('textbox', { name: 'Your team' }).fill('Returns');
  await page.getByRole('textbox', { name: 'Your team' }).blur();
  await open(samplePack({ version: 15, pilot: ['Returns'] }));
  await expect.poll(live).toBe(15);
});

it('is checked to its end although the worker is stopped on the way', async () => {
  const { layer } = samplePack();
  const [rule] = layer.rules;
  if (!rule) throw new Error('The sample has no rule.');
  const rules = Array.from({ length: 400 }, (_, index) => ({
    ...rule,
    id: `widget-${index}`,
    patterns: [`<widget> n${index}x`],
    examples: [{ flag: `Your widget n${index}x is here.` }, { allow: `Your gizmo n${index}x is here.` }],
  }));
  await open(samplePack({ version: 16, layer: { ...layer, rules } }));
  await expect.poll(async () => (await state())?.checking?.done ?? 0).toBeGreaterThan(0);
  expect(await live()).toBe(15);
  await chromium.killServiceWorker();
  await chromium.serviceWorker();
  await expect.poll(live, { timeout: 50_000 }).toBe(16);
  expect((await state())?.checking).toBeNull();
});

it('stays live over an update of the extension', async () => {
  await open(samplePack({ version: 17 }));
  await expect.poll(live).toBe(17);
  await chromium.update();
  page = await chromium.openExtensionPage('options.html');
  await section().getByText('Acme support, version 17').waitFor();
  await findings('Hi Priya, your widget is on its way.', 'jargon/widget');
});

it('goes to the agent’s other devices with their settings, and theirs come here', async () => {
  const inAccount = () => page.evaluate(() => chrome.storage.sync.get(null));
  expect(await inAccount()).toEqual({});
  await page.getByRole('switch', { name: 'The same on my other devices' }).click();
  await expect
    .poll(async () => Object.keys(await inAccount()).sort())
    .toEqual(['pack', 'pack.0', 'settings', 'settings.0']);
  const items = await inAccount();
  const head = headIn('settings', items);
  if (!head) throw new Error('The settings are not there.');
  const file = JSON.parse((await fromItems('settings', head, items)) ?? '');
  expect(file.settings.team).toBe('Returns');
  const there = { ...file, settings: { ...file.settings, maxUnderlines: 3 } };
  const newer = await toItems('settings', JSON.stringify(there), head.savedAt + 1);
  await page.evaluate((items) => chrome.storage.sync.set(items), newer);
  await expect.poll(() => page.locator('#underlines').inputValue()).toBe('3');
});
