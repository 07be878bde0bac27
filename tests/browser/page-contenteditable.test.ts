import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Chromium, type Rect, typeInto, waitForHighlight } from './harness';
import {
  apply,
  card,
  findingOn,
  INK,
  marks,
  pixelsLike,
  REPLY,
  ROUGH,
  settled,
  textOf,
  textUnder,
  useTicket,
  type Watch,
  waitForText,
} from './page-helpers';

let chromium: Chromium;
let page: Page;
let seen: Watch;

useTicket('zendesk-contenteditable', (desk) => {
  ({ chromium, page, seen } = desk);
});

/** Types into the reply box and waits for the review of it. */
async function rough(text = ROUGH) {
  await typeInto(page, REPLY, text);
  return seen.until('a review', settled(text));
}

/** Has the page itself put HTML into the box, as a macro does, and waits for the review of it. */
async function macro(html: string, text: string) {
  await page.locator(REPLY).click();
  await page.locator(REPLY).evaluate((box, html) => {
    box.innerHTML = html;
  }, html);
  return seen.until('a review', settled(text));
}

/** Opens this finding's card by going through the findings by key. */
async function openByKey(id: string) {
  let before: string | null = null;
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Alt+Period');
    const now = await seen.until('the next finding', ({ current }) => current !== null && current !== before);
    if (now.current === id) return card(page).locator('.primary').waitFor();
    before = now.current;
  }
  throw new Error(`${id} is not reached by key`);
}

describe('any page, a contenteditable: underlines', () => {
  it('are painted under the phrase, in the colour of its weight', async () => {
    const snapshot = await rough();
    for (const phrase of ['you must', 'soon']) {
      const { finding } = findingOn(snapshot, phrase);
      const range = await waitForHighlight(page, textUnder(snapshot, finding));
      const [rect] = range.rects;
      if (!rect) throw new Error('not rendered');
      const ink = finding.severity === 'high' ? INK.high : INK.medium;
      expect(await pixelsLike(page, rect, ink)).toBeGreaterThan(rect.width / 2);
    }
  });

  it('never touch the editor (complaint 3)', async () => {
    await page.locator(REPLY).click();
    await page.evaluate((text) => {
      const box = document.querySelector('#reply') as HTMLElement;
      document.execCommand('insertText', false, text);
      const changes: MutationRecord[] = [];
      Object.assign(window, { changes });
      new MutationObserver((records) => changes.push(...records)).observe(box, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
    }, ROUGH);
    const snapshot = await seen.until('a review', settled(ROUGH));
    await waitForHighlight(page, textUnder(snapshot, findingOn(snapshot, 'soon').finding));
    await openByKey(findingOn(snapshot, 'soon').finding.id);
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => (window as unknown as { changes: unknown[] }).changes.length)).toBe(0);
    expect(await page.locator(REPLY).innerHTML()).toBe(ROUGH);
  });

  it('stand under their phrase in every frame while text is typed before them (complaint 6)', async () => {
    const snapshot = await rough();
    const expected = snapshot.visible.flatMap((id) => {
      const finding = snapshot.review?.findings.find((each) => each.id === id);
      return finding?.span ? [textUnder(snapshot, finding)] : [];
    });
    await page.keyboard.press('Control+Home');
    await page.evaluate(() => {
      const texts = new Set<string>();
      Object.assign(window, { texts });
      const sample = () => {
        for (const [name, highlight] of CSS.highlights) {
          if (name.startsWith('reframe-')) for (const range of highlight) texts.add((range as Range).toString());
        }
        requestAnimationFrame(sample);
      };
      sample();
    });
    await page.keyboard.type('Thank you for your patience so far. ', { delay: 15 });
    const sampled = await page.evaluate(() => [...(window as unknown as { texts: Set<string> }).texts]);
    expect(sampled.length).toBeGreaterThan(0);
    for (const text of sampled) expect(expected).toContain(text);
  });

  it('follow when the box scrolls (case 26, complaint 6)', async () => {
    const text = `${'A line of text.\n'.repeat(30)}You must send us the receipt.`;
    await typeInto(page, REPLY, text);
    const snapshot = await seen.until(
      'a review',
      (each) => each.status === 'ready' && each.draft === text && each.visible.length > 0,
    );
    const phrase = textUnder(
      snapshot,
      findingOn({ ...snapshot, suggestions: allSuggested(snapshot) }, 'you must').finding,
    );
    const before = await waitForHighlight(page, phrase);
    await page.locator(REPLY).evaluate((box) => {
      box.scrollTop -= 60;
    });
    const after = await waitForHighlight(page, phrase);
    expect((after.rects[0]?.y ?? 0) - (before.rects[0]?.y ?? 0)).toBeCloseTo(60, 0);
  });
});

