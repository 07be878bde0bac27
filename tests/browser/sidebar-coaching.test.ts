/** The sidebar beside a coached reply box: the real page, the real engine. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Chromium, typeInto, waitForHighlight, waitForNoHighlight } from './harness';
import { openCoached, openTicket, REPLY, ROUGH, textOf } from './page-helpers';

let chromium: Chromium;
let page: Page;
let sidebar: Page;

beforeAll(async () => {
  chromium = await openCoached();
});
afterAll(() => chromium?.close());
beforeEach(async () => {
  page = await openTicket(chromium, 'zendesk-contenteditable');
  sidebar = await chromium.openSidebar(page);
  await sidebar.evaluate(() => chrome.storage.local.clear());
  await page.bringToFront();
});
afterEach(async () => {
  await sidebar.close();
  await page.close();
  expect(chromium.errors).toEqual([]);
});

const open = () => sidebar.getByRole('region', { name: 'Open finding' });
const button = (name: string | RegExp) => sidebar.getByRole('button', { name });
/** Opens the finding with this label, if it is not open already. */
async function select(label: string) {
  await open().waitFor();
  if ((await open().getByRole('heading', { name: label }).count()) === 0) await button(new RegExp(`^${label}`)).click();
  await open().getByRole('heading', { name: label }).waitFor();
}

it('says plainly that no reply box has been used, and wakes with the first word', async () => {
  await sidebar.getByText('Click into a reply box').waitFor();
  await typeInto(page, REPLY, ROUGH);
  await open().waitFor();
  await sidebar.getByText('Zendesk · public reply').waitFor();
});

it('puts a rewrite in with one click, and fills its gap', async () => {
  await typeInto(page, REPLY, ROUGH);
  await select('Vague time');
  await open().locator('.rewrite .gap').waitFor();
  const shown = (await open().locator('.rewrite').textContent()) ?? '';
  await open().getByRole('button', { name: 'Use it' }).click();
  await expect.poll(() => textOf(page)).toContain(shown);

  const choices = sidebar.getByRole('group', { name: /^Fill .* with$/ }).getByRole('button');
  const time = (await choices.first().textContent()) ?? '';
  await choices.first().click();
  await expect.poll(() => textOf(page)).toContain(shown.replace(/\[[^\]]+\]/, time));
  await choices.first().waitFor({ state: 'detached' });
});

it('takes a rewrite back', async () => {
  await typeInto(page, REPLY, ROUGH);
  await select('Vague time');
  await open().getByRole('button', { name: 'Use it' }).click();
  await expect.poll(() => textOf(page)).not.toBe(ROUGH);
  await button('Undo the last rewrite').click();
  await expect.poll(() => textOf(page)).toBe(ROUGH);
});

it('leaves a finding, and it is gone from page and sidebar', async () => {
  await typeInto(page, REPLY, ROUGH);
  await waitForHighlight(page, 'soon');
  await select('Vague time');
  await open().getByRole('button', { name: 'Leave it' }).click();
  await waitForNoHighlight(page, 'soon');
  await expect.poll(() => sidebar.getByText('Vague time').count()).toBe(0);
});

it('turns a principle off and on again, and the draft is read anew each time', async () => {
  await typeInto(page, REPLY, ROUGH);
  await select('Vague time');
  await button('More about this finding').click();
  await sidebar.getByRole('menuitem', { name: 'Turn “Vague time” off everywhere' }).click();
  await waitForNoHighlight(page, 'soon');
  await button('Put it back').click();
  await waitForHighlight(page, 'soon');
});

it('switches the site off, leaving nothing in the page, and on again', async () => {
  await typeInto(page, REPLY, ROUGH);
  await waitForHighlight(page, 'soon');
  await sidebar.getByRole('switch', { name: 'Reframe on this site' }).click();
  await waitForNoHighlight(page);
  await button('Switch it on').click();
  await page.locator(REPLY).click();
  await waitForHighlight(page, 'soon');
});

it('snoozes for this reply, and wakes', async () => {
  await typeInto(page, REPLY, ROUGH);
  await waitForHighlight(page, 'soon');
  await button('Snooze, keys and settings').click();
  await sidebar.getByRole('menuitem', { name: 'Snooze for this reply' }).click();
  await waitForNoHighlight(page);
  await button('Wake it').click();
  await waitForHighlight(page, 'soon');
});
