/** Other checkers in the same box: their elements, attributes, highlights and writing, beside ours. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { typeInto, waitForHighlight } from './harness';
import {
  apply,
  card,
  findingOn,
  REPLY,
  ROUGH,
  settled,
  textOf,
  textUnder,
  useTicket,
  type Watch,
  waitForText,
} from './page-helpers';

interface Others {
  /** How often a checker had to put its things right. */
  reactions: number;
}

/**
 * The ways of three checkers: one marks the box and lays an overlay with a button over it, one stands beside the box
 * and puts its attributes back whenever they change, one paints highlights of its own. Each answers every change.
 */
function otherCheckers(selector: string) {
  const box = document.querySelector(selector) as HTMLElement;
  const state: Others = { reactions: 0 };
  Object.assign(window, { others: state });
  const place = (element: HTMLElement, css: string) => {
    element.style.cssText = css;
    return element;
  };

  const overlay = place(document.createElement('grammarly-extension'), 'position:absolute;pointer-events:none;top:0');
  const shadow = overlay.attachShadow({ mode: 'open' });
  const button = place(document.createElement('button'), 'position:fixed;right:8px;bottom:8px;pointer-events:auto');
  button.textContent = 'G';
  button.addEventListener('click', () => Object.assign(window, { clicked: true }));
  shadow.append(button);
  document.documentElement.append(overlay);

  const highlighter = place(
    document.createElement('lt-highlighter'),
    'position:absolute;pointer-events:none;display:none',
  );
  box.before(highlighter);
  const toolbar = document.createElement('lt-toolbar');
  box.after(toolbar);

  const line = place(document.createElement('div'), 'position:fixed;pointer-events:none');
  line.id = 'harper-render-box';
  document.body.append(line);

  const react = () => {
    state.reactions++;
    document.documentElement.setAttribute('data-gr-ext-installed', '');
    box.setAttribute('data-gramm', 'true');
    box.setAttribute('data-lt-tmp-id', String(state.reactions));
    toolbar.textContent = String(state.reactions);
    const { left, top } = box.getBoundingClientRect();
    line.style.cssText = `position:fixed;pointer-events:none;left:${left}px;top:${top}px`;
    const first = document.createTreeWalker(box, NodeFilter.SHOW_TEXT).nextNode();
    if (first?.nodeValue && first.nodeValue.length > 2) {
      const range = new Range();
      range.setStart(first, 0);
      range.setEnd(first, 2);
      CSS.highlights.set('harper-lint', new Highlight(range));
    }
  };
  react();
  new MutationObserver(react).observe(box, { childList: true, characterData: true, subtree: true });
  new MutationObserver(react).observe(box.parentElement as HTMLElement, { childList: true });
  box.addEventListener('input', react);
}

const reactions = (page: Page) => page.evaluate(() => (window as unknown as { others: Others }).others.reactions);

/** Resolves after this many frames of the page. */
const frames = (page: Page, count: number) =>
  page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
  }, count);

for (const fixture of ['zendesk-contenteditable', 'zendesk-textarea'] as const) {
  describe(`any page, with other checkers (${fixture})`, () => {
    let page: Page;
    let seen: Watch;
    useTicket(fixture, (desk) => {
      ({ page, seen } = desk);
    });

    it('shares the box: no loops, both underline, both can be clicked (complaint 15)', async () => {
      await page.evaluate(otherCheckers, REPLY);
      await typeInto(page, REPLY, ROUGH);
      const snapshot = await seen.until('a review', settled(ROUGH));
      const { finding, edit } = findingOn(snapshot, 'soon');
      const [rect] = (await waitForHighlight(page, textUnder(snapshot, finding))).rects;
      if (!rect) throw new Error('not rendered');
      // Nobody types: whoever still answers now answers an answer.
      await frames(page, 40);
      const before = await reactions(page);
      await frames(page, 40);
      expect(await reactions(page)).toBe(before);

      await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
      await card(page).locator('.primary').click();
      const used = apply(ROUGH, edit);
      await waitForText(page, used);
      await seen.until('the use', (each) => each.draft === used && each.canUndo);
      const theirs = await page.evaluate(() => [...(CSS.highlights.get('harper-lint') ?? [])].length);
      expect(theirs).toBe(fixture === 'zendesk-contenteditable' ? 1 : 0);
      await page.locator('grammarly-extension button').click();
      expect(await page.evaluate(() => (window as unknown as { clicked?: boolean }).clicked)).toBe(true);
      expect(await page.locator(REPLY).getAttribute('data-gramm')).toBe('true');
      await page.keyboard.press('Control+z');
      await waitForText(page, ROUGH);
    });

    it('writes nothing where another checker rewrites at that moment (case 16, complaint 1, complaint 15)', async () => {
      await typeInto(page, REPLY, ROUGH);
      const snapshot = await seen.until('a review', settled(ROUGH));
      const { finding } = findingOn(snapshot, 'soon');
      const theirs = ROUGH.replace('soon', 'shortly');
      // The other one writes when it sees the selection go to the phrase: between our look and our writing.
      await page.locator(REPLY).evaluate((box, theirs) => {
        const write = () => {
          if (box instanceof HTMLTextAreaElement) box.value = theirs;
          else box.textContent = theirs;
        };
        document.addEventListener('selectionchange', write, { once: true });
      }, theirs);
      await seen.command({ name: 'use', finding: finding.id });
      await seen.until('the notice', (each) => each.notice !== null && each.draft === theirs);
      expect(await textOf(page)).toBe(theirs);
    });
  });
}

describe('any page, with marks of other checkers in the text', () => {
  let page: Page;
  let seen: Watch;
  useTicket('zendesk-contenteditable', (desk) => {
    ({ page, seen } = desk);
  });

  it('reads round what they put into the box (complaint 14, complaint 15)', async () => {
    await page.locator(REPLY).click();
    await page.locator(REPLY).evaluate((box, text) => {
      const line = document.createElement('p');
      line.textContent = text;
      const inserted = ['grammarly-popups', 'gr-suggestion', 'lt-span', 'harper-popup'].map((name) => {
        const element = document.createElement(name);
        element.textContent = 'You must fix this.';
        return element;
      });
      line.setAttribute('data-lt-tmp-id', '1');
      box.replaceChildren(line, ...inserted);
    }, ROUGH);
    const { draft } = await seen.until('a review', ({ status, draft }) => status === 'ready' && draft.includes('soon'));
    expect(draft.trim()).toBe(ROUGH);
  });
});