/** For tests that only need a place. */
const allSuggested = (snapshot: { visible: string[] }) =>
  Object.fromEntries(snapshot.visible.map((id) => [id, [{ start: 0, end: 0, text: '' }]]));

describe('any page, a contenteditable: using a rewrite', () => {
  it('by key writes exactly it, in one step of undo, with the caret behind it (case 18, complaint 1, complaint 10)', async () => {
    const snapshot = await rough();
    const { finding, edit } = findingOn(snapshot, 'you must');
    await openByKey(finding.id);
    await page.keyboard.press('Alt+Enter');
    const used = apply(ROUGH, edit);
    await waitForText(page, used);
    await card(page).waitFor({ state: 'hidden' });
    await seen.until('the use', (each) => each.draft === used && each.canUndo);

    await page.keyboard.press('Control+z');
    await waitForText(page, ROUGH);
    await page.keyboard.press('Control+Shift+z');
    await waitForText(page, used);
    await page.keyboard.press('Control+z');
    await waitForText(page, ROUGH);
    await seen.until('the draft as it was', (each) => each.draft === ROUGH);
    // The caret is where it was before: at the end, where the agent had typed.
    await page.keyboard.type('!');
    await waitForText(page, `${ROUGH}!`);
  });

  it('leaves the caret behind it, or its first gap selected (complaint 4)', async () => {
    const snapshot = await rough();
    const { finding, edit } = findingOn(snapshot, 'you must');
    await openByKey(finding.id);
    await page.keyboard.press('Alt+Enter');
    await waitForText(page, apply(ROUGH, edit));
    await seen.until('the use', (each) => each.canUndo);
    await page.keyboard.type('#');
    const gap = edit.gaps?.[0];
    const text = gap ? `${edit.text.slice(0, gap.start)}#${edit.text.slice(gap.end)}` : `${edit.text}#`;
    await waitForText(page, apply(ROUGH, { ...edit, text }));
  });

  it('by click never takes the focus from the draft (case 17, complaint 5)', async () => {
    const snapshot = await rough();
    const { finding, edit } = findingOn(snapshot, 'you must');
    const range = await waitForHighlight(page, textUnder(snapshot, finding));
    const [rect] = range.rects;
    if (!rect) throw new Error('not rendered');
    await page.mouse.move(rect.x - 30, rect.y - 40);
    // The pointer counts only once the hands have left the keys.
    await page.waitForFunction(
      (since) => performance.now() - since > 600,
      await page.evaluate(() => performance.now()),
    );
    await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 4 });
    const button = card(page).locator('.primary');
    await button.waitFor();
    await page.evaluate(() => {
      const lost: string[] = [];
      Object.assign(window, { lost });
      document.querySelector('#reply')?.addEventListener('blur', () => lost.push('blur'));
    });
    await button.click();
    await waitForText(page, apply(ROUGH, edit));
    expect(await page.evaluate(() => (window as unknown as { lost: string[] }).lost)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply');
  });

  it('is taken back by the coach’s own undo', async () => {
    const snapshot = await rough();
    const { finding, edit } = findingOn(snapshot, 'soon');
    await seen.command({ name: 'use', finding: finding.id });
    await waitForText(page, apply(ROUGH, edit));
    await seen.until('the use', (each) => each.canUndo);
    await page.keyboard.press('Alt+KeyZ');
    await waitForText(page, ROUGH);
    await seen.until('nothing to undo', (each) => !each.canUndo && each.draft === ROUGH);
  });

  it('replaces the second of two equal phrases where that one is meant (case 15)', async () => {
    const text = 'You must wait. Then you must pay.';
    const snapshot = await rough(text);
    const { finding, edit } = findingOn(snapshot, 'you must', 1);
    expect(edit.start).toBeGreaterThan(10);
    await seen.command({ name: 'use', finding: finding.id });
    await waitForText(page, apply(text, edit));
  });

  it('works across bold text and a link, and leaves no hard space (case 13)', async () => {
    const text = 'Hi Priya, you must send us the receipt today.';
    const snapshot = await macro(
      '<p>Hi <i>Priya</i>, you <b>must</b> send us <a href="https://acme.example/">the receipt</a> today.</p>',
      text,
    );
    const { finding, edit } = findingOn(snapshot, 'you must');
    await seen.command({ name: 'use', finding: finding.id });
    await waitForText(page, apply(text, edit));
    const html = await page.locator(REPLY).innerHTML();
    expect(html).not.toMatch(/&nbsp;|\u00a0/);
    expect(html).toContain('<i>Priya</i>');
    await seen.until('the use', (each) => each.canUndo);
    await page.keyboard.press('Control+z');
    await waitForText(page, text);
    expect(await page.locator(REPLY).innerHTML()).toContain('<b>must</b>');
  });

  it('that has lines of its own stands as lines, and goes in one step (case 19)', async () => {
    const text = 'Here is what I can do: [options] Which one suits you?';
    await typeInto(page, REPLY, text);
    const { review } = await seen.until('a gap', (each) => each.draft === text && each.review?.gaps.length === 1);
    await seen.command({ name: 'fill-gap', gap: review?.gaps[0], text: 'one\ntwo\n\nthree' });
    const filled = text.replace('[options]', 'one\ntwo\n\nthree');
    await seen.until('the lines', (each) => each.draft === filled && each.canUndo);
    expect((await textOf(page)).split(/\n+/)).toEqual(filled.split(/\n+/));
    await page.keyboard.press('Control+z');
    await waitForText(page, text);
  });

  it('is refused where the text changed under it, and says so (case 16)', async () => {
    const snapshot = await rough();
    const { finding } = findingOn(snapshot, 'soon');
    await openByKey(finding.id);
    // Behind the coach's back, with the card open: the page hears the Alt key, then comes the Enter key.
    await page.evaluate(() => {
      const change = () => {
        const text = document.querySelector('#reply')?.firstChild as Text;
        text.data = text.data.replace('soon', 'tomorrow');
      };
      window.addEventListener('keydown', change, { capture: true, once: true });
    });
    await page.keyboard.press('Alt+Enter');
    const changed = ROUGH.replace('soon', 'tomorrow');
    await seen.until('the notice', (each) => each.notice?.id === 'changed' && each.draft === changed);
    expect(await textOf(page)).toBe(changed);
  });

  it('is put back where the editor does not take it', async () => {
    const snapshot = await rough();
    const { finding, edit } = findingOn(snapshot, 'soon');
    await page.locator(REPLY).evaluate((box) => box.addEventListener('beforeinput', (event) => event.preventDefault()));
    await seen.command({ name: 'use', finding: finding.id });
    const refused = await seen.until('the notice', (each) => each.notice?.id === 'refused');
    expect(refused.notice).toEqual({ id: 'refused', text: edit.text });
    expect(await textOf(page)).toBe(ROUGH);
  });

  it('is one click from the clipboard where the editor does not take it', async () => {
    const snapshot = await rough();
    const { finding, edit } = findingOn(snapshot, 'soon');
    await page.locator(REPLY).evaluate((box) => box.addEventListener('beforeinput', (event) => event.preventDefault()));
    await openByKey(finding.id);
    await page.keyboard.press('Alt+Enter');
    const copy = card(page).locator('.copy button');
    await copy.click();
    await expect.poll(() => copy.textContent()).toBe('Copied');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply');
    const search = page.locator('input[type="search"]');
    await search.focus();
    await page.keyboard.press('Control+v');
    expect(await search.inputValue()).toBe(edit.text.replaceAll('\n', ''));
  });
});

