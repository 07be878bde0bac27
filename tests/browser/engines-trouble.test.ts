/** What may come between an agent and a rewrite, in each of the real editor engines, in Chromium. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { EditorWindow } from '../hosts/engines/mount';
import { ENGINES, enterBox, modelText, seenText, useEngines } from './engine-helpers';
import { apply, findingOn, ROUGH, settled } from './page-helpers';

const open = useEngines();

/** The card, in whatever frame it is shown. */
async function cardIn(page: Page) {
  for (;;) {
    for (const frame of page.frames()) {
      const card = frame.locator('reframe-coach .card');
      if (await card.isVisible().catch(() => false)) return card;
    }
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

for (const { engine, name } of ENGINES) {
  const html = (text: string) => (engine === 'react-fields' ? text : `<p>${text}</p>`);

  describe(name, () => {
    const rough = async (text = ROUGH) => {
      const desk = await open(engine);
      await enterBox(desk.page);
      await desk.page.keyboard.type(text);
      return { ...desk, snapshot: await desk.seen.until('a review', settled(text)) };
    };

    it('takes a rewrite from the card that has the focus (case 17, complaint 5)', async () => {
      const { page, seen, snapshot } = await rough();
      await page.keyboard.press('Alt+Period');
      const card = await cardIn(page);
      const { current } = await seen.until('an open finding', (each) => each.current !== null);
      const edit = snapshot.suggestions[current ?? '']?.[0];
      if (!edit) throw new Error('Nothing to use.');
      const button = card.locator('.primary');
      await button.focus();
      await button.press('Enter');
      await expect.poll(() => modelText(page)).toBe(apply(ROUGH, edit));
      expect(await seenText(page)).toBe(apply(ROUGH, edit));
      await seen.until('the use', (each) => each.canUndo);
    });

    it('writes nothing where the draft changed while the card was open (case 16, complaint 2)', async () => {
      const { page, seen } = await rough();
      await page.keyboard.press('Alt+Period');
      await cardIn(page);
      const changed = 'Nothing of what stood here is left.';
      // Between the keys, as a macro does: the page hears the Alt key, then comes the Enter key.
      await page.evaluate((changed) => {
        const [editor] = (window as unknown as EditorWindow).editors;
        const change = () => editor?.set(changed);
        editor?.element.ownerDocument.addEventListener('keydown', change, { capture: true, once: true });
      }, html(changed));
      await page.keyboard.press('Alt+Enter');
      await seen.until('the changed draft', (each) => each.draft === changed);
      expect(await modelText(page)).toBe(changed);
    });

    it('is left alone while an input method composes (case 21)', async () => {
      const { chromium, page, seen, snapshot } = await rough();
      const { finding, edit } = findingOn(snapshot, 'you must');
      const input = await chromium.context.newCDPSession(page);
      await input.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
      await seen.command({ name: 'use', finding: finding.id });
      await input.send('Input.imeSetComposition', { text: 'nih', selectionStart: 3, selectionEnd: 3 });
      expect(await seenText(page)).toBe(`${ROUGH}nih`);
      await input.send('Input.insertText', { text: '你' });
      await expect.poll(() => modelText(page)).toBe(`${ROUGH}你`);
      await seen.until('a review', settled(`${ROUGH}你`));
      await seen.command({ name: 'use', finding: finding.id });
      await expect.poll(() => modelText(page)).toBe(apply(`${ROUGH}你`, edit));
    });

    it('is coached again after it was taken away and made anew (case 24)', async () => {
      const { page, seen } = await rough();
      await page.evaluate(async () => {
        const own = window as unknown as EditorWindow;
        const [editor] = own.editors;
        const place = document.querySelector('[data-editor]') as HTMLElement;
        await editor?.destroy();
        const next = place.cloneNode() as HTMLElement;
        next.removeAttribute('style');
        place.replaceWith(next);
        await own.mountEditor(next);
      });
      await seen.until('the box to be gone', ({ draft }) => draft === '');
      await enterBox(page);
      await page.keyboard.type(ROUGH);
      const { finding, edit } = findingOn(await seen.until('a review', settled(ROUGH)), 'soon');
      await seen.command({ name: 'use', finding: finding.id });
      await expect.poll(() => modelText(page)).toBe(apply(ROUGH, edit));
    });

    it('that takes every rewrite back is left as it was, and the agent is told (complaint 1, complaint 8)', async () => {
      const { page, seen, snapshot } = await rough();
      const { finding, edit } = findingOn(snapshot, 'soon');
      await page.evaluate((before) => {
        const [editor] = (window as unknown as EditorWindow).editors;
        if (!editor) return;
        const { text } = editor;
        const own = text();
        const look = () => {
          if (text() !== own) editor.set(before);
          requestAnimationFrame(look);
        };
        look();
      }, html(ROUGH));
      await seen.command({ name: 'use', finding: finding.id });
      const { notice } = await seen.until('the notice', (each) => each.notice?.id === 'refused');
      expect(notice).toEqual({ id: 'refused', text: edit.text });
      await expect.poll(() => modelText(page)).toBe(ROUGH);
      expect(await seenText(page)).toBe(ROUGH);
    });
  });
}

for (const [engine, name] of [
  ['contenteditable', 'contenteditable'],
  ['tinymce', 'TinyMCE'],
  ['react-fields', 'React textarea'],
] as const) {
  describe(name, () => {
    it('that garbles a rewrite gets its own text back (complaint 1, complaint 8)', async () => {
      const { page, seen } = await open(engine);
      await enterBox(page);
      await page.keyboard.type(ROUGH);
      const snapshot = await seen.until('a review', settled(ROUGH));
      const { finding, edit } = findingOn(snapshot, 'soon');
      // Writes it twice, as a page does that listens to typing and types as well.
      await page.evaluate((text) => {
        const box = (window as unknown as EditorWindow).editors[0]?.element;
        const again = () => box?.ownerDocument.execCommand('insertText', false, text);
        box?.addEventListener('input', () => queueMicrotask(again), { once: true });
      }, edit.text);
      await seen.command({ name: 'use', finding: finding.id });
      await seen.until('the notice', (each) => each.notice?.id === 'refused');
      expect(await modelText(page)).toBe(ROUGH);
      expect(await seenText(page)).toBe(ROUGH);
    });
  });
}

describe('CKEditor 5', () => {
  it('has its filler at the caret left out of the draft and of the rewrite (case 14)', async () => {
    const { page, seen } = await open('ckeditor5');
    await enterBox(page);
    await page.keyboard.type(ROUGH);
    await page.keyboard.press('Control+b');
    const shown = () => page.evaluate(() => (window as unknown as EditorWindow).editors[0]?.element.textContent ?? '');
    await expect.poll(shown).toContain('\u2060');
    const snapshot = await seen.until('a review', settled(ROUGH));
    const { finding, edit } = findingOn(snapshot, 'soon');
    await seen.command({ name: 'use', finding: finding.id });
    await expect.poll(() => modelText(page)).toBe(apply(ROUGH, edit));
    expect(await shown()).not.toContain('\u2060');
  });
});
