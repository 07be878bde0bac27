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

useTicket('zendesk-textarea', (desk) => {
  ({ page, seen } = desk);
});

async function rough(text = ROUGH) {
  await typeInto(page, REPLY, text);
  return seen.until('a review', settled(text));
}

/**
 * Where the browser itself draws this phrase of the textarea, in the viewport: found by selecting it, which paints its
 * ground, and looking for the painted pixels. Independent of the mirror that is tested.
 */
async function selectedPixels(phrase: string) {
  await page.addStyleTag({ content: '#reply::selection { background: rgb(255, 0, 255); color: rgb(255, 0, 255); }' });
  await page.locator(REPLY).evaluate((box, phrase) => {
    const area = box as HTMLTextAreaElement;
    const at = area.value.indexOf(phrase);
    const { scrollTop } = area;
    area.setSelectionRange(at, at + phrase.length);
    area.scrollTop = scrollTop;
  }, phrase);
  const picture = (await page.screenshot()).toString('base64');
  const found = await page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const edges = { left: Number.MAX_VALUE, right: 0, top: Number.MAX_VALUE, bottom: 0 };
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at] ?? 0) < 230 || (data[at + 1] ?? 255) > 40 || (data[at + 2] ?? 0) < 230) continue;
      const x = (at / 4) % bitmap.width;
      const y = Math.floor(at / 4 / bitmap.width);
      edges.left = Math.min(edges.left, x);
      edges.right = Math.max(edges.right, x + 1);
      edges.top = Math.min(edges.top, y);
      edges.bottom = Math.max(edges.bottom, y + 1);
    }
    return edges;
  }, picture);
  if (found.right === 0) throw new Error(`“${phrase}” is not on the screen`);
  return found;
}

/** The underline of `phrase` comes to stand where the browser draws the phrase, to a pixel and a half. */
async function expectAligned(phrase: string) {
  await page.locator(REPLY).evaluate((box) => box.scrollIntoView({ block: 'nearest' }));
  const real = await selectedPixels(phrase);
  const middle = (real.top + real.bottom) / 2;
  const away = async () => {
    const [rect] = (await waitForHighlight(page, phrase)).rects;
    if (!rect) return 'not rendered';
    const beside = Math.max(Math.abs(rect.x - real.left), Math.abs(rect.x + rect.width - real.right));
    const above = Math.abs(rect.y + rect.height / 2 - middle);
    return beside <= 1.5 && above <= 3 ? 'aligned' : `${beside} px beside, ${above} px above or below`;
  };
  await expect.poll(away, { timeout: 5000 }).toBe('aligned');
}

