/** A site that the agent switches on: from the click on, with the browser's real permission. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Chromium,
  highlightRanges,
  openChromium,
  typeInto,
  waitForHighlight,
  waitForNoHighlight,
} from './harness';
import { apply, findingOn, ROUGH, settled, textUnder, waitForText, watch } from './page-helpers';
import { type ExtensionsPage, openExtensionsPage, switchOn } from './permissions';

const SITE = 'https://tool.example/*';
const AT = 'https://tool.example/cases/7';
const OTHER = 'https://other.example/cases/7';

let chromium: Chromium;
let browser: ExtensionsPage;
let page: Page;

beforeAll(async () => {
  chromium = await openChromium();
  for (const address of [AT, OTHER]) chromium.serve(address, { file: 'tests/hosts/pages/tool.html' });
  browser = await openExtensionsPage(chromium);
});
afterAll(() => chromium?.close());
beforeEach(async () => {
  await browser.takeBack(SITE);
  await expect.poll(registered).toEqual([]);
  page = await chromium.open(AT);
});
afterEach(async () => {
  await page.close();
  expect(chromium.errors).toEqual([]);
});

async function registered(): Promise<string[]> {
  const worker = await chromium.serviceWorker();
  return worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id));
}

/** Is anything of the coach in the page? */
const traces = () =>
  page.evaluate(() => ({
    elements: [...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('reframe-')).length,
    highlights: [...CSS.highlights.keys()].filter((name) => name.startsWith('reframe-')),
    sheets: document.adoptedStyleSheets.length,
  }));
const NOTHING = { elements: 0, highlights: [], sheets: 0 };

const underlined = () => waitForHighlight(page, 'soon');

