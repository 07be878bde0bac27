/**
 * Typing with the coach beside typing without it, on every editor engine. The machine's own noise only ever adds: what
 * is over the budget is measured again, and the content script's work is counted in time on the processor.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, openChromium } from './harness';
import {
  draftOf,
  openEngine,
  quantile,
  type Typing,
  ticketWith,
  type,
  underlines,
  WITH,
  WITHOUT,
} from './speed-measure';

const ENGINES: [name: string, engine: string][] = [
  ['contenteditable', 'contenteditable'],
  ['CKEditor 5', 'ckeditor5'],
  ['CKEditor 4', 'ckeditor4'],
  ['TinyMCE', 'tinymce'],
  ['ProseMirror', 'prosemirror'],
  ['TipTap', 'tiptap'],
  ['Lexical', 'lexical'],
  ['Quill', 'quill'],
  ['Slate', 'slate'],
  ['Draft', 'draft'],
  ['textarea', 'react-fields'],
];
/** p95 from the key to the repainted underline, in ms over the editor's own, by the draft's length. */
const BUDGETS = { 2000: 50, 10000: 100 };
/** No task of ours may be felt (ms). */
const LONG_TASK = 50;
const ROUNDS = 4;
const KEYS = ' and I will write again';
const PACE_MS = 40;

let chromium: Chromium;
const figures: Record<string, Record<string, number>> = {};
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(async () => {
  await chromium?.close();
  console.table(figures);
});

async function typing(engine: string, size: number, base: string): Promise<Typing> {
  const at = `${base}${engine}-${size}`;
  chromium.serve(at, { html: ticketWith(engine, draftOf(size)) });
  const page = await openEngine(chromium, at);
  if (base === WITH) await expect.poll(() => page.evaluate(underlines)).not.toBe('');
  const typed = await type(chromium, page, KEYS, PACE_MS);
  await page.close();
  return typed;
}

const shown = ({ keystrokes }: Typing, share: number) =>
  quantile(
    keystrokes.map((key) => key.shown),
    share,
  );
const round = (value: number) => Math.round(value * 10) / 10;

describe.each(ENGINES)('%s', (name, engine) => {
  it.each([2_000, 10_000] as const)(
    'repaints within its budget while %d characters are typed into (complaint 7)',
    async (size) => {
      let over = Number.POSITIVE_INFINITY;
      let without = await typing(engine, size, WITHOUT);
      let coached = await typing(engine, size, WITH);
      for (let rounds = 1; ; rounds++) {
        over = Math.min(over, shown(coached, 0.95) - shown(without, 0.95));
        if (over <= BUDGETS[size] || rounds === ROUNDS) break;
        without = await typing(engine, size, WITHOUT);
        coached = await typing(engine, size, WITH);
      }
      const { own, keystrokes } = coached;
      const keys = keystrokes.length;
      figures[`${name} ${size}`] = {
        'own p95': round(shown(without, 0.95)),
        'coached p95': round(shown(coached, 0.95)),
        'p95 over': round(over),
        'script a key': round(own.slices.reduce((sum, slice) => sum + slice, 0) / keys),
        'longest slice': round(Math.max(...own.slices)),
        'long tasks own': without.longTasks.length,
        'long tasks coached': coached.longTasks.length,
        'forced layouts a key': round(own.layouts / keys),
        'layouts a key': round(coached.layouts / keys),
        'layouts a key own': round(without.layouts / keys),
      };
      expect(over).toBeLessThanOrEqual(BUDGETS[size]);
      expect(Math.max(...own.slices)).toBeLessThan(LONG_TASK);
      // Only a textarea's mirror has to know where its lines are.
      expect(own.layouts).toBeLessThanOrEqual(engine === 'react-fields' ? keys + 2 : 2);
      expect(coached.layouts - without.layouts).toBeLessThanOrEqual(keys + 5);
      // Each key's frame showed the underlines where they belong.
      expect(keystrokes.filter(({ inPlace }) => !inPlace)).toEqual([]);
    },
    120_000,
  );
});
