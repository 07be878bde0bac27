/** Pictures, agreement and reports of the workbench in real Chromium, over a run that the page itself reviewed. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseRoute } from '../../lib/workbench/route';
import { phaseOf, type SeedReply, seedRun } from './audit-seed';
import { type Chromium, openChromium } from './harness';

/** As many as the corpus's authored drafts. */
const COUNT = 100;
const HOSTILE = '=HYPERLINK("https://evil.example")<img src=x onerror=alert(1)>';
const PEOPLE = [
  ['Ada Mensah', 'East'],
  ['Ben Ortiz', 'East'],
  ['Chi Rossi', 'West'],
  [HOSTILE, 'West'],
] as const;

let chromium: Chromium;
let page: Page;
let home: string;

beforeAll(async () => {
  chromium = await openChromium({ viewport: { width: 1280, height: 900 } });
  page = await chromium.openExtensionPage('audit.html');
  home = page.url().replace(/#.*/, '');
  await page.locator('.bar').waitFor();
  await seedRun(page, 'r1', 'March', await replies());
  await page.reload();
  await vi.waitFor(async () => expect(await phaseOf(page, 'r1')).toBe('done'), { timeout: 150_000, interval: 500 });
}, 200_000);
afterAll(() => chromium?.close());
afterEach(() => {
  expect(chromium.errors).toEqual([]);
  expect(chromium.outside).toEqual([]);
});

async function replies(): Promise<SeedReply[]> {
  const lines = (await readFile('tests/corpus/authored.jsonl', 'utf8')).trim().split('\n');
  return lines.slice(0, COUNT).map((line, at) => {
    const { draft, customer, channel } = JSON.parse(line) as SeedReply;
    const [agent, team] = PEOPLE[at % PEOPLE.length] as (typeof PEOPLE)[number];
    const day = String(1 + (at % 28)).padStart(2, '0');
    return { id: `T-${at}`, draft, customer, channel, agent, team, at: `2026-03-${day}T10:00:00Z` };
  });
}

/** Opens a view afresh: an address that differs in its hash alone would leave the page as it is. */
async function view(name: string, query = ''): Promise<void> {
  await page.goto(`${home}#/run/r1/${name}${query}`);
  await page.reload();
}

async function saved(act: () => Promise<void>): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { download, bytes: await readFile(await download.path()) };
}

const marksOf = (picture: string) =>
  page.locator(`#${picture} .drawing a`).evaluateAll((links) =>
    links.map((link) => ({
      words: link.getAttribute('aria-label') ?? '',
      href: link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '',
    })),
  );
const rowsOf = (picture: string) =>
  page.locator(`#${picture} tbody tr`).evaluateAll((rows) =>
    rows.map((row) => ({
      cells: [...row.children].map((cell) => cell.textContent ?? ''),
      href: row.querySelector('a')?.getAttribute('href') ?? '',
    })),
  );
const button = (picture: string, name: string) => page.locator(`#${picture}`).getByRole('button', { name });

