/** The extension updated while a ticket is open in Firefox, which ends the old script without a word to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitForHighlight } from './harness';
import { type Firefox, openFirefox } from './harness-firefox';

const TICKET = 'https://acme.zendesk.com/agent/tickets/1';
const REPLY = '#reply';

let firefox: Firefox;
beforeEach(async () => {
  firefox = await openFirefox();
  firefox.serve(TICKET, { file: 'tests/hosts/pages/zendesk-contenteditable.html' });
});
afterEach(async () => {
  expect(firefox.errors).toEqual([]);
  await firefox.close();
});

async function coached() {
  const page = await firefox.open(TICKET);
  await page.click(REPLY);
  await page.keyboard.type('We will get back to you soon.');
  await waitForHighlight(page, 'soon');
  await page.keyboard.down('Alt');
  await page.keyboard.press('Period');
  await page.keyboard.up('Alt');
  await expect.poll(async () => (await traces(page)).elements).toBe(1);
  return page;
}
type Ticket = Awaited<ReturnType<typeof coached>>;

/** All that a coach has in the page. */
const traces = (page: Ticket) =>
  page.evaluate(() => ({
    elements: [...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('reframe-')).length,
    highlights: [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
    sheets: document.adoptedStyleSheets.length,
  }));

describe('any page in Firefox', () => {
  it('is coached once, by the new script, when the extension is updated (complaint 15)', async () => {
    const page = await coached();
    await page.$eval('reframe-coach', (card) => card.setAttribute('data-old', ''));
    await firefox.update();
    await page.bringToFront();
    await page.click(REPLY);
    await page.keyboard.press('End');
    await page.keyboard.type(' You must wait.');
    await waitForHighlight(page, 'You must wait');
    // Two findings, each underlined once, and the old card gone.
    expect(await traces(page)).toEqual({ elements: 1, highlights: 2, sheets: 1 });
    expect(await page.$$('[data-old]')).toEqual([]);
  });
});
