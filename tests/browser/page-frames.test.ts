/** Reply boxes in frames of the helpdesk's own origin: what editors of older days, and some of today, are made of. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EditorWindow } from '../hosts/engines/mount';
import { type Chromium, waitForHighlight, waitForNoHighlight } from './harness';
import {
  apply,
  card,
  findingOn,
  openCoached,
  ROUGH,
  settled,
  TICKET,
  textUnder,
  type Watch,
  watch,
} from './page-helpers';

const AS = { 'data-test-id': 'omnicomposer-rich-text-ckeditor', id: 'reply' };
const DESK = readFileSync('tests/hosts/pages/zendesk-contenteditable.html', 'utf8');
const COMPOSER = /<div class="editor" id="reply"[^>]*><\/div>/;

/** The ticket's page with this in place of its reply box. */
const desk = (composer: string) => DESK.replace(COMPOSER, () => composer);
const engine = (name: string) =>
  desk(`<div data-editor data-as='${JSON.stringify(AS)}'></div><script src="/_engine/${name}.js"></script>`);

/** An editor that the page makes by itself in a frame without an address, and can write anew. */
const WRITTEN =
  desk(`<iframe id="outer" title="Reply" width="640" height="220" style="border:3px solid #ccd;padding:4px"></iframe>
<script>
  const body = (text) => '<!doctype html><body id="reply" contenteditable="true" data-test-id="omnicomposer-rich-text-ckeditor" style="min-height:80px">' + text;
  const inside = (frame) => frame.contentDocument;
  function write(page, html) { page.open(); page.write(html); page.close(); }
  function rewrite(text = '') { write(inside(document.querySelector('#outer')), body(text)); }
  function nest() {
    const page = inside(document.querySelector('#outer'));
    write(page, '<!doctype html><body><p>Toolbar</p><iframe id="inner" width="600" height="150"></iframe>');
    write(inside(page.querySelector('#inner')), body(''));
  }
</script>`);

let chromium: Chromium;
let page: Page;
let seen: Watch | null;

beforeAll(async () => {
  chromium = await openCoached();
});
afterAll(() => chromium?.close());
afterEach(async () => {
  await seen?.close();
  seen = null;
  await page.close();
  expect(chromium.errors).toEqual([]);
});

async function open(html: string): Promise<Watch> {
  chromium.serve(TICKET, { html });
  page = await chromium.open(TICKET);
  seen = await watch(chromium, page);
  return seen;
}

/** The frame that has the reply box. */
async function replyFrame(): Promise<Frame> {
  for (const frame of page.frames()) if (await frame.$('#reply').catch(() => null)) return frame;
  throw new Error('No frame has the reply box.');
}

const textIn = async () => ((await (await replyFrame()).textContent('#reply')) ?? '').replace(/\u00a0/g, ' ').trim();

async function type(text: string) {
  const frame = await replyFrame();
  await frame.locator('#reply').click();
  await page.keyboard.type(text);
}

/** Where a phrase of the reply is in the page's viewport, by the frames' own places. */
async function placeOf(phrase: string) {
  const frame = await replyFrame();
  const [rect] = (await waitForHighlight(frame, phrase)).rects;
  if (!rect) throw new Error(`“${phrase}” is not rendered`);
  // Playwright knows where an element in a frame is in the page.
  const box = await frame.locator('#reply').boundingBox();
  const inside = await frame.locator('#reply').evaluate((element) => element.getBoundingClientRect().toJSON());
  if (!box) throw new Error('not rendered');
  const scale = box.width / inside.width;
  return {
    x: box.x + (rect.x - inside.x) * scale,
    y: box.y + (rect.y - inside.y) * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  };
}

/** Writes roughly, and expects the whole of coaching: the talk read, underlined, the card at its words, used. */
async function expectCoached(seen: Watch) {
  await type(ROUGH);
  const snapshot = await seen.until('a review', settled(ROUGH));
  expect(snapshot.surface).toMatchObject({ host: 'zendesk', site: 'acme.zendesk.com', kind: 'reply' });
  expect(snapshot.conversation.customer).toContain('My order #48213');
  expect(snapshot.conversation.customerName).toBe('Priya');

  const { finding, edit } = findingOn(snapshot, 'soon');
  const at = await placeOf(textUnder(snapshot, finding));
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  await card(page).locator('.primary').waitFor();
  const shown = await card(page).boundingBox();
  if (!shown) throw new Error('not rendered');
  const apart = Math.max(at.y - (shown.y + shown.height), shown.y - (at.y + at.height));
  expect(apart).toBeGreaterThanOrEqual(0);
  expect(apart).toBeLessThan(60);
  expect(Math.abs(shown.x - at.x)).toBeLessThan(420);

  await page.keyboard.press('Alt+Enter');
  await expect.poll(textIn).toBe(apply(ROUGH, edit));
  await card(page).waitFor({ state: 'hidden' });
}

/** One coach for the page and all its frames. */
const coaches = async () => {
  const counts = await Promise.all(page.frames().map((frame) => frame.locator('reframe-coach').count()));
  return counts.reduce((sum, count) => sum + count, 0);
};

