/** Taking a rewrite in each of the real editor engines, in Firefox. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, enterBox, modelText, seenText, ticketWith } from './engine-helpers';
import { type Firefox, openFirefox } from './harness-firefox';

const TICKET = 'https://acme.zendesk.com/agent/tickets/1';
const DRAFT = 'We will get back to you soon.';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await openFirefox();
});
afterAll(() => firefox?.close());

async function press(page: Page, modifier: 'Alt' | 'Control', key: 'Enter' | 'KeyZ' | 'Period') {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

/** The rewrite in the open card, in whatever frame it is; '' where there is none. */
async function offered(page: Page): Promise<string> {
  for (const frame of page.frames()) {
    const text = await frame
      .evaluate(() => {
        const card = document.querySelector('reframe-coach')?.shadowRoot?.querySelector('[role=dialog]:not([hidden])');
        return card?.querySelector('.rewrite:not(.waiting)')?.textContent?.trim() ?? '';
      })
      .catch(() => '');
    if (text) return text;
  }
  return '';
}

for (const { engine, name } of ENGINES)
  describe(`${name} in Firefox`, () => {
    it('takes a rewrite as one step, and is never emptied (case 18, case 20, case 22, complaint 1, complaint 10)', async () => {
      firefox.serve(TICKET, { html: ticketWith(engine) });
      const page = await firefox.open(TICKET);
      try {
        await page.waitForSelector('[data-editors="ready"]');
        await enterBox(page);
        await page.keyboard.type(DRAFT);
        await expect.poll(() => modelText(page)).toBe(DRAFT);
        // What is offered for the phrase; without a review there is no card, so that the key is pressed again.
        await expect
          .poll(async () => {
            await press(page, 'Alt', 'Period');
            return offered(page);
          })
          .toMatch(/^We will get back to you (?!soon)/);
        const rewrite = await offered(page);
        await page.evaluate(() => {
          const texts = new Set<string>();
          Object.assign(window, { texts });
          const sample = () => {
            const [editor] = (window as unknown as { editors: { text(): string }[] }).editors;
            texts.add(editor?.text() ?? '');
            requestAnimationFrame(sample);
          };
          sample();
        });
        await press(page, 'Alt', 'Enter');
        await expect.poll(() => modelText(page)).toBe(rewrite);
        expect(await seenText(page)).toBe(rewrite);
        const texts = await page.evaluate(() => [...(window as unknown as { texts: Set<string> }).texts]);
        expect(texts.filter((text) => text !== DRAFT && text !== rewrite)).toEqual([]);
        // The card closes once the rewrite was seen to stand.
        await expect.poll(() => offered(page)).toBe('');
        await press(page, 'Control', 'KeyZ');
        await expect.poll(() => modelText(page)).toBe(DRAFT);
        expect(await seenText(page)).toBe(DRAFT);
        expect(firefox.outside).toEqual([]);
        expect(firefox.errors).toEqual([]);
      } finally {
        await page.close();
      }
    });
  });
