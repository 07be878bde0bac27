/** The studio's words, principles and score in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Layer } from '../../lib/phrasebank/layer';
import type { StoredVersion } from '../../lib/store/database';
import { type Chromium, openChromium } from './harness';

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium?.close());
beforeEach(async () => {
  page = await chromium.openExtensionPage('studio.html#/words');
  await page.getByRole('heading', { name: 'Words to avoid' }).waitFor();
});
afterEach(async () => {
  await page.evaluate(() => sessionStorage.clear());
  await page.close();
  expect(chromium.errors).toEqual([]);
});

/** The newest version as the database has it. */
const newest = () =>
  page.evaluate(
    () =>
      new Promise<StoredVersion['pack'] | null>((done, failed) => {
        const opening = indexedDB.open('reframe');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const cursor = opening.result.transaction('versions').objectStore('versions').openCursor(null, 'prev');
          cursor.onsuccess = () => {
            opening.result.close();
            done((cursor.result?.value as StoredVersion | undefined)?.pack ?? null);
          };
        };
      }),
  );
const layer = async (): Promise<Layer | undefined> => (await newest())?.layer;
const avoided = async () => (await layer())?.words.avoid.map(({ say, instead }) => `${say} > ${instead}`);
const go = (hash: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, hash);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** The row that is edited has taken the focus. */
const inField = () => expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');

it('adds, edits, removes and takes back by keyboard alone', async () => {
  await page.getByLabel('Instead of').focus();
  await page.keyboard.type('cheap, cheaper');
  await page.keyboard.press('Tab');
  await page.keyboard.type('good value');
  await page.keyboard.press('Enter');
  await expect.poll(avoided).toEqual(['cheap, cheaper > good value']);
  expect((await newest())?.note).toBe('Words to avoid: Added “cheap, cheaper”');
  // The next one is typed at once.
  await page.keyboard.type('RMA');
  await page.keyboard.press('Enter');
  await expect.poll(avoided).toEqual(['cheap, cheaper > good value', 'RMA > ']);

  await button('Edit “RMA”').focus();
  await page.keyboard.press('Enter');
  await inField();
  await page.keyboard.press('End');
  await page.keyboard.type(' number');
  await page.keyboard.press('Enter');
  await expect.poll(avoided).toEqual(['cheap, cheaper > good value', 'RMA number > ']);
  await expect.poll(() => button('Edit “RMA number”').evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await inField();
  await page.keyboard.type('nothing of this');
  await page.keyboard.press('Escape');
  await button('Edit “RMA number”').waitFor();

  await button('Remove “cheap, cheaper”').focus();
  await page.keyboard.press('Enter');
  await expect.poll(avoided).toEqual(['RMA number > ']);
  // The focus is on what took its place.
  await expect.poll(() => button('Remove “RMA number”').evaluate((one) => one === document.activeElement)).toBe(true);
  await button('Undo').focus();
  await page.keyboard.press('Enter');
  await expect.poll(avoided).toEqual(['cheap, cheaper > good value', 'RMA number > ']);
});

it('refuses what a pack could not hold, names the field, and keeps what was typed', async () => {
  await page.getByLabel('Instead of').fill('<b>cheap</b>');
  await page.getByLabel('Instead of').press('Enter');
  await page.getByText('Leave out tags').waitFor();
  const field = page.getByLabel('Instead of');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await field.inputValue()).toBe('<b>cheap</b>');
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await avoided()).not.toContain('<b>cheap</b> > ');
});

it('takes two columns of a spreadsheet, with a preview, as one version', async () => {
  const before = (await newest())?.version ?? 0;
  await button('Paste many').click();
  await page.locator('textarea').fill('client\tcustomer\nRMA number\t\n"two ""words"""\tbetter\nclient\tother');
  await page.getByText('2 new · 2 there already').waitFor();
  await button('Add 2').click();
  await expect.poll(async () => (await avoided())?.slice(-2)).toEqual(['client > customer', 'two "words" > better']);
  expect((await newest())?.version).toBe(before + 1);
  await button('Undo').click();
  await expect.poll(avoided).not.toContain('client > customer');
});

it('points out a word that is avoided and fine, and leads to the other place', async () => {
  await go('#/words/fine');
  await page.getByLabel('Word or phrase').fill('cheaper');
  await page.getByLabel('Word or phrase').press('Enter');
  await page.getByText('“cheaper” is to be avoided, too.').waitFor();
  await page.getByRole('link', { name: 'See it in “Words to avoid”' }).click();
  await page.getByText('“cheaper” is fine here, too').waitFor();
  expect(await page.getByLabel('Find in this list').inputValue()).toBe('cheaper');
  expect(await page.locator('.rows > li').count()).toBe(1);
});

