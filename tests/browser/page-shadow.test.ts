/** A reply box inside an open shadow root: the document's selection and style sheets do not reach it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { typeInto, waitForHighlight } from './harness';
import {
  apply,
  card,
  findingOn,
  INK,
  pixelsLike,
  REPLY,
  ROUGH,
  settled,
  textUnder,
  useTicket,
  type Watch,
  waitForText,
} from './page-helpers';

let page: Page;
let seen: Watch;

useTicket('zendesk-shadow', (desk) => {
  ({ page, seen } = desk);
});

describe('any page, a box in an open shadow root', () => {
  it('is underlined', async () => {
    await typeInto(page, REPLY, ROUGH);
    const { finding } = await seen
      .until('a review', settled(ROUGH))
      .then((snapshot) => findingOn(snapshot, 'you must'));
    const [rect] = (await waitForHighlight(page, ROUGH.slice(finding.span?.start, finding.span?.end))).rects;
    if (!rect) throw new Error('not rendered');
    const ink = finding.severity === 'high' ? INK.high : INK.medium;
    expect(await pixelsLike(page, rect, ink)).toBeGreaterThan(rect.width / 2);
  });

  it('takes a rewrite by click, and undoes it in one step', async () => {
    await typeInto(page, REPLY, ROUGH);
    const snapshot = await seen.until('a review', settled(ROUGH));
    const { finding, edit } = findingOn(snapshot, 'soon');
    const [rect] = (await waitForHighlight(page, textUnder(snapshot, finding))).rects;
    if (!rect) throw new Error('not rendered');
    await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
    await card(page).locator('.primary').click();
    const used = apply(ROUGH, edit);
    await waitForText(page, used);
    await seen.until('the use', (each) => each.draft === used && each.canUndo);
    await page.keyboard.press('Control+z');
    await waitForText(page, ROUGH);
  });

  it('tells the focus that moves within one root (case 24)', async () => {
    await page.evaluate(() => {
      const root = document.querySelector('reply-composer')?.shadowRoot;
      root?.prepend(Object.assign(document.createElement('input'), { id: 'subject' }));
    });
    await page.locator('#subject').click();
    await page.keyboard.press('Tab');
    await page.locator(REPLY).click();
    await page.keyboard.type(ROUGH);
    await seen.until('a review', settled(ROUGH));
  });

  it('is found in a root of a root that came later, and a text that the page puts in is read', async () => {
    await page.evaluate(() => {
      const old = document.querySelector('reply-composer') as HTMLElement;
      const composer = old.shadowRoot?.querySelector('[data-test-id="omnicomposer"]') as HTMLElement;
      const outer = document.createElement('ticket-footer');
      const inner = document.createElement('reply-box');
      old.replaceWith(outer);
      outer.attachShadow({ mode: 'open' }).append(inner);
      inner.attachShadow({ mode: 'open' }).append(composer);
    });
    await typeInto(page, REPLY, ROUGH);
    const snapshot = await seen.until('a review', settled(ROUGH));
    expect(snapshot.conversation.customer).toContain('#48213');
    await waitForHighlight(page, textUnder(snapshot, findingOn(snapshot, 'soon').finding));
    await page.locator(REPLY).evaluate((box) => {
      box.textContent = 'You must wait.';
    });
    await seen.until('the macro', settled('You must wait.'));
  });

  it('is read together with a thread in shadow roots of its own', async () => {
    await page.evaluate(() => {
      const section = document.querySelector('main section') as HTMLElement;
      const stream = document.createElement('message-stream');
      section.before(stream);
      const inner = document.createElement('message-list');
      stream.attachShadow({ mode: 'open' }).append(inner);
      inner.attachShadow({ mode: 'open' }).append(section);
    });
    await page.locator(REPLY).click();
    await seen.until('the talk', ({ conversation }) => !!conversation.customer?.includes('#48213'));
    await page.evaluate(() => {
      const list = document.querySelector('message-stream')?.shadowRoot?.querySelector('message-list')?.shadowRoot;
      const first = list?.querySelector('article');
      const copy = first?.cloneNode(true) as HTMLElement;
      (copy.querySelector('.zd-comment') as HTMLElement).textContent = 'Any news?';
      first?.parentElement?.append(copy);
    });
    await seen.until('the new message', ({ conversation }) => !!conversation.customer?.endsWith('\n\nAny news?'));
  });
});
