/** The fixture engines themselves: each is the real one, takes typing, and its model says what is seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../hosts/build-engines';
import type { EditorWindow } from '../hosts/engines/mount';
import { enterBox } from './engine-helpers';
import { type Chromium, openChromium } from './harness';

const AT = 'https://engines.example/';
let chromium: Chromium;

beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium?.close());

describe.each(ENGINES)('%s', (engine) => {
  it('starts, takes typing and tells its text', async () => {
    chromium.serve(`${AT}${engine}`, {
      html: `<!doctype html><title>${engine}</title><div data-editor data-html="<p>One <b>two</b> three</p>"></div><script src="/_engine/${engine}.js"></script>`,
    });
    const page = await chromium.open(`${AT}${engine}`);
    await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
    const text = () => page.evaluate(() => (window as unknown as EditorWindow).editors[0]?.text());
    expect(await text()).toContain('two');
    await enterBox(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Typed by hand.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('And more.');
    await expect.poll(text).toBe('Typed by hand.\nAnd more.');
    await page.close();
    expect(chromium.errors).toEqual([]);
  });
});
