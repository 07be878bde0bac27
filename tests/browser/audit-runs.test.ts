/** Audits in a real browser: the work goes on whatever happens to the page, and what is deleted is gone. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewedReply, Run } from '../../lib/audit/model';
import { reviewRow } from '../../lib/audit/review-row';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { type SeedReply, seedRun, stored } from './audit-seed';
import { type Chromium, openChromium } from './harness';

let chromium: Chromium;
let page: Page;

beforeEach(async () => {
  chromium = await openChromium();
  page = await openWorkbench();
});
afterEach(() => chromium?.close());

async function openWorkbench(hash = '#/'): Promise<Page> {
  const opened = await chromium.openExtensionPage(`audit.html${hash}`);
  await opened.locator('main').waitFor();
  return opened;
}

/** Replies of the corpus over and over, each with a reference of its own. */
function replies(count: number): SeedReply[] {
  const lines = readFileSync('tests/corpus/authored.jsonl', 'utf8').trim().split('\n');
  return Array.from({ length: count }, (_, index) => {
    const { draft, customer, channel } = JSON.parse(lines[index % lines.length] as string) as SeedReply;
    return {
      id: `r${index}`,
      draft: `${draft}\n\nReference ${index}.`,
      customer,
      channel,
      agent: `Agent ${index % 5}`,
    };
  });
}

const runOf = async (id: string, from: Page = page) =>
  (await stored<Run>(from, 'runs')).find((run) => run.id === id) as Run;
const reviewers = (of: Page) => of.workers().filter((worker) => worker.url().includes('review-worker'));
const button = (name: string, on: Page = page) => on.getByRole('button', { name, exact: true });

