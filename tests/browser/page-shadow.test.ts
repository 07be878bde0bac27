/** A reply box inside an open shadow root: the document's selection and style sheets do not reach it. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
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

useTicket('zendesk-shadow', (desk) => {
  ({ page, seen } = desk);
});

it('is underlined', async () => {
  await typeInto(page, REPLY, ROUGH);
  const { finding } = await seen.until('a review', settled(ROUGH)).then((snapshot) => findingOn(snapshot, 'you must'));
  const [rect] = (await waitForHighlight(page, ROUGH.slice(finding.span?.start, finding.span?.end))).rects;
  if (!rect) throw new Error('not rendered');
  const ink = finding.severity === 'high' ? INK.high : INK.medium;
  expect(await pixelsLike(page, rect, ink)).toBeGreaterThan(rect.width / 2);
});

it('takes a rewrite by click, and undoes it in one step', async () => {
  await typeInto(page, REPLY, ROUGH);
  const snapshot = await seen.until('a review', settled(ROUGH));
  const { finding, edit } = findingOn(snapshot, 'soon');
  const [rect] = (await waitForHighlight(page, textUnder(snapshot, finding))).rects;
  if (!rect) throw new Error('not rendered');
  await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
  await card(page).locator('.primary').click();
  const used = apply(ROUGH, edit);
  await waitForText(page, used);
  await seen.until('the use', (each) => each.draft === used && each.canUndo);
  await page.keyboard.press('Control+z');
  await waitForText(page, ROUGH);
});
