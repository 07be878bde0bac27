/** A calm word beside Send while a gap is open: it never blocks, intercepts or sends. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, openChromium, typeInto, waitForHighlight, waitForNoHighlight } from './harness';
import { REPLY, TICKET } from './page-helpers';

const GAP = '[day, time]';
const DRAFT = `Hi Priya, your parcel is here. I will write to you by ${GAP}.`;
const SEND = '[data-test-id="submit_button-button"]';

const ticket = (dir = 'ltr') => `<!doctype html><html lang="en" dir="${dir}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Ticket 1</title>
<style>
  :root { color-scheme: light dark }
  body { margin: 0; padding: 24px; font: 14px/1.5 system-ui; background: light-dark(#f8f9f9, #17181b); color: light-dark(#2f3941, #e9ebed) }
  form { max-width: 720px; margin: 40px auto 0; border: 1px solid light-dark(#d8dcde, #3a3d42); border-radius: 6px; background: light-dark(#fff, #1f2125) }
  #reply { min-height: 140px; padding: 14px 16px; outline: none }
  footer { display: flex; gap: 8px; justify-content: end; padding: 10px 14px; border-top: 1px solid light-dark(#d8dcde, #3a3d42) }
  footer button { padding: 7px 14px; font: inherit; border: 0; border-radius: 4px; background: #17494d; color: #fff }
</style>
<main data-ticket-id="1">
  <article data-test-id="omni-log-comment-item"><div data-test-id="omni-log-item-message" type="end-user"><div class="zd-comment"><p>When will it come?</p></div></div></article>
  <form data-test-id="omnicomposer" action="about:blank" target="sink">
    <div id="reply" data-test-id="omnicomposer-rich-text-ckeditor" contenteditable="true" role="textbox" aria-label="Public reply composer"></div>
    <footer><button type="button" id="macro">Apply macro</button><button type="submit" data-test-id="submit_button-button">Send</button></footer>
  </form>
</main>
<iframe name="sink" hidden></iframe>
<script>
  window.seen = [];
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'submit', 'keydown'])
    document.addEventListener(type, (event) => setTimeout(() => window.seen.push([type, event.defaultPrevented])));
</script>`;

const notice = (page: Page) => page.locator('reframe-send-notice .send-notice');
const hidden = (page: Page) => expect.poll(() => notice(page).isVisible()).toBe(false);
const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: [string, boolean][] }).seen);
const selected = (page: Page) => page.evaluate(() => String(getSelection()));

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium?.close());

async function write(draft: string): Promise<void> {
  chromium.serve(TICKET, { html: ticket() });
  page = await chromium.open(TICKET);
  await typeInto(page, REPLY, draft);
}

async function writeWithGap(): Promise<void> {
  await write(DRAFT);
  await waitForHighlight(page, GAP);
}

describe('any page', () => {
  beforeEach(writeWithGap);
  afterEach(async () => {
    await page.close();
    expect(chromium.errors).toEqual([]);
  });

  it('says that a gap is open while the pointer rests on Send, and goes when it leaves', async () => {
    await page.locator(SEND).hover();
    await notice(page).waitFor();
    expect(await notice(page).innerText()).toContain(`“${GAP}” is still open.`);
    await page.mouse.move(5, 5);
    await hidden(page);
  });

  it('knows the button by what it says where a helpdesk’s update renamed it (complaint 9)', async () => {
    const other = page.locator('footer button:last-child');
    await other.evaluate((button: HTMLButtonElement) => {
      button.removeAttribute('data-test-id');
      button.type = 'button';
    });
    await page.locator('#macro').hover();
    await page.locator('#macro').click();
    await other.hover();
    await notice(page).waitFor();
  });

  it('lies beside the button and never over it (complaint 15)', async () => {
    await page.locator(SEND).hover();
    await notice(page).waitFor();
    const [button, own] = [await page.locator(SEND).boundingBox(), await notice(page).boundingBox()];
    if (!button || !own) throw new Error('not rendered');
    const apart =
      own.x >= button.x + button.width ||
      own.x + own.width <= button.x ||
      own.y >= button.y + button.height ||
      own.y + own.height <= button.y;
    expect(apart).toBe(true);
    const top = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x as number, y as number)?.textContent,
      [button.x + button.width / 2, button.y + button.height / 2],
    );
    expect(top).toBe('Send');
  });

  it('leaves Send as it was: each event reaches the page untouched (complaint 15)', async () => {
    await page.locator(SEND).hover();
    await notice(page).waitFor();
    await page.locator(SEND).click();
    await expect.poll(() => seen(page)).toContainEqual(['submit', false]);
    await hidden(page);
    const events = await seen(page);
    for (const type of ['pointerdown', 'mousedown', 'click', 'submit']) expect(events).toContainEqual([type, false]);
    expect(events.filter(([, prevented]) => prevented)).toEqual([]);
    expect(await page.locator(REPLY).innerText()).toBe(DRAFT);
  });

  it('shows on the keyboard’s focus, once a state of the draft, and Escape sends it away', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Send');
    await notice(page).waitFor();
    expect(await page.locator('reframe-coach [aria-live]').textContent()).toContain(`“${GAP}” is still open.`);
    await page.keyboard.press('Escape');
    await hidden(page);
    // Left and come back to: it was sent away for this draft.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.locator(SEND).hover();
    await page.locator('#macro').hover();
    expect(await notice(page).isVisible()).toBe(false);
    expect((await seen(page)).filter(([, prevented]) => prevented)).toEqual([]);
    await page.locator(REPLY).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Best, Sam');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await notice(page).waitFor();
  });

  it('selects the gap in the draft by “Fill it in”', async () => {
    await page.locator(SEND).hover();
    await notice(page).getByRole('button').click();
    await expect.poll(() => selected(page)).toBe(GAP);
    await hidden(page);
    await page.keyboard.type('Monday noon');
    await expect.poll(() => page.locator(REPLY).innerText()).toBe(DRAFT.replace(GAP, 'Monday noon'));
    await waitForNoHighlight(page, GAP);
    await page.locator(SEND).hover();
    await page.locator(SEND).click();
    await expect.poll(() => seen(page)).toContainEqual(['submit', false]);
    expect(await notice(page).isVisible()).toBe(false);
  });

  it('selects the gap by its key while Send has the focus', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await notice(page).waitFor();
    await page.keyboard.press('Alt+g');
    await expect.poll(() => selected(page)).toBe(GAP);
    expect((await seen(page)).some(([type]) => type === 'submit')).toBe(false);
  });

  it('is not shown at another button, nor to the page’s own script', async () => {
    await page.locator('#macro').hover();
    await page.locator(SEND).hover();
    await notice(page).waitFor();
    await notice(page).getByRole('button').dispatchEvent('click');
    expect(await selected(page)).toBe('');
    expect(await notice(page).isVisible()).toBe(true);
  });
});

describe('any page without a gap', () => {
  it('says nothing at Send', async () => {
    await write('Hi Priya, you must send us the receipt. It is here [1].');
    await waitForHighlight(page, 'you must send');
    await page.locator(SEND).hover();
    await page.locator(SEND).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.locator(SEND).click();
    await expect.poll(() => seen(page)).toContainEqual(['submit', false]);
    expect(await page.locator('reframe-send-notice').count()).toBe(0);
    await page.close();
  });
});

describe('the practice desk', () => {
  it('says at Send that a gap is open', async () => {
    const desk = await chromium.openExtensionPage('practice.html?intro=off');
    await typeInto(desk, '[data-practice-reply]', DRAFT);
    await waitForHighlight(desk, GAP);
    await desk.locator('[data-practice-send]').hover();
    await notice(desk).waitFor();
    await notice(desk).getByRole('button').click();
    await expect.poll(() => desk.evaluate(() => String(getSelection()))).toBe(GAP);
    await desk.close();
  });
});
