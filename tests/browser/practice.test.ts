/** The practice desk as a newcomer uses it: the real page, the real coach, the sidebar docked beside it. */
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseTickets, type Ticket } from '../../lib/practice/ticket';
import data from '../../lib/practice/tickets.json';
import { plainWords } from '../../lib/practice/words';
import { type Chromium, highlightRanges, typeInto, waitForHighlight } from './harness';
import { card, openCoached, textOf } from './page-helpers';

const TICKETS = parseTickets(data);
const BOX = '[data-practice-reply]';
const ticketOf = (accept: (ticket: Ticket) => boolean): Ticket => {
  const found = TICKETS.find(accept);
  if (!found) throw new Error('No practice ticket of this kind.');
  return found;
};
const EMAIL = ticketOf(({ channel, rough }) => channel === 'email' && rough.kind === 'bad');
const CHAT = ticketOf(({ channel, rough }) => channel === 'chat' && rough.kind === 'bad');
const GAP = ticketOf(({ rough }) => rough.kind === 'gap');
const GOOD = ticketOf(({ rough }) => rough.kind === 'good');

let chromium: Chromium;
let page: Page;
let sidebar: FrameLocator;

beforeAll(async () => {
  chromium = await openCoached();
});
afterAll(() => chromium?.close());
beforeEach(async () => {
  const worker = await chromium.serviceWorker();
  await worker.evaluate(() => chrome.storage.local.clear());
});
afterEach(async () => {
  await page.close();
  expect(chromium.errors).toEqual([]);
  expect(chromium.outside).toEqual([]);
});

async function open(search: string): Promise<void> {
  page = await chromium.openExtensionPage(`practice.html?${search}`);
  await page.locator(BOX).waitFor();
  sidebar = page.frameLocator('iframe');
}
const openTicket = (ticket: Ticket) => open(`ticket=${ticket.id}&intro=off`);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const waitForWords = (text: string) =>
  expect.poll(async () => plainWords(await textOf(page, BOX))).toBe(plainWords(text));
const finding = () => sidebar.getByRole('region', { name: 'Open finding' });
const scorecard = () => page.getByRole('dialog', { name: 'How this reply would land' });

describe('a reply', () => {
  it('is coached while it is typed, and mended from the docked sidebar', async () => {
    await openTicket(EMAIL);
    await typeInto(page, BOX, 'We will get back to you soon.');
    await waitForHighlight(page, 'soon');
    await sidebar.getByText('Practice desk · public reply').waitFor();
    await sidebar.getByRole('button', { name: /^Vague time/ }).click();
    await finding().getByRole('heading', { name: 'Vague time' }).waitFor();
    const rewrite = (await finding().locator('.rewrite').textContent()) ?? '';
    await finding().getByRole('button', { name: 'Use it' }).click();
    await expect.poll(() => textOf(page, BOX)).toContain(rewrite);
  });

  it('is coached in the plain box of a chat as well', async () => {
    await openTicket(CHAT);
    await button('Start from a rough draft').click();
    expect(await page.locator(BOX).evaluate((box) => box.tagName)).toBe('TEXTAREA');
    await waitForWords(CHAT.rough.text);
    await finding().waitFor();
  });

  it('starts from a rough draft and starts over, and undo takes each back in one step', async () => {
    await openTicket(EMAIL);
    await typeInto(page, BOX, 'My own words');
    await button('Start from a rough draft').click();
    await waitForWords(EMAIL.rough.text);
    await page.getByText('Undo brings yours back.').waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => textOf(page, BOX)).toBe('My own words');

    await button('Start over').click();
    await expect.poll(() => textOf(page, BOX)).toBe('');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => textOf(page, BOX)).toBe('My own words');
  });

  it('keeps its draft while another ticket is open', async () => {
    await openTicket(EMAIL);
    await typeInto(page, BOX, 'Half a reply');
    await page.getByRole('option', { name: CHAT.customer }).click();
    await expect.poll(() => page.locator(BOX).evaluate((box) => box.tagName)).toBe('TEXTAREA');
    await expect.poll(() => page.locator(BOX).evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await textOf(page, BOX)).toBe('');
    expect(page.url()).toContain(`ticket=${CHAT.id}`);
    await page.getByRole('option', { name: EMAIL.customer }).click();
    await expect.poll(() => textOf(page, BOX)).toBe('Half a reply');
    await page.getByRole('option', { name: EMAIL.customer }).getByText('Draft').waitFor();
  });

  it('can be formatted by button', async () => {
    await openTicket(EMAIL);
    await typeInto(page, BOX, 'Thanks');
    await page.keyboard.press('ControlOrMeta+a');
    await button('Bold').click();
    await expect.poll(() => page.locator(`${BOX} b`).textContent()).toBe('Thanks');
    expect(await button('Bold').getAttribute('aria-pressed')).toBe('true');

    await button('Link').click();
    await page.getByLabel('Address of the link').fill('nowhere');
    await page.keyboard.press('Enter');
    await page.getByText('That is not an address yet.').waitFor();
    await page.getByLabel('Address of the link').fill('example.com/help');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(`${BOX} a`).getAttribute('href')).toBe('https://example.com/help');
    expect(await textOf(page, BOX)).toBe('Thanks');
  });
});