describe('any page', () => {
  it.each(['tinymce', 'ckeditor4'])('coaches %s in its frame, with the talk from around it (case 25)', async (name) => {
    const seen = await open(engine(name));
    await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
    await expectCoached(seen);
    const model = await page.evaluate(() => (window as unknown as EditorWindow).editors[0]?.text());
    expect(model).toBe(await textIn());
    const html = await page.evaluate(() => (window as unknown as EditorWindow).editors[0]?.html() ?? '');
    expect(html).not.toMatch(/reframe/i);
    expect(await coaches()).toBe(1);
  });

  it('coaches a frame in a frame (case 25)', async () => {
    const seen = await open(WRITTEN);
    await page.evaluate('nest()');
    await expectCoached(seen);
    expect(await coaches()).toBe(1);
  });

  it('listens again where a frame is written anew, loaded anew or put elsewhere (case 24, case 25)', async () => {
    const seen = await open(WRITTEN);
    await page.evaluate('rewrite()');
    await type(ROUGH);
    await seen.until('a review', settled(ROUGH));
    await page.evaluate('rewrite()');
    await seen.until('an empty draft', ({ draft }) => draft === '');
    await expectCoached(seen);

    await page.evaluate(() => {
      const frame = document.querySelector('#outer') as HTMLIFrameElement;
      const home = frame.parentElement;
      frame.remove();
      home?.append(frame);
    });
    await seen.until('no box', ({ status }) => status === 'no-box');
    await page.evaluate('rewrite()');
    await expectCoached(seen);

    await page.evaluate(() => {
      const frame = document.querySelector('#outer') as HTMLIFrameElement;
      frame.srcdoc =
        '<body id="reply" contenteditable="true" data-test-id="omnicomposer-rich-text-ckeditor" data-loaded="yes">';
    });
    await expect.poll(async () => (await replyFrame()).locator('[data-loaded]').count()).toBe(1);
    await expectCoached(seen);
  });

  it('finds the place of its card in a scaled and scrolled frame (case 25, case 26, complaint 6)', async () => {
    const seen = await open(WRITTEN);
    await page.evaluate('rewrite("<p style=margin-top:260px>Hello,</p><p><br></p>")');
    await page.locator('#outer').evaluate((frame) => {
      (frame.parentElement as HTMLElement).style.cssText += 'transform: scale(.8); transform-origin: 0 0';
    });
    const frame = await replyFrame();
    await frame.locator('#reply').click({ position: { x: 20, y: 20 } });
    await page.keyboard.press('Control+End');
    await page.keyboard.type(ROUGH);
    const snapshot = await seen.until('a review', settled(`Hello,\n${ROUGH}`));
    expect(await frame.evaluate(() => document.scrollingElement?.scrollTop)).toBeGreaterThan(0);
    const { finding } = findingOn(snapshot, 'soon');
    const at = await placeOf(textUnder(snapshot, finding));
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await card(page).locator('.primary').waitFor();
    const beside = async () => {
      const shown = await card(page).boundingBox();
      const now = await placeOf(textUnder(snapshot, finding));
      if (!shown) return 'not rendered';
      const apart = Math.max(now.y - (shown.y + shown.height), shown.y - (now.y + now.height));
      return apart >= 0 && apart < 60 ? 'beside' : `${apart} px apart`;
    };
    expect(await beside()).toBe('beside');
    await frame.evaluate(() => document.scrollingElement?.scrollBy(0, -40));
    await expect.poll(beside).toBe('beside');
  });

  it('is coached in a helpdesk inside another site’s page, which can’t be reached (case 25)', async () => {
    const portal = 'https://portal.example/';
    chromium.serve(TICKET, { html: WRITTEN });
    chromium.serve(portal, { html: `<h1>Portal</h1><iframe src="${TICKET}" width="1000" height="700"></iframe>` });
    page = await chromium.open(portal);
    const helpdesk = page.frames().find((frame) => frame.url() === TICKET);
    if (!helpdesk) throw new Error('The helpdesk is not there.');
    await helpdesk.evaluate('rewrite()');
    await type(ROUGH);
    await waitForHighlight(await replyFrame(), 'soon');
    await page.keyboard.press('Alt+Period');
    await helpdesk.locator('reframe-coach .card').waitFor();
    expect(await coaches()).toBe(1);
  });

  it('takes nothing for a reply box in a frame of a customer’s mail (case 11)', async () => {
    const seen = await open(WRITTEN);
    await page.evaluate(() => {
      document.querySelector('.zd-comment')?.append(document.querySelector('#outer') as HTMLElement);
    });
    await page.evaluate('rewrite()');
    await type(ROUGH);
    await seen.until('nothing read', ({ draft }) => draft === '');
    await waitForNoHighlight(await replyFrame());
  });

  it('leaves the frame as it was once it is switched off (complaint 2)', async () => {
    const seen = await open(WRITTEN);
    await page.evaluate('rewrite()');
    await type(ROUGH);
    const snapshot = await seen.until('a review', settled(ROUGH));
    const frame = await replyFrame();
    await waitForHighlight(frame, textUnder(snapshot, findingOn(snapshot, 'soon').finding));
    const worker = await chromium.serviceWorker();
    await worker.evaluate(() => chrome.storage.local.set({ settings: { sitesOff: ['acme.zendesk.com'] } }));
    const left = () =>
      frame.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length, document.body.innerText]);
    await expect.poll(left).toEqual([0, 0, ROUGH]);
    await worker.evaluate(() => chrome.storage.local.set({ settings: {} }));
    await page.locator('input[type="search"]').click();
    await frame.locator('#reply').click();
    await waitForHighlight(frame, textUnder(snapshot, findingOn(snapshot, 'soon').finding));
  });
});
