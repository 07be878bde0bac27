/** The settings page in a real browser. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Settings } from '../../lib/store/settings';
import { type Chromium, typeInto, waitForHighlight, waitForNoHighlight } from './harness';
import { openCoached, REPLY, ROUGH, TICKET } from './page-helpers';

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await openCoached();
});
afterAll(() => chromium?.close());
beforeEach(async () => {
  page = await chromium.openExtensionPage('options.html');
  await page.evaluate(() =>
    chrome.storage.local.set({
      settings: { sitesOff: ['acme.zendesk.com'], leftCount: { 'hedging/hopefully': 5, 'canned/rest-assured': 1 } },
    }),
  );
  await page.reload();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
});
afterEach(async () => {
  await page.close();
  expect(chromium.errors).toEqual([]);
});

const stored = () =>
  page.evaluate(async () => ((await chrome.storage.local.get('settings')).settings ?? {}) as Partial<Settings>);
const button = (name: string) => page.getByRole('button', { name });

it('switches everything off, and a site on again', async () => {
  await page.getByRole('switch', { name: 'Coach me' }).click();
  await expect.poll(stored).toMatchObject({ enabled: false });
  await button('Switch on again: acme.zendesk.com').click();
  await expect.poll(stored).toMatchObject({ enabled: false, sitesOff: [] });
  await page.getByText('No site is switched off.').waitFor();
});

it('switches a principle and a single rule off, and shows why they are there (complaint 12)', async () => {
  const blame = page.locator('[data-principle=blame]');
  await blame.getByRole('switch', { name: 'Blame' }).click();
  await expect.poll(stored).toMatchObject({ principlesOff: ['blame'] });
  await blame.getByRole('switch', { name: 'Blame' }).click();
  await expect.poll(stored).toMatchObject({ principlesOff: [] });
  await blame.locator('summary').click();
  expect(await blame.locator('.example dd').count()).toBe(2);
  const rule = blame.getByRole('checkbox').first();
  await rule.click();
  await expect.poll(async () => (await stored()).rulesOff).toHaveLength(1);
  expect((await stored()).rulesOff?.[0]).toMatch(/^blame\//);
  await blame.getByText('1 off').waitFor();
});

it('lists every principle of the rubric with its rules', async () => {
  await page.locator('[data-principle=canned] .soft').first().waitFor();
  expect(await page.locator('[data-principle]').count()).toBe(25);
});

it('records a key, says when one is taken, and goes back to the default', async () => {
  const row = page.locator('[data-command=leave]');
  await row.getByRole('button', { name: 'Change the key: Leave it' }).click();
  await page.keyboard.press('Alt+Period');
  await row.getByRole('alert').getByText('is taken by “Next finding”').waitFor();
  await page.keyboard.press('l');
  await row.getByRole('alert').getByText('Hold Alt or Ctrl').waitFor();
  expect((await stored()).keys ?? {}).toEqual({});
  await page.keyboard.press('Alt+KeyL');
  await expect.poll(stored).toMatchObject({ keys: { leave: 'Alt+KeyL' } });
  expect(await row.locator('kbd').allTextContents()).toEqual(['Alt', 'L']);
  await row.getByRole('button', { name: 'Back to the default key: Leave it' }).click();
  await expect.poll(async () => (await stored()).keys).toEqual({});
});

it('takes a key away, and Esc leaves all as it was', async () => {
  const row = page.locator('[data-command=undo]');
  await row.getByRole('button', { name: 'Change the key: Undo the rewrite' }).click();
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: 'No key: Undo the rewrite' }).click();
  await expect.poll(stored).toMatchObject({ keys: { undo: '' } });
  await row.getByText('none').waitFor();
});

it("lists the browser's own shortcuts", async () => {
  for (const text of ['Open the Reframe sidebar', 'Go to the next finding', 'Alt+Shift+U']) {
    await page.locator('.shortcuts').getByText(text).waitFor();
  }
});

it('sets underlines, notes, and starts over with a rule that grew quiet', async () => {
  await page.getByLabel('At most so many underlines at a time').selectOption('3');
  await page.getByLabel('Leave my notes alone').click();
  await page.getByText('now a hint').waitFor();
  await button('Start over: hedging/hopefully').click();
  await expect.poll(stored).toMatchObject({
    maxUnderlines: 3,
    notes: 'off',
    leftCount: { 'canned/rest-assured': 1 },
  });
});

it('shows the rule that the browser enforces, and the settings as they are stored', async () => {
  await page.goto(page.url().replace(/#.*|$/, '#privacy'));
  await page.locator('#privacy pre').first().waitFor();
  expect(await page.locator('#privacy pre').first().textContent()).toContain("connect-src 'none'");
  await button('Look: Your settings and words').click();
  await page.getByRole('dialog').getByText('acme.zendesk.com').waitFor();
});

it('resets only when asked twice', async () => {
  await page.locator('#reset').getByRole('button', { name: 'Reset all settings' }).click();
  await button('Keep them').click();
  expect(await stored()).toMatchObject({ sitesOff: ['acme.zendesk.com'] });
  await page.locator('#reset').getByRole('button', { name: 'Reset all settings' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset all settings' }).click();
  await expect.poll(stored).toMatchObject({ sitesOff: [], leftCount: {} });
  await page.getByText('All settings are as on the first day.').waitFor();
});

it('hears of changes that are made elsewhere', async () => {
  await page.evaluate(() => chrome.storage.local.set({ settings: { sitesOff: ['other.zendesk.com'] } }));
  await page.getByText('other.zendesk.com', { exact: true }).waitFor();
});

it('loses nothing at 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator('[data-principle=blame] summary').click();
  await page.locator('[data-principle=blame] .rules').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

it('keeps the agent’s own words, and the coach holds to them (complaint 12)', async () => {
  await button('Switch on again: acme.zendesk.com').click();
  await page.getByLabel('Instead of').fill('cheap, cheaper');
  await page.getByLabel('Say', { exact: true }).fill('good value');
  await page.getByLabel('Say', { exact: true }).press('Enter');
  await page.getByLabel('Word or phrase').fill('RMA');
  await page.getByLabel('Word or phrase').press('Enter');
  await expect
    .poll(async () => (await stored()).words)
    .toEqual({ avoid: [{ say: 'cheap, cheaper', instead: 'good value' }], fine: ['RMA'] });

  chromium.serve(TICKET, { file: 'tests/hosts/pages/zendesk-contenteditable.html' });
  const ticket = await chromium.open(TICKET);
  await typeInto(ticket, REPLY, 'Hi Priya, the RMA is for the cheap one.');
  await waitForHighlight(ticket, 'cheap');
  await waitForNoHighlight(ticket, 'RMA');
  await page.bringToFront();
  await button('Remove “cheap, cheaper”').click();
  await ticket.bringToFront();
  await waitForNoHighlight(ticket, 'cheap');
  await ticket.close();
});

it('carries the settings over as a file, and refuses a broken one without loss (complaint 13)', async () => {
  const download = page.waitForEvent('download');
  await button('Save as a file').click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(JSON.parse(saved).settings.sitesOff).toEqual(['acme.zendesk.com']);
  const open = (text: string) =>
    page
      .locator('#carry input[type=file]')
      .setInputFiles({ name: 'reframe-settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await open(saved.replace('acme.zendesk.com', 'mail.google.com'));
  await expect.poll(async () => (await stored()).sitesOff).toEqual(['mail.google.com']);
  await open(saved.replace('"maxUnderlines": 5', '"maxUnderlines": "five"'));
  await page.getByText('settings.maxUnderlines').waitFor();
  expect((await stored()).sitesOff).toEqual(['mail.google.com']);
});

it('marks the draft in the style that was chosen, at once, and in each the kinds differ in more than colour', async () => {
  await button('Switch on again: acme.zendesk.com').click();
  chromium.serve(TICKET, { file: 'tests/hosts/pages/zendesk-contenteditable.html' });
  const ticket = await chromium.open(TICKET);
  await typeInto(ticket, REPLY, ROUGH);
  await waitForHighlight(ticket, 'soon');
  const line = (look: string) =>
    ticket.evaluate((look) => {
      const style = getComputedStyle(document.body, `::highlight(reframe-${look})`);
      return `${style.textDecorationStyle} ${style.textDecorationThickness} ${style.backgroundColor !== 'rgba(0, 0, 0, 0)'}`;
    }, look);
  for (const [name, high, medium] of [
    ['Thick lines', 'solid 4px false', 'dotted 4px false'],
    ['Waves', 'wavy 2px false', 'dotted 2px false'],
    ['A tint behind the words', 'solid 1px true', 'dotted 1px true'],
    ['Lines', 'solid 2px false', 'dotted 2px false'],
  ] as const) {
    await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
    await expect.poll(() => line('high')).toBe(high);
    expect(await line('medium')).toBe(medium);
  }
  await ticket.close();
});

it('finds a setting, and marks the section that is read', async () => {
  const nav = page.getByRole('navigation');
  await nav.getByRole('searchbox').fill('shouting');
  await page.locator('#keys').waitFor({ state: 'hidden' });
  await page.locator('[data-principle=shouting]').waitFor();
  expect(await page.locator('[data-principle=blame]').isVisible()).toBe(false);
  await nav.getByRole('searchbox').fill('');
  await page.locator('#keys').waitFor();
  await nav.getByRole('link', { name: 'Keys' }).click();
  await nav.locator('[aria-current]', { hasText: 'Keys' }).waitFor();
});

it('lists all that is kept, and deletes it when asked twice', async () => {
  const runs = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('reframe');
          opening.onsuccess = () => {
            const db = opening.result;
            const put = db.transaction('mappings', 'readwrite').objectStore('mappings');
            const count = put.count();
            count.onsuccess = () => {
              db.close();
              resolve(count.result);
            };
          };
        }),
    );
  await page
    .locator('[data-kept=settings]')
    .getByText(/^1, about/)
    .waitFor();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('reframe');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('mappings', 'readwrite');
          writing
            .objectStore('mappings')
            .put({ columns: '["Reply"]', mapping: { shape: 'replies', columns: {} }, usedAt: '' });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.reload();
  const line = page.locator('[data-kept=mappings]');
  await line.getByText(/^1, about/).waitFor();
  await line.getByRole('button', { name: /^Delete/ }).click();
  await button('Keep it').click();
  expect(await runs()).toBe(1);
  await line.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await line.getByText('nothing').waitFor();
  expect(await runs()).toBe(0);
});

it('takes everything along in one file, and brings it back; a broken one changes nothing', async () => {
  const download = page.waitForEvent('download');
  await button('Save a backup').click();
  const file = await readFile(await (await download).path(), 'utf8');
  await page.getByText(/^Saved: /).waitFor();
  const open = (text: string) =>
    page
      .locator('#backup input[type=file]')
      .setInputFiles({ name: 'reframe-backup.jsonl', mimeType: 'application/x-ndjson', buffer: Buffer.from(text) });

  await open(file.slice(0, -30));
  await page.getByText('everything here is as it was').waitFor();
  await page.evaluate(() => chrome.storage.local.set({ settings: { sitesOff: ['other.zendesk.com'] } }));
  await open(file);
  const dialog = page.getByRole('dialog', { name: /^Backup of/ });
  await dialog.getByLabel(/Replace what is here/).check();
  await dialog.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByText('is in place.').waitFor();
  expect(await stored()).toMatchObject({ sitesOff: ['acme.zendesk.com'], leftCount: { 'canned/rest-assured': 1 } });
});
