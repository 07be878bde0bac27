/** Good replies with words in them that a bare word list would flag: nothing is underlined. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { highlightRanges } from './harness';
import { REPLY, useTicket, type Watch } from './page-helpers';

const GOOD = [
  'Hi Priya, that you had to write twice about order #48213 is on us, and I’m sorry it missed your daughter’s birthday. The parcel is in Leeds now and reaches you on Tuesday, 12 May. I’ve refunded the shipping, £6.50, just now. On Tuesday evening I’ll check with the carrier that it’s with you. Best, Sam',
  'Hi Priya, I’m sorry that the present wasn’t there on Saturday. You don’t need to do anything: I’ve sent a new one by courier, and it arrives tomorrow before noon. The shipping is back on your card by Thursday. I’ll check tomorrow at one that you have it. Best, Sam',
  'Hi Priya, a birthday without its present is a real disappointment, and I’m sorry. Order #48213 leaves the depot tonight and is with you on Wednesday. I’ve refunded the shipping costs, and I’ll write to you on Wednesday at five to hear how it went. Kind regards, Sam',
];

describe('any page', () => {
  let page: Page;
  let seen: Watch;
  useTicket('zendesk-contenteditable', (desk) => {
    ({ page, seen } = desk);
  });

  it.each(GOOD)('leaves a good reply alone: %.60s… (complaint 11)', async (draft) => {
    await page.locator(REPLY).click();
    await page.keyboard.insertText(draft);
    const { review } = await seen.until('a review', (each) => each.status === 'ready' && each.draft === draft);
    expect(review?.findings.filter(({ severity }) => severity !== 'low')).toEqual([]);
    expect(await highlightRanges(page)).toEqual([]);
  });
});
