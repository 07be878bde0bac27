/** The agent's own view: coached replies come to it by themselves, and go when they are wiped. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCountsFile } from '../../lib/store/counts-file';
import { type Chromium, typeInto } from './harness';
import {
  apply,
  findingOn,
  openCoached,
  openTicket,
  REPLY,
  ROUGH,
  settled,
  type Watch,
  waitForText,
  watch,
} from './page-helpers';

describe('own view', () => {
  let chromium: Chromium;
  let page: Page;
  let seen: Watch;
  let progress: Page;

  beforeAll(async () => {
    chromium = await openCoached();
    progress = await chromium.openExtensionPage('progress.html');
    page = await openTicket(chromium, 'zendesk-contenteditable');
    seen = await watch(chromium, page);
  });
  afterAll(async () => {
    expect(chromium.errors).toEqual([]);
    expect(chromium.outside).toEqual([]);
    await chromium.close();
  });

  /** What became of a principle's findings, as the page says it. */
  const outcome = (principle: string) =>
    progress.locator(`[data-principle=${principle}] .outcome`).getAttribute('aria-label');

  /** The page reads again when the agent comes back to it; the coach writes once they rest. */
  const untilShown = (text: string) =>
    expect
      .poll(async () => {
        await progress.reload();
        await progress.getByRole('heading', { name: 'It is yours' }).waitFor();
        return progress.getByText(text).count();
      })
      .toBeGreaterThan(0);

  const read = () => seen.until('a review', settled(ROUGH));

  it('is empty at first, and says what will be there', async () => {
    await progress.getByRole('heading', { name: 'Nothing counted yet' }).waitFor();
    expect(await progress.getByRole('button', { name: 'Wipe what was counted' }).isDisabled()).toBe(true);
  });

  it('counts a reply once, with the rewrite that was taken and the one that was left, over a worker’s end', async () => {
    await typeInto(page, REPLY, ROUGH);
    const snapshot = await read();
    const { finding, edit } = findingOn(snapshot, 'soon');
    const order = findingOn(snapshot, 'you must');
    await seen.command({ name: 'use', finding: finding.id });
    const after = apply(ROUGH, edit);
    await waitForText(page, after);
    await seen.until('the next review', ({ status, draft }) => status === 'ready' && draft === after);
    await untilShown('1 reply counted');
    expect(await outcome(finding.principle)).toBe('Took the coach’s words: 1');

    await chromium.killServiceWorker();
    await page.bringToFront();
    await seen.until('the page to be heard again', ({ draft }) => draft === after);
    await seen.command({ name: 'leave', finding: order.finding.id });
    await seen.until('it to be left', ({ left }) => left.includes(order.finding.id));
    await page.locator(REPLY).press('ControlOrMeta+a');
    await page.locator(REPLY).press('Delete');
    await expect
      .poll(async () => {
        await progress.reload();
        await progress.locator('.principles').waitFor();
        return outcome(order.finding.principle);
      })
      .toBe('Left by choice: 1');
    await progress.getByText('1 reply counted').waitFor();
    expect(await outcome(finding.principle)).toBe('Took the coach’s words: 1');
  });

  it('keeps a sentence only once asked, and forgets it as soon as that is switched off', async () => {
    const sentences = progress.getByRole('heading', { name: 'Your sentences, before and after' });
    expect(await sentences.count()).toBe(0);
    await progress.getByRole('switch', { name: 'Keep sentences' }).click();
    await page.bringToFront();
    await typeInto(page, REPLY, ROUGH);
    const { finding, edit } = findingOn(await read(), 'soon');
    await seen.command({ name: 'use', finding: finding.id });
    await waitForText(page, apply(ROUGH, edit));
    await untilShown('We will get back to you soon.');
    await sentences.waitFor();
    await progress.getByRole('switch', { name: 'Keep sentences' }).click();
    await sentences.waitFor({ state: 'detached' });
  });

  it('is saved as files that hold no text', async () => {
    const saved = async (name: string) => {
      const download = progress.waitForEvent('download');
      await progress.getByRole('button', { name }).click();
      const file = await download;
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    const csv = await saved('CSV');
    expect(csv.name).toMatch(/^reframe-replies-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv.text.split('\r\n')[0]).toMatch(/^day,replies,.*principle,high,medium,taken/);
    expect(csv.text).toMatch(/vague-time,/);
    const json = await saved('JSON');
    expect(JSON.parse(json.text)).toMatchObject({ reframe: 'progress', days: [{ replies: 1 }], examples: [] });
    expect(json.text + csv.text).not.toMatch(/receipt|Priya/);
  });

  it('is handed over as counts by rule, after every word of the file was shown', async () => {
    await progress.getByRole('button', { name: 'Save counts for your lead' }).click();
    const dialog = progress.getByRole('dialog', { name: 'What your lead will see' });
    const shown = await dialog.locator('pre').textContent();
    const download = progress.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save this file' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toBe(shown);
    const counts = readCountsFile(text);
    expect(counts).toMatchObject({ replies: 1, pack: null });
    expect(Object.keys(counts.rules).some((rule) => rule.startsWith('vague-time/'))).toBe(true);
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is wiped only when asked twice, and in the settings too', async () => {
    await progress.getByRole('button', { name: 'Wipe what was counted' }).click();
    const focused = () => progress.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe('Keep them');
    await progress.keyboard.press('Escape');
    await expect.poll(focused).toBe('Wipe what was counted');
    const options = await chromium.openExtensionPage('options.html#privacy');
    await options.getByText('1 reply is counted').waitFor();
    await options.getByRole('button', { name: 'Wipe what was counted' }).click();
    await options.getByRole('button', { name: 'Wipe', exact: true }).click();
    await options.getByText('Wiped: the counts of 1 reply.').waitFor();
    await progress.reload();
    await progress.getByRole('heading', { name: 'Nothing counted yet' }).waitFor();
  });

  it('counts nothing while it is switched off', async () => {
    await progress.getByRole('switch', { name: 'Count for me' }).click();
    await progress.getByText('Counting is switched off. What was counted').waitFor();
    await page.bringToFront();
    await page.locator(REPLY).press('ControlOrMeta+a');
    await page.locator(REPLY).press('Delete');
    await typeInto(page, REPLY, ROUGH);
    await read();
    await page.locator(REPLY).press('ControlOrMeta+a');
    await page.locator(REPLY).press('Delete');
    await seen.until('an empty box', ({ draft }) => draft === '');
    const stored = () =>
      progress.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const request = indexedDB.open('reframe');
            request.onsuccess = () => {
              const count = request.result.transaction('days').objectStore('days').count();
              count.onsuccess = () => {
                request.result.close();
                resolve(count.result);
              };
            };
          }),
      );
    expect(await stored()).toBe(0);
  });
});