describe('audit insights', () => {
  it('draws each picture, and the same figures as a table, with the way to the replies', async () => {
    await view('insights');
    await page.locator('.key-figures').getByText(String(COUNT), { exact: true }).waitFor();
    for (const picture of ['spread', 'trend', 'frequency', 'change', 'people']) {
      await page.locator(`#${picture} .drawing a`).first().waitFor();
      const marks = await marksOf(picture);
      await button(picture, 'As a table').click();
      const rows = await rowsOf(picture);
      expect(
        rows.map(({ href }) => href),
        picture,
      ).toEqual(marks.map(({ href }) => href));
      for (const [at, { cells }] of rows.entries()) {
        const words = marks[at]?.words ?? '';
        expect(words, picture).toContain(cells[0]);
        // The figure itself: a count, a mean, a share or a change.
        expect(words, picture).toContain(cells[picture === 'change' ? 3 : 1]);
      }
      await button(picture, 'As a table').click();
    }
    const spread = await marksOf('spread');
    const counts = spread.map(({ words }) => Number(/: (\d+) repl/.exec(words)?.[1]));
    expect(counts.reduce((sum, count) => sum + count)).toBe(COUNT);
    const heat = await marksOf('heat');
    expect(heat.length).toBeGreaterThan(10);
    expect(parseRoute(heat[0]?.href ?? '')).toMatchObject({ view: 'replies', filter: { teams: ['East'] } });
  });

  it('goes from mark to mark by keys and to their replies by Enter or a click', async () => {
    await view('insights', '?channels=email&channels=chat&channels=social');
    const first = page.locator('#spread .drawing a').first();
    await first.focus();
    expect(await page.locator('#spread .drawing a[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await page.locator('#spread .readout').getByText('Score 10–19').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('/replies'));
    expect(parseRoute(new URL(page.url()).hash)).toMatchObject({
      view: 'replies',
      filter: { channels: ['email', 'chat', 'social'], least: 90, most: 100 },
    });
    await page.goBack();
    await page.locator('#frequency .drawing a').first().click();
    await page.waitForFunction(() => location.hash.includes('principles='));
  });

  it('saves a picture as SVG and PNG that need nothing else', async () => {
    await view('insights');
    await page.locator('#people .drawing a').first().waitFor();
    const svg = await saved(() => button('people', 'as SVG').click());
    expect(svg.download.suggestedFilename()).toBe('Teams.svg');
    const text = svg.bytes.toString('utf8');
    expect(text).toMatch(/^<\?xml[\s\S]*<svg[\s\S]*March · 100 replies[\s\S]*n = 50/);
    expect(text).not.toMatch(/var\(|currentColor|<script|href|<style|NaN/);
    const png = await saved(() => button('people', 'as PNG').click());
    expect([...png.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
  });

  it('tries the first suggestions on a sample', async () => {
    await view('insights', '?teams=East');
    await page.getByRole('button', { name: 'Try it on a sample' }).click();
    await page.locator('#what-if .drawing a').first().waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    const [, size, , before, after] =
      /^(\d+) of (\d+) replies.*from ([\d.]+) to ([\d.]+)/.exec(
        (await page.locator('#what-if .lead').textContent()) ?? '',
      ) ?? [];
    expect(size).toBe(String(COUNT / 2));
    expect(Number(after)).toBeGreaterThan(Number(before));
  });

  it('says what is missing where there is nothing to draw', async () => {
    await view('insights', '?text=zebraxyz');
    await page.getByText('No replies match these choices.').waitFor();
    await page.getByRole('link', { name: 'Show all replies' }).first().click();
    await page.locator('#spread .drawing a').first().waitFor();
    await view('insights', '?from=2026-03-01&to=2026-03-01');
    await page.getByText('All of these replies are from one day').waitFor();
    await page.locator('#people').getByText('Fewer than 20 replies each').waitFor();
  });

  it('makes a report that can be handed over, and files without formulas', async () => {
    await view('reports');
    await page.locator('.report-choices select').selectOption(HOSTILE);
    await page.getByRole('button', { name: 'Make the report' }).nth(1).click();
    const report = page.frameLocator('iframe');
    await report.getByRole('heading', { name: 'What works well' }).waitFor();
    await report.getByRole('heading', { name: `Replies by ${HOSTILE}` }).waitFor();
    expect(await report.locator('img, script').count()).toBe(0);
    const html = await saved(() => page.getByRole('button', { name: 'Save as HTML' }).click());
    expect(html.bytes.toString('utf8')).toMatch(/^<!doctype html>/);
    await page.getByRole('button', { name: 'Make the report' }).first().click();
    await report.getByRole('heading', { name: 'Teams' }).waitFor();
    const csv = await saved(() => page.getByRole('button', { name: 'CSV, a row a reply' }).click());
    const rows = parse(csv.bytes, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(COUNT);
    expect(rows[3]).toMatchObject({ id: 'T-3', agent: `'${HOSTILE}`, coach: 'Reframe 0.1.0' });
  });

  it('shows agreement from another reviewer’s file, and leads to the rule', async () => {
    await view('agreement');
    await page.getByText('No reply has been judged yet.').waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'ana.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"something else"}'),
    });
    await page.getByText('It is not a file of verdicts.').waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'ana.json',
      mimeType: 'application/json',
      buffer: Buffer.from(await verdictsOfTwo()),
    });
    await page.getByText('verdicts were added, by Ana, Ben.').waitFor();
    await page.getByText('is about a reply that this audit does not have: T-none').waitFor();
    await page.getByText('Below, for certain').first().waitFor();
    await page.locator('#missed').getByText('Not for customers.').first().waitFor();
    await page.locator('#between').getByText('Ana and Ben').waitFor();
    const again = await saved(() => page.getByRole('button', { name: 'Save verdicts as a file' }).click());
    expect(JSON.parse(again.bytes.toString('utf8'))).toMatchObject({ format: 'reframe-verdicts', version: 1 });
    await page.getByRole('link', { name: 'See the principle' }).first().click();
    await page.locator('.rule-row').first().waitFor();
    expect(page.url()).toContain('studio.html#/rules?principles=');
  });
});

/** Ana and Ben disagree with all that the coach found; of every fourth reply Ben alone. */
async function verdictsOfTwo(): Promise<string> {
  const verdicts = await page.evaluate(
    () =>
      new Promise<unknown[]>((done) => {
        const opening = indexedDB.open('reframe');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('replies').objectStore('replies').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            done(
              asked.result.flatMap(({ seq, reply, result }) =>
                ['Ana', 'Ben'].slice(seq % 4 ? 0 : 1).map((reviewer) => ({
                  reply: reply.id,
                  seq,
                  reviewer,
                  at: '2026-04-02T10:00:00.000Z',
                  findings: Object.fromEntries(
                    result.findings.map((finding: { rule: string; start: number | null; end: number | null }) => [
                      `${finding.rule}@${finding.start ?? ''}-${finding.end ?? ''}`,
                      'disagree',
                    ]),
                  ),
                  missed:
                    seq % 10
                      ? []
                      : [{ principle: 'jargon', start: 0, end: 4, quote: 'Text', note: 'Not for customers.' }],
                  done: true,
                })),
              ),
            );
          };
        };
      }),
  );
  const unknown = { ...(verdicts[0] as object), reply: 'T-none', seq: 99_999 };
  return JSON.stringify({
    format: 'reframe-verdicts',
    version: 1,
    audit: 'March',
    coach: 'Reframe 0.1.0',
    exported: '2026-04-02T10:00:00.000Z',
    verdicts: [...verdicts, unknown],
  });
}
