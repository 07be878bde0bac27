/** Typing with the coach beside typing without it, on every editor engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../hosts/build-engines';
import { type Chromium, openChromium } from './harness';
import { draftOf, openEngine, quantile, type Typing, ticketWith, type, WITH, WITHOUT } from './speed-measure';

const KEYS = ' and we will write again on Monday';
const PACE_MS = 50;
let chromium: Chromium;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium?.close());

const rows: Record<string, Record<string, string | number>> = {};
afterAll(() => console.table(rows));

describe.each(process.env.ONLY ? process.env.ONLY.split(',') : ENGINES)('%s', (engine) => {
  it.each([2_000, 10_000])('%d', async (size) => {
    const html = ticketWith(engine, draftOf(size));
    const run = async (base: string): Promise<Typing> => {
      const at = `${base}${engine}-${size}`;
      chromium.serve(at, { html });
      const page = await openEngine(chromium, at);
      if (base === WITH) {
        await expect
          .poll(() =>
            page.evaluate(() => {
              const view = (window as any).editors[0].element.ownerDocument.defaultView;
              return [...view.CSS.highlights.keys()].filter((n: string) => n.startsWith('reframe-')).length;
            }),
          )
          .toBeGreaterThan(0);
      }
      const made = await type(chromium, page, KEYS, PACE_MS);
      await page.close();
      return made;
    };
    const without = await run(WITHOUT);
    const withIt = await run(WITH);
    const p = (t: Typing, s: number) =>
      Math.round(
        quantile(
          t.keystrokes.map((k) => k.shown),
          s,
        ) * 10,
      ) / 10;
    rows[`${engine} ${size}`] = {
      'p50 wo': p(without, 0.5),
      'p50 w': p(withIt, 0.5),
      'p95 wo': p(without, 0.95),
      'p95 w': p(withIt, 0.95),
      'own/key': Math.round((withIt.own.slices.reduce((a, b) => a + b, 0) / KEYS.length) * 10) / 10,
      'own max': Math.round(Math.max(...withIt.own.slices) * 10) / 10,
      'own n': withIt.own.slices.length,
      'forced L': withIt.own.layouts,
      'forced S': withIt.own.styles,
      'L wo': without.layouts,
      'L w': withIt.layouts,
      'long wo': without.longTasks.length,
      'long w': withIt.longTasks.length,
      'in place': withIt.keystrokes.filter((k) => k.inPlace).length,
      n: withIt.keystrokes.length,
    };
  });
});
