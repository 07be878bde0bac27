/** What in the page Firefox does in its own way: frames and shadow roots behind its wrappers. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitForHighlight, waitForNoHighlight } from './harness';
import { type Firefox, openFirefox } from './harness-firefox';

const TICKET = 'https://acme.zendesk.com/agent/tickets/1';
const DRAFT = 'We will get back to you soon.';
const AS = { 'data-test-id': 'omnicomposer-rich-text-ckeditor', id: 'reply' };
const DESK = readFileSync('tests/hosts/pages/zendesk-contenteditable.html', 'utf8');
const desk = (composer: string) => DESK.replace(/<div class="editor" id="reply"[^>]*><\/div>/, () => composer);

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await openFirefox();
});
afterAll(() => firefox?.close());
afterEach(async () => {
  await page.close();
  expect(firefox.errors).toEqual([]);
  expect(firefox.outside).toEqual([]);
});

async function open(composer: string) {
  firefox.serve(TICKET, { html: desk(composer) });
  page = await firefox.open(TICKET);
}

/** The frame that has the reply box. */
async function replyFrame(): Promise<Frame> {
  for (const frame of page.frames()) if (await frame.$('#reply').catch(() => null)) return frame;
  throw new Error('No frame has the reply box.');
}

/** The rewrite in the open card, as it will stand; '' where there is none. */
const offered = () =>
  page.evaluate(() => {
    const card = document.querySelector('reframe-coach')?.shadowRoot?.querySelector('[role=dialog]:not([hidden])');
    return card?.querySelector('.rewrite:not(.waiting)')?.textContent?.trim() ?? '';
  });

async function typeDraft(frame: Frame) {
  await frame.click('#reply');
  await page.keyboard.type(DRAFT);
}

/** Takes the rewrite of the underlined word by key, and expects it in the reply. */
async function expectUsed(frame: Frame) {
  const wanted = /^We will get back to you (?!soon)/;
  await expect
    .poll(async () => {
      await page.keyboard.down('Alt');
      await page.keyboard.press('Period');
      await page.keyboard.up('Alt');
      return offered();
    })
    .toMatch(wanted);
  await page.keyboard.down('Alt');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Alt');
  const text = () => frame.$eval('#reply', (box) => (box.textContent ?? '').replace(/\u00a0/g, ' ').trim());
  await expect.poll(text).toMatch(wanted);
}

describe('any page in Firefox', () => {
  it.each(['tinymce', 'ckeditor4'])('coaches %s in its frame (case 25)', async (name) => {
    await open(`<div data-editor data-as='${JSON.stringify(AS)}'></div><script src="/_engine/${name}.js"></script>`);
    await page.waitForSelector('[data-editors="ready"]');
    const frame = await replyFrame();
    await typeDraft(frame);
    const { rects } = await waitForHighlight(frame, 'soon');
    expect(rects.length).toBeGreaterThan(0);
    await expectUsed(frame);
    expect(await frame.$$('reframe-coach')).toEqual([]);
  });

  it('listens again where a frame is written anew, and forgets one that was taken away (case 24, case 25)', async () => {
    await open(`<iframe id="outer" width="640" height="200"></iframe><script>
      function rewrite() {
        const page = document.querySelector('#outer').contentDocument;
        page.open();
        page.write('<body id="reply" contenteditable="true" data-test-id="omnicomposer-rich-text-ckeditor" style="min-height:80px">');
        page.close();
      }
    </script>`);
    for (let time = 0; time < 2; time++) {
      await page.evaluate('rewrite()');
      const frame = await replyFrame();
      await typeDraft(frame);
      await waitForHighlight(frame, 'soon');
    }
    await page.evaluate(() => {
      const frame = document.querySelector('#outer') as HTMLIFrameElement;
      const home = frame.parentElement as HTMLElement;
      frame.remove();
      home.append(frame);
    });
    await page.evaluate('rewrite()');
    const frame = await replyFrame();
    await typeDraft(frame);
    await waitForHighlight(frame, 'soon');
    await expectUsed(frame);
  });

  it('underlines in nested shadow roots, and lets go of them', async () => {
    await open(`<div id="host"></div><script>
      const outer = document.querySelector('#host').attachShadow({ mode: 'open' });
      outer.append(document.createElement('section'));
      const inner = outer.firstChild.attachShadow({ mode: 'open' });
      inner.append(Object.assign(document.createElement('div'), { id: 'reply', contentEditable: 'true' }));
      inner.firstChild.dataset.testId = 'omnicomposer-rich-text-ckeditor';
      inner.firstChild.style.minHeight = '80px';
    </script>`);
    await page.click('>>> #reply');
    await page.keyboard.type(DRAFT);
    await waitForHighlight(page, 'soon');
    const sheets = () => page.$eval('>>> #reply', (box) => (box.getRootNode() as ShadowRoot).adoptedStyleSheets.length);
    expect(await sheets()).toBe(1);
    await page.$eval('#host', (host) => host.remove());
    await waitForNoHighlight(page);
  });
});