describe('audit runs', () => {
  it('go on where a closed page or a dead worker left them, and give each reply the review it has alone', async () => {
    const given = replies(700);
    await seedRun(page, 'a', 'Spring', given);
    await page.reload();
    await page.goto(page.url().replace(/#.*/, '#/run/a/replies'));
    await expect.poll(async () => (await runOf('a')).progress.reviewed).toBeGreaterThan(0);

    // A second tab shows how far it is, and leaves the work to the first.
    const other = await openWorkbench('#/run/a/replies');
    await other.getByRole('progressbar').waitFor();
    expect(reviewers(page).length).toBeGreaterThan(0);
    expect(reviewers(other)).toEqual([]);

    await button('Pause', other).click();
    await page.getByText('Paused').waitFor();
    await expect.poll(() => reviewers(page)).toEqual([]);
    const paused = await runOf('a');
    expect(paused.progress.reviewed).toBeLessThan(given.length);

    await page.close();
    page = other;
    await button('Go on').click();
    await expect.poll(() => reviewers(page).length).toBeGreaterThan(0);
    // It never answers: it is gone.
    void reviewers(page)[0]
      ?.evaluate(() => close())
      .catch(() => {});
    await expect.poll(async () => (await runOf('a')).progress.reviewed).toBeGreaterThan(paused.progress.reviewed);

    // Closed in the middle of the work: nothing has to be clicked for it to go on.
    await page.reload();
    await expect.poll(async () => (await runOf('a')).state, { timeout: 90_000 }).toBe('done');
    expect(await runOf('a')).toMatchObject({ progress: { replies: 700, reviewed: 700 }, scored: 700, faults: 0 });
    const kept = await stored<ReviewedReply>(page, 'replies');
    expect(kept.map(({ reply }) => reply.id)).toEqual(given.map(({ id }) => id));
    const banks = builtInBanks();
    for (const { reply, result } of kept) expect(result).toEqual(reviewRow(reply, banks, { suggestions: false }));
    expect(chromium.errors).toEqual([]);
  }, 180_000);

  it('say that the disk is full, keep what is there, and go on once there is room', async () => {
    const given = replies(700);
    const origin = `chrome-extension://${chromium.extensionId}`;
    const disk = await chromium.context.newCDPSession(page);
    const room = (quotaSize?: number) => disk.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
    // The browser asks for the room that there is before the first write, and not again for half a minute.
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await room(used + 450_000);
    await seedRun(page, 'a', 'Spring', given);
    await page.reload();
    await page.goto(page.url().replace(/#.*/, '#/run/a/replies'));
    await page.getByText('There is no room left for this audit').waitFor({ timeout: 60_000 });
    // Whether even that could be written down is the browser's to say.
    await button('Go on').waitFor();
    expect((await runOf('a')).progress.reviewed).toBeLessThan(given.length);

    await room();
    const goneOn = async () => {
      if (await button('Go on').isVisible()) await button('Go on').click();
      return (await runOf('a')).state;
    };
    await expect.poll(goneOn, { timeout: 90_000, interval: 1000 }).toBe('done');
    expect(await runOf('a')).toMatchObject({ progress: { replies: 700, reviewed: 700 }, scored: 700, faults: 0 });
    const kept = await stored<ReviewedReply>(page, 'replies');
    expect(kept.map(({ reply }) => reply.id)).toEqual(given.map(({ id }) => id));
    expect(kept.every(({ result }) => result !== undefined)).toBe(true);
    expect(chromium.errors).toEqual([]);
  }, 180_000);

  it('show what a first visitor can do, and go without a trace', async () => {
    await button('Try the sample first').click();
    await page.getByRole('progressbar').waitFor();
    await expect.poll(async () => (await stored<Run>(page, 'runs'))[0]?.state, { timeout: 60_000 }).toBe('done');
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await page.goto(page.url().replace(/#.*/, '#/'));
    await page.getByText('180 replies').waitFor();

    await page.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Name of the audit').fill('Our team');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Our team' }).waitFor();

    await page.getByRole('button', { name: 'More for “Our team”' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
    await button('Delete').click();
    await button('Try the sample first').waitFor();
    for (const store of ['runs', 'sources', 'messages', 'replies', 'columns', 'texts', 'faults', 'verdicts', 'lists']) {
      expect(await stored(page, store), store).toEqual([]);
    }
    expect(chromium.errors).toEqual([]);
  }, 120_000);

  it('are kept when the database of an older version is brought up to date', async () => {
    await page.goto(page.url().replace(/audit\.html.*/, 'options.html'));
    await page.evaluate(async () => {
      const ended = <T>(request: IDBRequest<T>) =>
        new Promise<T>((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      await ended(indexedDB.deleteDatabase('reframe'));
      const opening = indexedDB.open('reframe', 1);
      opening.onupgradeneeded = () => {
        const db = opening.result;
        const keys = {
          runs: 'id',
          sources: 'run',
          replies: ['run', 'seq'],
          columns: ['run', 'chunk'],
          faults: ['run', 'line'],
          mappings: 'columns',
          days: 'day',
          examples: 'id',
        };
        for (const [name, keyPath] of Object.entries(keys)) db.createObjectStore(name, { keyPath });
        db.createObjectStore('messages', { keyPath: ['run', 'line'] }).createIndex('ticket', [
          'run',
          'ticket',
          'at',
          'line',
        ]);
        db.createObjectStore('verdicts', { keyPath: ['run', 'seq', 'reviewer'] }).createIndex('run', 'run');
        db.createObjectStore('lists', { keyPath: 'id' }).createIndex('run', 'run');
      };
      const db = await ended(opening);
      const faults = db.transaction('faults', 'readwrite').objectStore('faults');
      await ended(faults.put({ run: 'a', line: 12, reason: 'odd', raw: 'x' }));
      db.close();
    });
    await seedRun(page, 'a', 'Spring', replies(20));
    page = await openWorkbench();
    await page.getByRole('link', { name: 'Spring' }).waitFor();
    await expect.poll(async () => (await runOf('a')).state, { timeout: 60_000 }).toBe('done');
    expect(await stored(page, 'faults')).toEqual([{ run: 'a', number: 1, line: 12, reason: 'odd', raw: 'x' }]);
    expect(chromium.errors).toEqual([]);
  }, 120_000);
});