it('credits a phrase and keeps a snippet with its slots', async () => {
  await go('#/words/strengths');
  await page.getByRole('textbox', { name: 'Phrase' }).fill('I’ll stay with this');
  await page.getByLabel('Credit it as').selectOption({ label: 'Takes ownership' });
  await page.getByRole('textbox', { name: 'Phrase' }).press('Enter');
  await expect.poll(async () => (await layer())?.strengths).toEqual([{ say: 'I’ll stay with this', strength: 'owns' }]);
  await go('#/words/snippets');
  const snippet = page.getByRole('textbox', { name: 'Snippet' });
  await snippet.fill('I’ll write by , .');
  await snippet.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(14, 14));
  await button('A day to fill in').click();
  await snippet.press('ArrowRight');
  await snippet.press('ArrowRight');
  await button('Customer’s name').click();
  await page.getByLabel('For', { exact: true }).selectOption({ label: 'Next step' });
  await button('Add').click();
  await expect
    .poll(async () => (await layer())?.snippets)
    .toEqual([{ kind: 'next-step', text: 'I’ll write by [day], {name}.' }]);
});

it('switches a principle off, quiets one, explains one in the team’s words, and goes back', async () => {
  await go('#/scoring');
  const blame = page.locator('[data-principle=blame]');
  await page.locator('[data-principle=jargon]').getByRole('switch').click();
  await blame.getByRole('combobox').selectOption({ label: 'Hint' });
  await expect.poll(layer).toMatchObject({ principlesOff: ['jargon'], severity: { blame: 'low' } });
  await blame.locator('summary').click();
  await blame.getByRole('button', { name: 'Say it in your team’s words' }).click();
  await blame.getByLabel('The reason in one sentence').fill('We look for the way on.');
  // What is being typed outlives a reload.
  await page.reload();
  await blame.locator('summary').click();
  await blame.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await layer())?.why).toEqual({ blame: { short: 'We look for the way on.' } });
  await page.reload();
  await blame.getByText('We look for the way on.').first().waitFor();

  await button('Only what is changed (2)').click();
  expect(await page.locator('[data-principle]').count()).toBe(2);
  for (const left of [2, 1, 0]) {
    await page.locator('.differences').getByRole('button').first().click();
    await expect.poll(() => page.locator('.differences button').count()).toBe(left);
  }
  await expect.poll(layer).toMatchObject({ principlesOff: [], severity: {}, why: {} });
});

it('weighs the score by keyboard, shows what it does, and keeps it over a reload', async () => {
  await go('#/scoring/weights');
  const empathy = page.getByRole('slider', { name: 'Empathy' });
  const scores = () => page.locator('.sample .scores').allInnerTexts();
  await expect.poll(scores).toHaveLength(6);
  expect((await scores()).every((score) => /^\d+$/.test(score))).toBe(true);
  await empathy.focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await scores()).filter((score) => /→/.test(score)).length).toBeGreaterThan(2);
  expect(await empathy.getAttribute('aria-valuetext')).toBe('10, 42% of the score');
  await button('Save the weights').focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await layer())?.weights).toEqual({ empathy: 10 });
  await page.reload();
  await expect.poll(() => empathy.inputValue()).toBe('10');
  await button('Empathy as built in: 3').click();
  await button('Save the weights').click();
  await expect.poll(async () => (await layer())?.weights).toEqual({});
});

it('shows which rules agents leave most, and keeps nothing of it', async () => {
  await go('#/scoring/left');
  const tally = (shown: number, left: number) => ({ shown, taken: shown - left, byHand: 0, left });
  const counts = {
    reframe: 'counts',
    schema: 1,
    from: '2026-03-02',
    to: '2026-03-20',
    replies: 210,
    pack: null,
    rules: { 'hedging/hopefully': tally(60, 45), 'canned/rest-assured': tally(40, 4), 'excuse/busy': tally(2, 2) },
  };
  const chosen = page.waitForEvent('filechooser');
  await button('Open counts').click();
  const file = { name: 'counts.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(counts)) };
  await (await chosen).setFiles([file, { ...file, name: 'other.json', buffer: Buffer.from('{}') }]);
  await page.getByText('“other.json” is no file of counts.').waitFor();
  const rows = page.locator('.left > .scroller tbody tr');
  expect(await rows.count()).toBe(2);
  expect(await rows.first().innerText()).toContain('75% (63% to 84%)');
  await page.getByText('One rule that was shown fewer than 20 times').waitFor();
  expect(await rows.first().getByRole('link').getAttribute('href')).toBe('#/rules/hedging/hopefully');
  await page.reload();
  await page.getByText('Ask your agents for their counts').waitFor();
});

it('loses nothing at 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const hash of ['#/words', '#/words/snippets', '#/scoring', '#/scoring/weights', '#/scoring/left']) {
    await go(hash);
    await page.locator('main h2').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), hash).toBe(0);
  }
});
