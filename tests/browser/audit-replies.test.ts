/** The replies of an audit in a real browser: filter, sort, open, judge, sample, and all of it still there afterwards. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReviewedReply, Verdict } from '../../lib/audit/model';
import { AUDIT, run } from '../cli/run';
import { phaseOf, type SeedReply, seedRun } from './audit-seed';
import { type Chromium, openChromium } from './harness';

const AGENTS = ['Maya', 'Tom', 'Aisha', 'Jonas'];
const RUN = 'march';

let chromium: Chromium;
let page: Page;
let replies: SeedReply[];

beforeAll(async () => {
  const lines = (await readFile('tests/corpus/authored.jsonl', 'utf8')).trim().split('\n');
  replies = lines.map((line, place) => {
    const { id, draft, customer, channel } = JSON.parse(line) as SeedReply;
    const at = new Date(Date.parse('2026-03-01') + place * 6 * 3_600_000).toISOString();
    return { id, draft, customer, channel, at, agent: AGENTS[place % AGENTS.length], team: `Team ${place % 2}` };
  });
  chromium = await openChromium({ viewport: { width: 1400, height: 860 } });
  page = await chromium.openExtensionPage('audit.html');
  await page.locator('main').waitFor();
  await seedRun(page, RUN, 'March', replies);
  await page.reload();
  await vi.waitFor(async () => expect(await phaseOf(page, RUN)).toBe('done'), { timeout: 50_000, interval: 200 });
  await goTo('');
});
afterAll(async () => {
  expect(chromium.errors).toEqual([]);
  expect(chromium.outside).toEqual([]);
  await chromium.close();
});

async function goTo(query: string) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/run/march/replies${query}`);
  await page.getByRole('grid').waitFor();
}
const rows = () => page.locator('[role=row][data-seq]');
const scores = async () => (await page.locator('[data-column=score] b').allTextContents()).map(Number);
const status = () => page.locator('.count-line [role=status]').textContent();
const head = () => page.locator('.pane h2').textContent();
const verdicts = () => everyRecord<Verdict>('verdicts');
const results = async () => (await everyRecord<ReviewedReply>('replies')).map(({ result }) => result);

const everyRecord = <T>(store: string) =>
  page.evaluate(
    (store) =>
      new Promise<T[]>((done) => {
        const opening = indexedDB.open('reframe');
        opening.onsuccess = () => {
          const asked = opening.result.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => {
            opening.result.close();
            done(asked.result);
          };
        };
      }),
    store,
  );

describe('audit replies', () => {
  it('are the command line’s, one by one', async () => {
    const input = replies.map((reply) => JSON.stringify(reply)).join('\n');
    const { code, rows } = await run(process.execPath, [...AUDIT, '-', '--no-suggestions'], input);
    expect(code).toBe(0);
    const kept = await results();
    expect(kept.length).toBe(replies.length);
    expect(kept).toEqual(rows.map(({ agent: _, team: __, at: ___, ...result }) => result));
  });

  it('come from a rule in the address, and go with its chip', async () => {
    const [one] = (await results()).flatMap(({ findings }) => findings);
    const of = (await results()).filter(({ findings }) => findings.some(({ rule }) => rule === one?.rule));
    await goTo(`?rule=${encodeURIComponent(one?.rule ?? '')}`);
    await expect.poll(status).toBe(`${of.length} of ${replies.length} replies`);
    await page.getByRole('button', { name: `Rule ${one?.rule}` }).click();
    await expect.poll(status).toBe(`${replies.length} of ${replies.length} replies`);
    await goTo('');
  });

  it('shows a grid of the rows on show, lowest score first, and sorts by a header', async () => {
    await expect.poll(status).toBe(`${replies.length} of ${replies.length} replies`);
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(replies.length + 1));
    expect(await rows().count()).toBeLessThan(60);
    const lowest = await scores();
    expect(lowest).toEqual([...lowest].sort((a, b) => a - b));
    await page.getByRole('columnheader', { name: 'Score' }).getByRole('button').click();
    await expect.poll(async () => (await scores())[0]).toBeGreaterThan(lowest[0] as number);
    expect(await page.getByRole('columnheader', { name: 'Score' }).getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('columnheader', { name: 'Agent' }).getByRole('button').click();
    await expect.poll(() => rows().first().locator('[data-column=agent]').textContent()).toBe('Aisha');
    expect(page.url()).toContain('sort=agent');
    await goTo('');
  });

  it('goes through rows by key and keeps the focus among rows that come and go', async () => {
    await rows().first().focus();
    await page.keyboard.press('End');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'));
    await expect.poll(focused).toBe(String(replies.length + 1));
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await expect.poll(focused).toBe('2');
    await expect.poll(() => rows().first().locator('.excerpt').first().textContent()).not.toBe('');
  });

  it('narrows by menus and by words, and the way back is the browser’s', async () => {
    await page.getByRole('search').getByRole('button', { name: 'Principle' }).click();
    const blame = page.getByRole('checkbox', { name: /^Blame/ });
    const count = Number(/\d+$/.exec((await blame.locator('..').textContent()) ?? '')?.[0]);
    await blame.click();
    await expect.poll(status).toBe(`${count} of ${replies.length} replies`);
    await page.keyboard.press('Escape');
    await page.getByRole('search').getByRole('button', { name: 'Agent' }).click();
    await page.getByRole('checkbox', { name: /^Maya/ }).click();
    await page.keyboard.press('Escape');
    await page.locator('.chips').getByText('Maya').waitFor();
    expect(page.url()).toContain('principles=blame&agents=Maya');
    await page.goBack();
    await expect.poll(status).toBe(`${count} of ${replies.length} replies`);
    await page.locator('.chips button', { hasText: 'Blame' }).click();
    await expect.poll(status).toBe(`${replies.length} of ${replies.length} replies`);

    const wanted = replies.filter(({ draft, customer }) => /refund/i.test(`${draft} ${customer}`)).length;
    await page.getByRole('searchbox', { name: 'Search replies and customers' }).fill('REFUND');
    await expect.poll(status).toBe(`${wanted} of ${replies.length} replies`);
    await page.getByRole('searchbox', { name: 'Search replies and customers' }).fill('zzqzz');
    await page.getByRole('heading', { name: 'No reply matches these filters' }).waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).last().click();
    await expect.poll(status).toBe(`${replies.length} of ${replies.length} replies`);
  });

  it('asks for the reviewer’s name once, and judges findings by key and by mouse', async () => {
    await goTo('?severities=high');
    await page.keyboard.press('j');
    await expect.poll(head).toMatch(/^1 of /);
    await page.locator('.finding-item[data-open=true]').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: 'Who is reviewing?' }).waitFor();
    await page.getByLabel('Your name').fill('Rosa');
    await page.keyboard.press('Enter');
    await page.locator('.finding-item[data-open=true] .opinion[data-opinion=agree]').waitFor();
    await page.getByText('Reviewing as Rosa').waitFor();
    await page.keyboard.press('n');
    await page.locator('.finding-item[data-open=true]').getByRole('button', { name: 'Disagree' }).click();
    await page.locator('.opinion[data-opinion=disagree]').waitFor();
    await expect
      .poll(async () => Object.values((await verdicts())[0]?.findings ?? {}).sort())
      .toEqual(['agree', 'disagree']);
    await page.keyboard.press('u');
    await expect.poll(async () => Object.values((await verdicts())[0]?.findings ?? {})).toEqual(['agree']);
  });

  it('opens a finding from its underline, and shows why it matters', async () => {
    const underlined = page.locator('.reply-text [data-finding]').last();
    const id = await underlined.getAttribute('data-finding');
    await underlined.click();
    const item = page.locator('.finding-item[data-open=true]');
    await expect.poll(() => item.getAttribute('data-finding')).toBe(id);
    await item.getByText('Why it matters').click();
    await item.locator('.example').waitFor();
  });

  it('adds what was missed, from what is selected, and by key alone', async () => {
    const words = await page.locator('.reply-text').evaluate((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const last = [...Array(99)].reduce<Node | null>((node) => walker.nextNode() ?? node, walker.nextNode()) as Text;
      const range = document.createRange();
      range.setStart(last, 0);
      range.setEnd(last, Math.min(9, last.length));
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      return range.toString().trim();
    });
    await page.getByRole('button', { name: 'Mark the selection' }).waitFor();
    await page.keyboard.press('m');
    await page.getByLabel('Principle').selectOption('hedging');
    await page.getByLabel('Note (optional)').fill('nj?');
    await page.keyboard.press('Enter');
    await page.locator('.missed li', { hasText: 'Hedging' }).waitFor();
    const [missed] = (await verdicts())[0]?.missed ?? [];
    expect(missed).toMatchObject({ principle: 'hedging', quote: words, note: 'nj?' });
    const draft = await page.locator('.reply-text').textContent();
    expect(draft?.slice(missed?.start, missed?.end)).toBe(words);

    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    await page.keyboard.press('m');
    await page.getByLabel('Principle').selectOption('canned');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await verdicts())[0]?.missed.length).toBe(2);
  });

  it('keeps a comment as it is typed, goes on when done, and has it all after a reload', async () => {
    await page.keyboard.press('c');
    await page.keyboard.type('Kind, and a date is missing.');
    await page.reload();
    await page.getByLabel('Comment').waitFor();
    await expect.poll(() => page.getByLabel('Comment').inputValue()).toBe('Kind, and a date is missing.');
    await expect.poll(async () => (await verdicts())[0]?.comment).toBe('Kind, and a date is missing.');
    expect(await page.locator('.missed li').count()).toBe(2);
    expect(await page.locator('.opinion[data-opinion=agree]').count()).toBe(1);
    await page.locator('.pane h2').focus();
    await page.keyboard.press('Enter');
    await expect.poll(head).toMatch(/^2 of /);
    await expect.poll(async () => (await verdicts())[0]?.done).toBe(true);
    await page.locator('.seen[data-state=done]').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.pane').count()).toBe(0);
    await goTo('?seen=yes');
    await expect.poll(status).toBe(`1 of ${replies.length} replies`);
  });

  it('draws a list for the day, and leads through it', async () => {
    await goTo('?agents=Maya');
    await page.getByRole('button', { name: 'Make a list' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a list' });
    await dialog.getByLabel('How many').fill('2');
    await dialog.getByLabel('By chance').check();
    await dialog.getByRole('button', { name: 'Make a list of 2' }).click();
    await page.locator('.list-bar').getByText('0 of 2 done').waitFor();
    await expect.poll(() => rows().count()).toBe(2);
    expect(await page.locator('[role=row][data-seq] [data-column=agent]').allTextContents()).toEqual(['Maya', 'Maya']);
    await page.keyboard.press('o');
    await expect.poll(head).toBe('1 of 2');
    await page.locator('.reply-text').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.list-bar').getByText('1 of 2 done').waitFor();
    await page.reload();
    await page.locator('.list-bar').getByText('1 of 2 done').waitFor();
    await page.keyboard.press('o');
    await expect.poll(head).toBe('2 of 2');
    await page.locator('.pane[aria-busy=false] .reply-text').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.list-bar').getByText('All 2 are done.').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.list-bar').getByRole('button', { name: 'All replies' }).click();
    await page.getByRole('button', { name: 'Lists' }).click();
    await page.getByRole('button', { name: /2 of 2/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('lets letters be switched off, and types freely in fields', async () => {
    await goTo('');
    await page.getByRole('searchbox', { name: 'Search replies and customers' }).focus();
    await page.keyboard.type('j');
    await expect.poll(() => page.url()).toContain('text=j');
    expect(await page.locator('.pane').count()).toBe(0);
    await goTo('');
    await page.keyboard.press('Tab');
    await page.locator('body').press('?');
    await page.getByRole('switch', { name: 'Letters by themselves' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('body').press('j');
    await rows().first().click();
    await expect.poll(head).toMatch(/^1 of /);
    await page.locator('.reply-text').waitFor();
    await page.locator('.pane h2').press('j');
    expect(await head()).toMatch(/^1 of /);
    await page.getByRole('button', { name: 'Next reply' }).click();
    await expect.poll(head).toMatch(/^2 of /);
  });
});