describe('the pretend send', () => {
  it('shows the scorecard, and goes on to the next ticket', async () => {
    await openTicket(EMAIL);
    await button('Start from a rough draft').click();
    await button('Pretend to send').click();
    await scorecard().waitFor();
    await scorecard().getByRole('heading', { name: 'Still open' }).waitFor();
    expect(await scorecard().locator('.criteria li').count()).toBeGreaterThan(4);
    expect(await scorecard().getByRole('img', { name: /\d/ }).count()).toBe(1);
    expect(await scorecard().locator('.part .label').count()).toBeGreaterThan(0);

    await button('Next ticket').click();
    await scorecard().waitFor({ state: 'detached' });
    expect(await page.getByRole('option', { selected: true }).textContent()).not.toContain(EMAIL.customer);
    await page.getByRole('option', { name: EMAIL.customer }).getByText('Practised').waitFor();
    await expect.poll(() => page.locator(BOX).evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('closes with Esc, with the draft and the caret where they were', async () => {
    await openTicket(GOOD);
    await button('Start from a rough draft').click();
    await button('Pretend to send').click();
    await scorecard().getByText('Ready to send', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await scorecard().waitFor({ state: 'detached' });
    await page.keyboard.type('!');
    await waitForWords(`${GOOD.rough.text}!`);
  });

  it('warns of an open gap first, and stands in nobody’s way', async () => {
    await openTicket(GAP);
    await button('Start from a rough draft').click();
    await button('Pretend to send').click();
    await page.getByRole('dialog', { name: 'One gap is still open' }).waitFor();
    await button('Fill it in').click();
    const gap = /\[[^\]]+\]/.exec(GAP.rough.text)?.[0];
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(gap);

    await button('Pretend to send').click();
    await button('See the scorecard anyway').click();
    await scorecard().locator('.gap').waitFor();
  });

  it('says what is missing when nothing was written, or the coach is off', async () => {
    await openTicket(EMAIL);
    await button('Pretend to send').click();
    await page.getByText('There is nothing to send yet.').waitFor();

    await sidebar.getByRole('switch').first().click();
    await typeInto(page, BOX, 'Hello');
    await button('Pretend to send').click();
    await page.getByRole('dialog').getByText('The coach is switched off here.').waitFor();
    await button('Back to the draft').click();
    expect(await textOf(page, BOX)).toBe('Hello');
    expect(await highlightRanges(page)).toEqual([]);
  });
});

describe('the introduction', () => {
  const step = (n: number) => page.getByText(`Step ${n} of 3`);

  it('leads from the underline over the rewrite to the sidebar, and comes once', async () => {
    await open('');
    await step(1).waitFor();
    await expect.poll(() => highlightRanges(page).then((ranges) => ranges.length)).toBeGreaterThan(0);
    await button('Next').click();
    await step(2).waitFor();
    await card(page).getByRole('button', { name: 'Use it' }).waitFor();
    await button('Next').click();
    await step(3).waitFor();
    await card(page).waitFor({ state: 'hidden' });
    await finding().waitFor();
    await button('Start practising').click();
    await step(3).waitFor({ state: 'detached' });
    expect(await page.locator(BOX).evaluate((box) => box === document.activeElement)).toBe(true);

    await expect.poll(introduced).toBe(true);
    await page.reload();
    await page.locator(BOX).waitFor();
    expect(await page.getByText(/^Step \d of 3$/).count()).toBe(0);
    await button('Show the introduction').click();
    await step(1).waitFor();
  });

  it('is left at any step with Esc or Skip, by keyboard alone', async () => {
    await open('');
    await step(1).waitFor();
    await page.keyboard.press('Escape');
    await step(1).waitFor({ state: 'detached' });
    await expect.poll(introduced).toBe(true);

    await button('Show the introduction').focus();
    await page.keyboard.press('Enter');
    await step(1).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.keyboard.press('Tab');
    expect(await button('Skip').evaluate((skip) => skip === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await step(1).waitFor({ state: 'detached' });
  });

  const introduced = () =>
    page.evaluate(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      return (settings as { introduced?: boolean } | undefined)?.introduced;
    });
});

describe('the page', () => {
  it('says so when a ticket is unknown, and opens the first', async () => {
    await open('ticket=nowhere&intro=off');
    await page.getByText('There is no practice ticket called “nowhere”.').waitFor();
    expect(await page.getByRole('option', { selected: true }).textContent()).toContain(TICKETS[0]?.customer);
  });

  it('is walked by keyboard: through the list with the arrows, into the reply with Enter', async () => {
    await openTicket(TICKETS[0] as Ticket);
    await page.getByRole('listbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.getByRole('option', { selected: true }).textContent()).toContain(TICKETS[2]?.customer);
    await page.keyboard.press('Home');
    await expect.poll(() => page.getByRole('option', { selected: true }).textContent()).toContain(TICKETS[0]?.customer);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(BOX).evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('fits 320 px: a select for the list, the sidebar below, nothing cut off', async () => {
    await openTicket(EMAIL);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('combobox', { name: 'Ticket' }).selectOption(CHAT.id);
    await expect.poll(() => page.locator(BOX).evaluate((box) => box.tagName)).toBe('TEXTAREA');
    await button('Start from a rough draft').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await button('Pretend to send').click();
    await scorecard().waitFor();
    const box = await scorecard().boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    await button('Improve it').click();
    await page.getByRole('button', { name: /^Coach: \d+ things? to look at$/ }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  });
});
