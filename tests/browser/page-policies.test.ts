/** Pages that forbid what careless scripts do: Trusted Types, and a policy without inline styles or scripts. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, typeInto, waitForHighlight } from './harness';
import {
  apply,
  card,
  findingOn,
  INK,
  openCoached,
  pixelsLike,
  REPLY,
  ROUGH,
  settled,
  TICKET,
  textUnder,
  type Watch,
  waitForText,
  watch,
} from './page-helpers';

let chromium: Chromium;
let page: Page;
let seen: Watch;

beforeAll(async () => {
  chromium = await openCoached();
});
afterAll(() => chromium?.close());
afterEach(async () => {
  await seen.close();
  await page.close();
});

const FIXTURES = ['zendesk-contenteditable', 'zendesk-textarea'] as const;
const POLICIES: [string, string][] = [
  ['Trusted Types', "require-trusted-types-for 'script'"],
  ['Trusted Types with a list of policies', "require-trusted-types-for 'script'; trusted-types helpdesk dompurify"],
  ['Trusted Types with an empty list', "require-trusted-types-for 'script'; trusted-types 'none'"],
  [
    'a strict policy',
    "default-src 'none'; style-src 'sha256-none'; script-src 'self'; img-src 'none'; form-action 'none'",
  ],
];

describe('any page', () => {
  describe.each(FIXTURES)('%s', (fixture) => {
    it.each(POLICIES)('is coached under %s, with nothing to report (case 10)', async (_name, policy) => {
      chromium.serve(TICKET, {
        file: `tests/hosts/pages/${fixture}.html`,
        headers: { 'content-security-policy': policy },
      });
      page = await chromium.context.newPage();
      await page.addInitScript(() => {
        const violations: string[] = [];
        Object.assign(window, { violations });
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile, sample }) => {
          violations.push(`${effectiveDirective} ${sourceFile} ${sample}`);
        });
      });
      await page.goto(TICKET);
      // The page's own style sheet is what the strict policy refuses.
      const own = await page.evaluate(() => (window as unknown as { violations: string[] }).violations.length);
      const errors = chromium.errors.splice(0).length;
      expect(errors).toBe(own);
      seen = await watch(chromium, page);
      await typeInto(page, REPLY, ROUGH);
      const snapshot = await seen.until('a review', settled(ROUGH));
      const { finding, edit } = findingOn(snapshot, 'soon');
      const [rect] = (await waitForHighlight(page, textUnder(snapshot, finding))).rects;
      if (!rect) throw new Error('not rendered');
      const ink = finding.severity === 'high' ? INK.high : INK.medium;
      expect(await pixelsLike(page, rect, ink)).toBeGreaterThan(rect.width / 2);
      await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
      await card(page).locator('.primary').waitFor();
      expect(await card(page).evaluate((shown) => getComputedStyle(shown).position)).toBe('fixed');
      await card(page).locator('.primary').click();
      await waitForText(page, apply(ROUGH, edit));
      expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations.length)).toBe(own);
      expect(chromium.errors).toEqual([]);
    });
  });
});
