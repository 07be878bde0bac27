/** Single-page navigation: nothing of the last ticket stays, in the page, in the sidebar or in memory. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Chromium, typeInto, waitForHighlight, waitForNoHighlight } from './harness';
import { card, findingOn, REPLY, ROUGH, settled, textUnder, useTicket, type Watch } from './page-helpers';

let chromium: Chromium;
let page: Page;
let seen: Watch;

useTicket('zendesk-contenteditable', (desk) => {
  ({ chromium, page, seen } = desk);
});

/** The next ticket as the helpdesk's own router shows it: another address, then all of the ticket exchanged. */
async function goTo(ticket: number, words: string) {
  await page.evaluate(
    ({ ticket, words }) => {
      history.pushState(null, '', `/agent/tickets/${ticket}`);
      const main = document.querySelector('main') as HTMLElement;
      const next = main.cloneNode(true) as HTMLElement;
      next.dataset.ticketId = String(ticket);
      (document.querySelector('[data-test-id="header-tab"]') as HTMLElement).dataset.entityId = String(ticket);
      (next.querySelector('.zd-comment') as HTMLElement).textContent = words;
      next.querySelector('#reply')?.replaceChildren();
      main.replaceWith(next);
    },
    { ticket, words },
  );
}

/** What the page holds, after garbage was collected. */
async function held() {
  const session = await chromium.context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const { usage } = { usage: await session.send('Memory.getDOMCounters') };
  await session.detach();
  return { listeners: usage.jsEventListeners, nodes: usage.nodes, documents: usage.documents, metrics: metrics.length };
}

describe('any page, navigated within', () => {
  it('shows the sidebar nothing of the last customer (case 23)', async () => {
    await typeInto(page, REPLY, ROUGH);
    const first = await seen.until('a review', settled(ROUGH));
    expect(first.conversation.customer).toContain('#48213');
    await page.keyboard.press('Alt+Period');
    await card(page).waitFor();
    await goTo(2, 'Where is the blue lamp? I have waited a week.');
    await seen.until('no box', ({ status, draft }) => status === 'no-box' && draft === '');
    await waitForNoHighlight(page);
    await card(page).waitFor({ state: 'hidden' });
    await page.locator(REPLY).click();
    const next = await seen.until('the next ticket', ({ conversation }) => !!conversation.customer);
    expect(next.conversation.customer).toBe('Where is the blue lamp? I have waited a week.');
    expect(JSON.stringify(next)).not.toContain('48213');
  });

  it('drops a review that is under way (case 23)', async () => {
    await page.locator(REPLY).click();
    // In one step: the text, long enough to be read for a while, and the next ticket as soon as it was asked about.
    await page.locator(REPLY).evaluate((box, text) => {
      document.execCommand('insertText', false, text.repeat(60));
      void box;
    }, `${ROUGH} `);
    await seen.until('it to be read', ({ status }) => status === 'reading');
    await goTo(3, 'Is it ready?');
    await seen.until('no box', ({ status }) => status === 'no-box');
    await page.locator(REPLY).click();
    await page.keyboard.type(ROUGH);
    const snapshot = await seen.until('the new review', settled(ROUGH));
    expect(snapshot.conversation.customer).toBe('Is it ready?');
    const { finding } = findingOn(snapshot, 'soon');
    await waitForHighlight(page, textUnder(snapshot, finding));
    const marks = await page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((each) =>
        [...each].map((range) => (range.startContainer as Node).isConnected),
      ),
    );
    expect(marks).not.toContain(false);
  });

  it('holds on to nothing over thirty tickets (case 23)', async () => {
    const visit = async (ticket: number) => {
      await goTo(ticket, `Question ${ticket}`);
      await page.locator(REPLY).click();
      await seen.until('the ticket', ({ conversation }) => conversation.customer === `Question ${ticket}`);
      await page.keyboard.insertText(ROUGH);
      await seen.until('its draft', ({ draft }) => draft === ROUGH);
    };
    for (let ticket = 10; ticket < 14; ticket++) await visit(ticket);
    const before = await held();
    for (let ticket = 14; ticket < 44; ticket++) await visit(ticket);
    const after = await held();
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
    // A ticket's page has some sixty nodes: three of them at most are on their way out.
    expect(after.nodes).toBeLessThanOrEqual(before.nodes + 200);
    expect(after.documents).toBeLessThanOrEqual(before.documents);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
    expect(await page.locator('reframe-coach').count()).toBe(1);
  }, 120_000);
});

describe('any page, with a box that comes and goes', () => {
  it('finds the ticket again that was hidden, moved away and back (case 1, case 24)', async () => {
    await typeInto(page, REPLY, ROUGH);
    const snapshot = await seen.until('a review', settled(ROUGH));
    const phrase = textUnder(snapshot, findingOn(snapshot, 'soon').finding);
    await waitForHighlight(page, phrase);
    await page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement;
      Object.assign(window, { kept: main });
      main.remove();
    });
    await seen.until('no box', ({ status }) => status === 'no-box');
    await waitForNoHighlight(page);
    await page.evaluate(() => document.body.append((window as unknown as { kept: HTMLElement }).kept));
    await page.locator(REPLY).click();
    await seen.until('the draft again', settled(ROUGH));
    await waitForHighlight(page, phrase);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });

  it('takes another element at the same place for another box, and the same one for the same (case 24)', async () => {
    await typeInto(page, REPLY, ROUGH);
    await seen.until('a review', settled(ROUGH));
    // Moved within one task, as frameworks do when they sort: the box is the same.
    await page.locator(REPLY).evaluate((box) => {
      const home = box.parentElement as HTMLElement;
      const next = box.nextElementSibling;
      box.remove();
      home.insertBefore(box, next);
    });
    await page.locator(REPLY).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' You must wait.');
    const longer = `${ROUGH} You must wait.`;
    await seen.until('the longer draft', settled(longer));
    await page.locator(REPLY).evaluate((box) => box.replaceWith(box.cloneNode(false)));
    await page.locator(REPLY).click();
    const fresh = await seen.until('an empty box', ({ draft, status }) => draft === '' && status !== 'no-box');
    expect(fresh.visible).toEqual([]);
    await page.keyboard.type(ROUGH);
    await seen.until('a review', settled(ROUGH));
  });
});
