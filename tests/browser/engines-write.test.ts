/** Taking a rewrite in each of the real editor engines, in Chromium. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  ENGINES,
  enterBox,
  hasHardSpace,
  lines,
  modelHtml,
  modelText,
  seenText,
  underlined,
  useEngines,
} from './engine-helpers';
import { record } from './harness';
import { apply, findingOn, ROUGH, settled, textUnder } from './page-helpers';

const open = useEngines();
const REDO: Record<string, string> = { quill: 'Control+Shift+z' };

/** A textarea has none. */
const WITHOUT_FORMATS = new Set(['react-fields']);

/** Slate joins equal leaves that stood apart at the start. */
const content = async (page: Page) => (await modelHtml(page)).replaceAll('"},{"text":"', '');

for (const { engine, name } of ENGINES)
  describe(name, () => {
    const rough = async (text = ROUGH) => {
      const desk = await open(engine);
      await enterBox(desk.page);
      await desk.page.keyboard.type(text);
      return { ...desk, snapshot: await desk.seen.until('a review', settled(text)) };
    };

    it('takes a rewrite as one step, in the page and in its model (case 18, case 20, complaint 1, complaint 8, complaint 10)', async () => {
      const { page, seen, snapshot } = await rough();
      const { finding, edit } = findingOn(snapshot, 'you must');
      if (engine !== 'react-fields') await underlined(page, textUnder(snapshot, finding));
      await record(page, `${engine}-1-underlined`);
      await seen.command({ name: 'use', finding: finding.id });
      const used = apply(ROUGH, edit);
      await seen.until('the use', (each) => each.draft === used && each.canUndo);
      expect(await modelText(page)).toBe(used);
      expect(await seenText(page)).toBe(used);
      await record(page, `${engine}-2-rewritten`);

      await page.keyboard.press('Control+z');
      await expect.poll(() => modelText(page)).toBe(ROUGH);
      expect(await seenText(page)).toBe(ROUGH);
      await page.keyboard.press(REDO[engine] ?? 'Control+y');
      await expect.poll(() => modelText(page)).toBe(used);
      await page.keyboard.press('Control+z');
      await expect.poll(() => modelText(page)).toBe(ROUGH);
      await seen.until('the draft as it was', (each) => each.draft === ROUGH);
      await page.keyboard.type('!');
      await expect.poll(() => modelText(page)).toBe(`${ROUGH}!`);
    });

    it('goes on where the rewrite ends (complaint 4)', async () => {
      const { page, seen, snapshot } = await rough();
      const { finding, edit } = findingOn(snapshot, 'soon');
      await seen.command({ name: 'use', finding: finding.id });
      await seen.until('the use', (each) => each.canUndo);
      await page.keyboard.type('# ');
      const gap = edit.gaps?.[0];
      const text = gap ? `${edit.text.slice(0, gap.start)}# ${edit.text.slice(gap.end)}` : `${edit.text}# `;
      await expect.poll(() => modelText(page)).toBe(apply(ROUGH, { ...edit, text }));
    });

    it('gives back its text to the coach’s own undo (complaint 10)', async () => {
      const { page, seen, snapshot } = await rough();
      const { finding, edit } = findingOn(snapshot, 'soon');
      await seen.command({ name: 'use', finding: finding.id });
      await seen.until('the use', (each) => each.canUndo && each.draft === apply(ROUGH, edit));
      await seen.command({ name: 'undo' });
      await expect.poll(() => modelText(page)).toBe(ROUGH);
      await seen.until('nothing to undo', (each) => !each.canUndo && each.draft === ROUGH);
      expect(await seenText(page)).toBe(ROUGH);
    });

    it('has the second of two equal phrases replaced (case 15)', async () => {
      const text = 'You must wait. Then you must pay.';
      const { page, seen, snapshot } = await rough(text);
      const { finding, edit } = findingOn(snapshot, 'you must', 1);
      expect(edit.start).toBeGreaterThan(10);
      await seen.command({ name: 'use', finding: finding.id });
      await expect.poll(() => modelText(page)).toBe(apply(text, edit));
    });

    it('takes several lines as one step (case 19)', async () => {
      const text = 'Here is what I can do: [options] Which one suits you?';
      const desk = await open(engine);
      const { page, seen } = desk;
      await enterBox(page);
      await page.keyboard.type(text);
      const { review } = await seen.until('a gap', (each) => each.draft === text && each.review?.gaps.length === 1);
      await seen.command({ name: 'fill-gap', gap: review?.gaps[0], text: 'one\ntwo\n\nthree' });
      const filled = text.replace('[options]', 'one\ntwo\n\nthree');
      await seen.until('the lines', (each) => each.canUndo && lines(each.draft).length === 3);
      expect(lines(await modelText(page))).toEqual(lines(filled));
      expect(lines(await seenText(page))).toEqual(lines(filled));
      await page.keyboard.press('Control+z');
      await expect.poll(() => modelText(page)).toBe(text);
    });

    it.skipIf(WITHOUT_FORMATS.has(engine))(
      'keeps the format of the rest across bold and a link, without hard spaces (case 13)',
      async () => {
        const { page, seen } = await open(
          engine,
          '<p>Hi <i>Priya</i>, you <b>must</b> send us <a href="https://acme.example/">the receipt</a>. We will get back to you soon.</p>',
        );
        await enterBox(page);
        await page.keyboard.press('Control+End');
        await page.keyboard.type('!');
        const text = `${ROUGH}!`;
        const snapshot = await seen.until('a review', settled(text));
        const before = await content(page);
        const { finding, edit } = findingOn(snapshot, 'you must');
        await seen.command({ name: 'use', finding: finding.id });
        await expect.poll(() => modelText(page)).toBe(apply(text, edit));
        expect(await seenText(page)).toBe(apply(text, edit));
        expect(await hasHardSpace(page)).toBe(false);
        expect(await modelHtml(page)).toContain('acme.example');
        await seen.until('the use', (each) => each.canUndo);
        await page.keyboard.press('Control+z');
        await expect.poll(() => modelText(page)).toBe(text);
        await expect.poll(() => content(page)).toBe(before);
      },
    );
  });