describe('any page, a contenteditable: the card', () => {
  it('is light on a light page, whatever the system prefers', async () => {
    const ground = () => card(page).evaluate((element) => getComputedStyle(element).backgroundColor);
    await page.emulateMedia({ colorScheme: 'dark' });
    const { finding } = findingOn(await rough(), 'you must');
    await openByKey(finding.id);
    expect(await ground()).toBe('rgb(31, 33, 37)');
    await page.keyboard.press('Escape');
    await page.addStyleTag({ content: ':root { color-scheme: light !important }' });
    // The coach looks again at what is behind the draft when the page has changed.
    await expect
      .poll(async () => {
        await page.keyboard.press('Alt+Period');
        const color = await ground();
        await page.keyboard.press('Escape');
        return color;
      })
      .toBe('rgb(255, 255, 255)');
  });

  it('covers neither the phrase nor Send, stays on the screen, and follows when the page scrolls (case 26, complaint 5, complaint 15)', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(viewport);
      await page.locator(REPLY).fill('');
      const snapshot = await rough();
      const { finding } = findingOn(snapshot, 'you must');
      await openByKey(finding.id);
      const place = async () => {
        const [rect] = (await waitForHighlight(page, textUnder(snapshot, finding))).rects;
        const at = await card(page).boundingBox();
        const send = await page.locator('#send').boundingBox();
        if (!rect || !at || !send) throw new Error('not rendered');
        return { rect, at, send };
      };
      const apart = (a: Rect, b: Rect) =>
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      const { rect, at, send } = await place();
      expect(apart(at, rect)).toBe(true);
      expect(apart(at, send)).toBe(true);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.x + at.width).toBeLessThanOrEqual(viewport.width);
      await page.evaluate(() => {
        document.body.style.paddingBottom = '600px';
        window.scrollBy(0, 30);
      });
      await expect
        .poll(async () => {
          const now = await place();
          return apart(now.at, now.rect) && now.rect.y !== rect.y && now.at.y !== at.y;
        })
        .toBe(true);
      await page.keyboard.press('Escape');
      await card(page).waitFor({ state: 'hidden' });
    }
  });

  it('does not open while the agent types (complaint 5)', async () => {
    await page.locator(REPLY).click();
    const box = await page.locator(REPLY).boundingBox();
    if (!box) throw new Error('not rendered');
    await page.mouse.move(box.x + 60, box.y + 24);
    await page.evaluate(() => {
      Object.assign(window, { opened: 0 });
      const look = () => {
        const shown = document.querySelector('reframe-coach')?.shadowRoot?.querySelector('.card:not([hidden])');
        if (shown) Object.assign(window, { opened: 1 });
        requestAnimationFrame(look);
      };
      look();
    });
    await page.keyboard.type(ROUGH, { delay: 20 });
    await seen.until('a review', settled(ROUGH));
    expect(await page.evaluate(() => (window as unknown as { opened: number }).opened)).toBe(0);
  });
});