describe('any page, a textarea: the overlay', () => {
  it('paints under the phrase', async () => {
    const snapshot = await rough();
    const { finding } = findingOn(snapshot, 'soon');
    const [rect] = (await waitForHighlight(page, textUnder(snapshot, finding))).rects;
    if (!rect) throw new Error('not rendered');
    const ink = finding.severity === 'high' ? INK.high : INK.medium;
    expect(await pixelsLike(page, rect, ink)).toBeGreaterThan(rect.width / 2);
  });

  it('stands exactly over the text, also after scrolling, resizing and a transform around it (case 26, complaint 6)', async () => {
    const text = `${'A line of some length that runs on to the edge of the box and is broken somewhere near here.\n'.repeat(9)}We will get back to you soon.\n\nBest wishes,\nSam`;
    await page.locator(REPLY).click();
    await page.keyboard.insertText(text);
    const snapshot = await seen.until('a review', settled(text));
    const phrase = textUnder(snapshot, findingOn(snapshot, 'soon').finding);
    await expectAligned(phrase);
    await page.locator(REPLY).evaluate((box) => {
      box.scrollTop -= 23;
    });
    await expectAligned(phrase);
    await page.locator(REPLY).evaluate((box) => {
      (box as HTMLElement).style.width = '70%';
      (box as HTMLElement).style.height = '260px';
      box.scrollTop = box.scrollHeight;
    });
    await expectAligned(phrase);
    await page.locator('main').evaluate((main) => {
      main.style.transform = 'translate(13px, -7px) scale(0.9)';
    });
    await expectAligned(phrase);
    await page.evaluate(() => window.scrollBy(0, -25));
    await expectAligned(phrase);
  });

  const PLACES: [string, (main: HTMLElement, area: HTMLElement) => void][] = [
    ['zoomed', (main) => main.style.setProperty('zoom', '1.25')],
    ['zoomed itself', (_, area) => area.style.setProperty('zoom', '1.3')],
    [
      'zoomed in what is zoomed',
      (main, area) => {
        main.style.setProperty('zoom', '1.1');
        area.style.setProperty('zoom', '0.8');
      },
    ],
    ['turned', (main) => main.style.setProperty('transform', 'rotate(2deg)')],
    [
      'scaled twice',
      (main) => {
        main.style.transform = 'scale(1.1)';
        (main.lastElementChild as HTMLElement).style.transform = 'scale(.8, .9)';
      },
    ],
    [
      'restyled',
      (_, area) => {
        area.style.font = 'italic 17px/1.4 monospace';
        area.style.padding = '3px 22px';
      },
    ],
    [
      'in a box that scrolls',
      (main) => {
        const composer = main.lastElementChild as HTMLElement;
        composer.style.cssText += 'height: 120px; overflow: auto';
        composer.scrollTop = 60;
      },
    ],
    [
      'in a box that scrolls, in another',
      (main) => {
        const composer = main.lastElementChild as HTMLElement;
        composer.style.cssText += 'height: 160px; overflow: auto';
        main.style.cssText += 'height: 420px; overflow: auto; position: relative';
        composer.scrollTop = 40;
        main.scrollTop = 5000;
      },
    ],
    [
      'zoomed itself, in a box that scrolls',
      (main, area) => {
        const composer = main.lastElementChild as HTMLElement;
        composer.style.cssText += 'height: 120px; overflow: auto';
        area.style.setProperty('zoom', '1.2');
        composer.scrollTop = 60;
      },
    ],
    ['from right to left', (_, area) => area.setAttribute('dir', 'rtl')],
  ];
  it.each(PLACES)('stands over the text of a box that is %s (case 26, complaint 6)', async (_name, change) => {
    const snapshot = await rough(`Hello,\n\n\n${ROUGH}`);
    const phrase = textUnder(snapshot, findingOn(snapshot, 'soon').finding);
    await page.evaluate(`(${change})(document.querySelector('main'), document.querySelector('#reply'))`);
    await expectAligned(phrase);
  });

  it('stands over the text when the window is resized, and on a finer screen (case 26)', async () => {
    const snapshot = await rough();
    const phrase = textUnder(snapshot, findingOn(snapshot, 'soon').finding);
    await page.setViewportSize({ width: 640, height: 900 });
    await expectAligned(phrase);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: 700,
      height: 800,
      deviceScaleFactor: 1.5,
      mobile: false,
    });
    const inMirror = async () => (await waitForHighlight(page, phrase)).rects[0];
    const { left, right, middle } = await page.locator(REPLY).evaluate((box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    });
    const rect = await inMirror();
    expect(rect?.x).toBeGreaterThan(left);
    expect((rect?.x ?? 0) + (rect?.width ?? 0)).toBeLessThan(right);
    expect(rect?.y).toBeLessThan(middle);
    await session.detach();
  });

  it('leaves the textarea as it is and lets the pointer through (complaint 3, complaint 15)', async () => {
    const attributes = () => page.locator(REPLY).evaluate((box) => (box.cloneNode() as Element).outerHTML);
    const before = await attributes();
    const snapshot = await rough();
    const [rect] = (await waitForHighlight(page, textUnder(snapshot, findingOn(snapshot, 'soon').finding))).rects;
    expect(await attributes()).toBe(before);
    const hit = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.id, {
      x: (rect?.x ?? 0) + 3,
      y: (rect?.y ?? 0) + 3,
    });
    expect(hit).toBe('reply');
  });
});

describe('any page, a textarea: using a rewrite', () => {
  it('writes exactly it, undoes in one step and redoes (case 18, complaint 1, complaint 10)', async () => {
    const snapshot = await rough();
    const { finding, edit } = findingOn(snapshot, 'soon');
    await seen.command({ name: 'use', finding: finding.id });
    const used = apply(ROUGH, edit);
    await waitForText(page, used);
    await seen.until('the use', (each) => each.draft === used && each.canUndo);
    await page.keyboard.press('Control+z');
    await waitForText(page, ROUGH);
    await page.keyboard.press('Control+Shift+z');
    await waitForText(page, used);
  });

  it('tells the page by an input event, as typing does', async () => {
    const snapshot = await rough();
    await page.locator(REPLY).evaluate((box) => {
      box.addEventListener('input', (event) => {
        Object.assign(window, { told: { value: (box as HTMLTextAreaElement).value, trusted: event.isTrusted } });
      });
    });
    const { finding, edit } = findingOn(snapshot, 'you must');
    await seen.command({ name: 'use', finding: finding.id });
    await waitForText(page, apply(ROUGH, edit));
    const told = await page.evaluate(() => (window as unknown as { told: unknown }).told);
    expect(told).toEqual({ value: apply(ROUGH, edit), trusted: true });
  });

  it('with lines of its own goes in one step (case 19)', async () => {
    const text = 'Here is what I can do: [options] Which one suits you?';
    await typeInto(page, REPLY, text);
    const { review } = await seen.until('a gap', (each) => each.draft === text && each.review?.gaps.length === 1);
    await seen.command({ name: 'fill-gap', gap: review?.gaps[0], text: 'one\ntwo\n\nthree' });
    await waitForText(page, text.replace('[options]', 'one\ntwo\n\nthree'));
    await page.keyboard.press('Control+z');
    await waitForText(page, text);
  });

  it('opens its card by a click in the underlined text', async () => {
    const snapshot = await rough();
    const { finding } = findingOn(snapshot, 'soon');
    const [rect] = (await waitForHighlight(page, textUnder(snapshot, finding))).rects;
    if (!rect) throw new Error('not rendered');
    await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
    await card(page).waitFor();
    await seen.until('the finding to be open', (each) => each.current === finding.id);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply');
    await page.keyboard.type('x');
    await card(page).waitFor({ state: 'hidden' });
  });
});
