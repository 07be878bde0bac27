/** What a rule would do, shown beside the editor in a real browser: examples, a text, the last audit, warnings. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { TeamRule } from '../../lib/phrasebank/layer';
import { phaseOf, type SeedReply, seedRun } from './audit-seed';
import { type Chromium, openChromium } from './harness';
import { seedRules } from './studio-seed';

const RULE: TeamRule = {
  id: 'account',
  principle: 'jargon',
  patterns: ['account'],
  always: true,
  severity: 'medium',
  message: 'Say what is in it.',
  rewrites: ['membership'],
  source: 'Acme style guide',
  examples: [{ flag: 'Your [[account]] is here.' }, { allow: 'Your lamp is here.' }, { flag: '[[Crates]] are here.' }],
};

let chromium: Chromium;
let page: Page;
let replies: SeedReply[];

beforeAll(async () => {
  const lines = (await readFile('tests/corpus/authored.jsonl', 'utf8')).trim().split('\n');
  replies = lines.map((line) => ({ ...(JSON.parse(line) as SeedReply), agent: 'Maya' }));
  chromium = await openChromium({ viewport: { width: 1400, height: 860 } });
  page = await chromium.openExtensionPage('studio.html');
  await page.locator('main').waitFor();
  await seedRules(page, [RULE]);
  await open();
});
afterAll(async () => {
  expect(chromium.errors).toEqual([]);
  expect(chromium.outside).toEqual([]);
  await chromium.close();
});

async function open() {
  await page.goto(page.url().replace(/#.*|$/, '#/rules/jargon/account'));
  await page.reload();
  await proof().waitFor();
}
const proof = () => page.getByRole('region', { name: 'What it does' });
const examples = () => proof().locator('.proof-examples > li');
const hits = () => proof().locator('.dry-hits > li');
const sum = () => proof().locator('.dry-sum[role=status]');
const marks = (kind: string) => proof().locator(`.try-lines mark[data-kind=${kind}]`);

/** Another pattern, typed as text. */
async function type(pattern: string) {
  const asText = page.getByRole('button', { name: 'As text' });
  if (await asText.isVisible()) await asText.click();
  await page.getByLabel('The phrase', { exact: true }).fill(pattern);
}

/** Replies of the audit that have the word, by their own text. */
const withWord = (word: RegExp) => replies.filter(({ draft }) => word.test(draft)).length;

it('runs the examples: what is found is marked, and what is wrong is said', async () => {
  await expect.poll(() => examples().count()).toBe(3);
  expect(await examples().evaluateAll((all) => all.map((one) => one.getAttribute('data-ok')))).toEqual([
    'true',
    'true',
    'false',
  ]);
  expect(await examples().nth(0).locator('mark[data-kind=found]').allTextContents()).toEqual(['account']);
  expect(await examples().nth(0).locator('.rewrite mark').allTextContents()).toEqual(['membership']);
  expect(await examples().nth(2).locator('mark[data-kind=expected]').allTextContents()).toEqual(['Crates']);
  expect(await examples().nth(2).textContent()).toContain('Not flagged');
});

it('says what to do where there is no audit, and tries the rule once there is one', async () => {
  await expect.poll(() => proof().textContent()).toContain('No audit to try it on yet');
  const audit = await chromium.openExtensionPage('audit.html');
  await audit.locator('main').waitFor();
  await seedRun(audit, 'march', 'March', replies);
  await audit.reload();
  await vi.waitFor(async () => expect(await phaseOf(audit, 'march')).toBe('done'), { timeout: 50_000, interval: 200 });
  await audit.close();
  await page.bringToFront();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  const accounts = withWord(/\baccount\b/i);
  expect(accounts).toBeGreaterThan(8);
  await expect.poll(() => sum().textContent()).toContain(`Would flag ${accounts} of ${replies.length} replies`);
});

it('counts again as the pattern changes, and tells what is new and gone', async () => {
  await type('(card|friday)');
  const fresh = withWord(/\b(?:card|friday)\b/i);
  await expect.poll(() => sum().textContent()).toContain(`Would flag ${fresh} of`);
  const gone = replies.filter(({ draft }) => /\baccount\b/i.test(draft) && !/\b(?:card|friday)\b/i.test(draft)).length;
  await proof()
    .getByRole('button', { name: `Gone (${gone})` })
    .click();
  await expect.poll(() => hits().count()).toBe(Math.min(8, gone));
  expect(await hits().locator('mark').first().textContent()).toMatch(/account/i);
  await proof().getByRole('button', { name: /^New/ }).click();
  await expect.poll(() => hits().locator('mark').first().textContent()).toMatch(/card|friday/i);
});

it('leads to the reply in the audit', async () => {
  const href = await hits().first().getByRole('link').getAttribute('href');
  expect(href).toMatch(/^\/audit\.html#\/run\/march\/replies\?reply=\d+$/);
  const [reply] = await Promise.all([page.context().waitForEvent('page'), hits().first().getByRole('link').click()]);
  await reply.locator('.reply-text').waitFor();
  expect(await reply.locator('.reply-text').textContent()).toMatch(/card|friday/i);
  await reply.close();
});

it('warns of what is unwise, and of nothing else', async () => {
  const warnings = () => proof().locator('.proof-warnings > li').allTextContents();
  await expect.poll(warnings).toContainEqual(expect.stringMatching(/^It would flag \d+ of 100 replies/));
  await type('zebra');
  await expect.poll(warnings).toEqual([]);
});

it('keeps what it showed while the pattern can’t be read', async () => {
  await type('(zebra');
  await expect.poll(() => proof().textContent()).toContain('can’t be read as it stands');
  expect(await sum().textContent()).toContain('Would flag 0');
});

it('tries a text: what the rule finds is marked, softer what others find', async () => {
  await type('account');
  const box = proof().getByPlaceholder('Type a reply as an agent would');
  await box.fill('Unfortunately your account is closed.');
  await expect.poll(() => marks('found').allTextContents()).toEqual(['account']);
  expect(await marks('other').allTextContents()).toEqual(['Unfortunately']);
  expect(await proof().getByRole('status').allTextContents()).toContainEqual(expect.stringContaining('“account”'));
  // What is marked stays with its words while the next answer is on its way.
  await box.press('Home');
  await box.pressSequentially('Hi! ');
  expect(await marks('found').allTextContents()).toEqual(['account']);
});

it('has all of it on a narrow screen', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  const { left, right } = await proof().evaluate((one) => one.getBoundingClientRect());
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1400, height: 860 });
});