describe('any page, a contenteditable: keys', () => {
  it('leave a finding, show another rewrite, and close only an open card', async () => {
    const snapshot = await rough();
    const { finding } = findingOn(snapshot, 'soon');
    const count = snapshot.suggestions[finding.id]?.length ?? 0;
    await openByKey(finding.id);
    if (count > 1) {
      await page.keyboard.press('Alt+Slash');
      await seen.until('another rewrite', (each) => each.variant === 1);
    }
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'hidden' });
    await page.evaluate(() => {
      window.addEventListener('keyup', (event) => Object.assign(window, { heard: event.code }));
    });
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => (window as unknown as { heard: string }).heard)).toBe('Escape');
    await seen.until('none to be open', (each) => each.current === null);
    await openByKey(finding.id);
    await page.keyboard.press('Alt+Backspace');
    const left = await seen.until('it to be left', (each) => each.left.includes(finding.id));
    expect(left.visible).not.toContain(finding.id);
    expect(await textOf(page)).toBe(ROUGH);
  });

  it('select the next gap for typing', async () => {
    const text = 'I will call you by [day, time] and write by [date].';
    await typeInto(page, REPLY, text);
    await seen.until('two gaps', (each) => each.draft === text && each.review?.gaps.length === 2);
    await page.keyboard.press('Alt+KeyG');
    await page.keyboard.type('Monday noon');
    await waitForText(page, text.replace('[day, time]', 'Monday noon'));
    await seen.until('one gap', (each) => each.review?.gaps.length === 1);
    await page.keyboard.press('Alt+KeyG');
    await page.keyboard.type('Friday');
    await waitForText(page, 'I will call you by Monday noon and write by Friday.');
  });

  it('fill a gap from the sidebar', async () => {
    const text = 'I will call you by [day, time].';
    await typeInto(page, REPLY, text);
    const { review } = await seen.until('a gap', (each) => each.draft === text && each.review?.gaps.length === 1);
    await seen.command({ name: 'fill-gap', gap: review?.gaps[0], text: 'Monday noon' });
    await waitForText(page, 'I will call you by Monday noon.');
  });

  it('change nothing while a word is being composed (case 21)', async () => {
    await rough();
    const before = await marks(page);
    const session = await chromium.context.newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await page.keyboard.press('Alt+Period');
    await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    expect(await card(page).isVisible()).toBe(false);
    expect(await marks(page)).toEqual(before);
    await session.send('Input.insertText', { text: '日本' });
    await waitForText(page, `${ROUGH}日本`);
    await seen.until('the draft with the word', (each) => each.draft === `${ROUGH}日本`);
  });
});