describe('any other site', () => {
  it('is not read before it is switched on, and coached at once when it is, by its address (complaint 2)', async () => {
    await typeInto(page, '#rich', ROUGH);
    const sidebar = await chromium.openSidebar(page);
    await sidebar.getByText('No reply to coach on this page').waitFor();
    expect(await traces()).toEqual(NOTHING);

    await browser.allow(SITE);
    await sidebar.getByRole('button', { name: 'Coach me on this site' }).click();
    await sidebar.getByLabel('Address of the site').fill('tool.example');
    await sidebar.keyboard.press('Enter');
    await page.bringToFront();
    await underlined();
    await sidebar.getByText("I can't see the customer's message on this site").waitFor();
    await sidebar.getByText('tool.example · reply').waitFor();
    await sidebar.close();
  });

  it('is named by the click on the toolbar button, and one more click switches it on', async () => {
    await clickToolbarButton(chromium, AT);
    const sidebar = await chromium.openSidebar(page);
    await sidebar.getByText('may read tool.example').waitFor();
    await browser.allow(SITE);
    await sidebar.getByRole('button', { name: 'Coach me on this site' }).click();
    await page.bringToFront();
    await typeInto(page, '#reply', ROUGH);
    await page.locator('reframe-coach, reframe-underlines').first().waitFor({ state: 'attached' });
    await sidebar.close();
  });

  it('stays off where the browser is not given the permission', async () => {
    const sidebar = await chromium.openSidebar(page);
    // The prompt, answered with no.
    await sidebar.evaluate(() => {
      chrome.permissions.request = () => Promise.resolve(false);
    });
    await sidebar.getByRole('button', { name: 'Coach me on this site' }).click();
    await sidebar.getByLabel('Address of the site').fill('http://plain.example');
    await sidebar.keyboard.press('Enter');
    await sidebar.getByText('no site that Reframe can work on').waitFor();
    await sidebar.getByLabel('Address of the site').fill(AT);
    await sidebar.keyboard.press('Enter');
    await sidebar.getByText('the browser was not given permission').waitFor();
    expect(await registered()).toEqual([]);
    await sidebar.close();
  });

  it('takes a rewrite, and undoes it in one step (case 18, complaint 1, complaint 10)', async () => {
    await switchOn(chromium, browser, SITE);
    for (const box of ['#reply', '#rich']) {
      await page.bringToFront();
      const seen = await watch(chromium, page);
      await typeInto(page, box, ROUGH);
      const snapshot = await seen.until('a review', settled(ROUGH));
      expect(snapshot.conversation.customer).toBeUndefined();
      expect(snapshot.surface).toMatchObject({ host: 'generic', site: 'tool.example', kind: 'unknown' });
      const { finding, edit } = findingOn(snapshot, 'soon');
      await seen.command({ name: 'use', finding: finding.id });
      await waitForText(page, apply(ROUGH, edit), box);
      await page.keyboard.press('Control+z');
      await waitForText(page, ROUGH, box);
      await seen.close();
    }
  });

  it('is coached after a reload, and after the worker was ended', async () => {
    await switchOn(chromium, browser, SITE);
    await chromium.killServiceWorker();
    await page.reload();
    await typeInto(page, '#rich', ROUGH);
    await underlined();
    expect(await registered()).toEqual([SITE]);
  });

  it('is coached in frames that the page fills itself (case 25)', async () => {
    await switchOn(chromium, browser, SITE);
    await page.reload();
    const frame = page.frame({ url: 'about:srcdoc' });
    if (!frame) throw new Error('no frame');
    await page.frameLocator('#filled').locator('body').click();
    await page.keyboard.type(ROUGH);
    await waitForHighlight(frame, 'soon');
  });

  it('lends nothing to another site', async () => {
    await switchOn(chromium, browser, SITE);
    const other = await chromium.open(OTHER);
    await typeInto(other, '#rich', ROUGH);
    const sidebar = await chromium.openSidebar(other);
    await sidebar.getByText('No reply to coach on this page').waitFor();
    expect(await highlightRanges(other)).toEqual([]);
    await sidebar.close();
    await other.close();
  });

  it.each([
    ['in the settings', () => removeInOptions()],
    ["on the browser's own page", () => browser.takeBack(SITE)],
  ])('is given back %s: the page is left as it was, at once (complaint 2, complaint 3)', async (_where, giveBack) => {
    await switchOn(chromium, browser, SITE);
    await page.bringToFront();
    await typeInto(page, '#rich', ROUGH);
    await underlined();
    const sidebar = await chromium.openSidebar(page);
    await sidebar.getByText('tool.example · reply').waitFor();
    await chromium.killServiceWorker();

    await giveBack();
    await waitForNoHighlight(page);
    await expect.poll(traces).toEqual(NOTHING);
    await sidebar.getByText('No reply to coach on this page').waitFor();
    await expect.poll(registered).toEqual([]);
    await waitForText(page, ROUGH, '#rich');

    await page.reload();
    await typeInto(page, '#rich', ROUGH);
    expect(await traces()).toEqual(NOTHING);
    await sidebar.close();
  });

  it('keeps out of search, sign-in, payment, titles, code, and what a page keeps for itself (complaint 14)', async () => {
    await switchOn(chromium, browser, SITE);
    await page.reload();
    const seen = await watch(chromium, page);
    const fields = page.locator('#never').locator('input, textarea, [contenteditable]');
    const count = await fields.count();
    expect(count).toBe(14);
    for (let at = 0; at < count; at++) {
      await fields.nth(at).click();
      await page.keyboard.type('You must wait.');
    }
    // What is read afterwards is the first that was read at all.
    await typeInto(page, '#rich', ROUGH);
    const snapshot = await seen.until('a review', (each) => each.status !== 'no-box' && each.draft !== '');
    expect(ROUGH.startsWith(snapshot.draft)).toBe(true);
    const { finding } = findingOn(await seen.until('all of it', settled(ROUGH)), 'soon');
    expect((await highlightRanges(page)).map(({ text }) => text)).not.toContain('You must');
    expect(textUnder(snapshot, finding)).not.toBe('You must wait.');
    await seen.close();
  });

  it('is Freshdesk where a company has it on a domain of its own', async () => {
    const address = 'https://tool.example/a/tickets/48213';
    chromium.serve(address, { file: 'tests/hosts/pages/freshdesk.html' });
    await switchOn(chromium, browser, SITE);
    await page.goto(address);
    await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
    const seen = await watch(chromium, page);
    await typeInto(page, '.fr-element', ROUGH);
    const snapshot = await seen.until('a review', settled(ROUGH));
    expect(snapshot.surface).toMatchObject({ host: 'freshdesk', site: 'tool.example' });
    expect(snapshot.conversation.customer).toContain('second time');
    await seen.close();
  });
});

async function removeInOptions(): Promise<void> {
  const options = await chromium.openExtensionPage('options.html#sites');
  await options.getByRole('button', { name: 'Remove: tool.example' }).click();
  await options.getByText('None so far.').first().waitFor();
  await options.close();
}

/** The click on the extension's button in the toolbar, with what the browser grants for it. */
async function clickToolbarButton(chromium: Chromium, address: string): Promise<void> {
  const root = await chromium.context.browser()?.newBrowserCDPSession();
  // Playwright's protocol types end before these.
  const send = root?.send.bind(root) as unknown as (
    method: string,
    params: object,
  ) => Promise<{ targetInfos: { targetId: string; url: string }[] }>;
  const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'tab', exclude: false }] });
  const tab = targetInfos.find(({ url }) => url === address);
  await send('Extensions.triggerAction', { id: chromium.extensionId, targetId: tab?.targetId });
}
