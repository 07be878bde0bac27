/** The studio's rules in a real browser: their list, the editor, and the way from a phrase to a saved version. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Pack } from '../../lib/pack/pack';
import type { TeamRule } from '../../lib/phrasebank/layer';
import type { Chromium } from './harness';
import { openCoached } from './page-helpers';
import { seedRules } from './studio-seed';

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await openCoached();
});
afterAll(() => chromium?.close());
beforeEach(async () => {
  page = await chromium.openExtensionPage('studio.html');
  await rows().first().waitFor();
});
afterEach(async () => {
  await page.evaluate(async () => {
    localStorage.clear();
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('reframe');
      request.onsuccess = () => done(request.result);
    });
    const transaction = db.transaction('versions', 'readwrite');
    transaction.objectStore('versions').clear();
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    db.close();
  });
  await page.close();
  expect(chromium.errors).toEqual([]);
});

const rows = () => page.locator('.rule-row');
const row = (id: string) => page.locator(`[data-rule="${id}"]`);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const bar = () => page.locator('.saved-bar');
const chips = () => page.locator('.chips-field').first().locator('.word-chip');
const phrase = () => page.getByLabel('The phrase', { exact: true });

/** The newest version's layer, as it is stored. */
const layer = () =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('reframe');
      request.onsuccess = () => done(request.result);
    });
    const all = await new Promise<{ pack: Pack }[]>((done) => {
      const request = db.transaction('versions').objectStore('versions').getAll();
      request.onsuccess = () => done(request.result);
    });
    db.close();
    return all.at(-1)?.pack.layer ?? null;
  });

async function seed(rules: TeamRule[]): Promise<void> {
  await seedRules(page, rules);
  await page.reload();
  await rows().first().waitFor();
}

const rule = (number: number): TeamRule => ({
  id: `rule-${number}`,
  principle: 'canned',
  patterns: [`phrase number ${number}`],
  always: true,
  severity: 'medium',
  message: `Say number ${number} otherwise.`,
  source: 'test',
  examples: [],
});

it('leads from an empty studio to a saved rule with three fields', async () => {
  await page.getByRole('heading', { name: 'What should nobody say any more?' }).waitFor();
  await button('Save the rule').click();
  await page.getByText('Type the phrase that the rule is to find.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('big'))).toBe(true);
  await page.keyboard.type('Kindly bear with us.');
  await page.getByLabel('Say instead').fill('I’m on it');
  await page.getByLabel('What it does to the customer').selectOption('vague-time');
  await button('Save the rule').click();
  await bar().getByText('Version 1 is saved and not live yet.').waitFor();
  expect(await bar().getByRole('link', { name: 'Make it live' }).getAttribute('href')).toBe('#/rollout');
  await row('vague-time/kindly-bear-with-us').getByText('Yours').waitFor();
  expect((await layer())?.rules).toMatchObject([
    { patterns: ['kindly bear with us'], rewrites: ['I’m on it'], always: true, severity: 'medium' },
  ]);
});

it('makes a rule with the keyboard alone', async () => {
  await page.goto(page.url().replace(/#.*|$/, '#/rules/new'));
  await phrase().focus();
  await page.keyboard.type('we will revert');
  await page.keyboard.press('Enter');
  await expect.poll(() => chips().allTextContents()).toEqual(['we', 'will', 'revert']);
  // Back into the chips: 'will' may be missing, 'revert' in any form, and the first two change places and back.
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.getByLabel('Any form of “revert”').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect
    .poll(() =>
      chips()
        .last()
        .evaluate((chip) => chip === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => chips().allTextContents()).toEqual(['will', 'we', 'any form of “revert”']);
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByLabel('It may be missing').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await bar().getByText('Version 1 is saved and not live yet.').waitFor();
  expect((await layer())?.rules).toMatchObject([{ id: 'we-will-revert', patterns: ['we will? <revert>'] }]);
  expect(page.url()).toContain('#/rules/canned/we-will-revert');
});

it('is searched and filtered, and keeps that in its address', async () => {
  const all = await rows().count();
  await page.getByRole('searchbox').fill('policy');
  await expect.poll(() => page.url()).toContain('q=policy');
  await page.getByRole('button', { name: 'Principle' }).click();
  await page.getByRole('checkbox', { name: /^Policy as a shield/ }).check();
  await expect.poll(() => page.url()).toContain('principles=policy-shield');
  await expect.poll(() => rows().count()).toBeLessThan(all);
  for (const name of await rows().locator('.principle').allTextContents()) expect(name).toBe('Policy as a shield');
  await page.reload();
  await button('Remove “policy”')
    .or(page.getByRole('button', { name: /“policy”/ }))
    .first()
    .click();
  await expect.poll(() => page.url()).not.toContain('q=policy');
  await page.getByRole('searchbox').fill('no such words anywhere');
  await page.getByRole('heading', { name: 'No rule matches' }).waitFor();
  await button('Clear all filters').last().click();
  await expect.poll(() => rows().count()).toBe(all);
});

it('switches a rule off and makes one stronger from its row, and undoes that', async () => {
  const first = rows().first();
  const id = (await first.getAttribute('data-rule')) as string;
  await first.getByRole('switch').click();
  await first.getByText('Off', { exact: true }).waitFor();
  await expect.poll(async () => (await layer())?.rulesOff).toEqual([id]);
  await first.getByRole('combobox').selectOption('high');
  await expect.poll(async () => (await layer())?.severity).toEqual({ [id]: 'high' });
  await button('Undo').click();
  await bar().getByText('Undone.').waitFor();
  await expect.poll(async () => (await layer())?.severity).toEqual({});
});

it('changes a built-in rule as a copy, shows what differs, and goes back to it', async () => {
  await page.goto(page.url().replace(/#.*|$/, '#/rules/blame/you-failed-to'));
  await button('Change for your team').click();
  await page.getByLabel('Why, for the agent').fill('It blames them.');
  await page.keyboard.press('Control+s');
  await bar().getByText('Version 1 is saved and not live yet.').waitFor();
  const [saved] = (await layer())?.rules ?? [];
  expect(saved).toMatchObject({ id: 'you-failed-to', principle: 'blame', message: 'It blames them.' });
  expect(saved?.over).toBeTruthy();
  await page.getByText('What differs from the built-in rule').click();
  await page.locator('.difference ins').getByText('It blames them.').waitFor();
  await button('Back to the built-in one').click();
  await bar()
    .getByText(/^Back to the built-in rule/)
    .waitFor();
  expect((await layer())?.rules).toEqual([]);
});

it('tells where a built-in rule was updated under the team’s, until that was seen', async () => {
  await seed([{ ...rule(1), id: 'you-failed-to', principle: 'blame', over: 'an older one' }]);
  await row('blame/you-failed-to').getByText('Built-in updated').waitFor();
  await row('blame/you-failed-to').locator('.what').click();
  await page.getByText('The built-in rule was updated since you changed it.').waitFor();
  await button('Keep yours').click();
  await bar().getByText('Version 2 is saved and not live yet.').waitFor();
  expect(await page.getByText('Built-in updated').count()).toBe(0);
  expect((await layer())?.rules).toMatchObject([{ message: 'Say number 1 otherwise.' }]);
});

it('refuses what would break, and leads to the field', async () => {
  await page.goto(page.url().replace(/#.*|$/, '#/rules/new'));
  await phrase().fill('bear with us');
  await page.keyboard.press('Enter');
  await button('Add a sentence to find').click();
  await page.keyboard.type('We are on it.');
  await page.getByLabel('Why, for the agent').fill('');
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').getByText('One thing is in the way of saving').waitFor();
  const message = page.getByLabel('Why, for the agent');
  await expect.poll(() => message.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await message.getAttribute('aria-invalid')).toBe('true');
  const described = (await message.getAttribute('aria-describedby')) ?? '';
  await page
    .locator(`#${described.split(' ')[0]}`)
    .getByText('Say in a sentence why')
    .waitFor();
  await message.fill('It says nothing.');
  await page.keyboard.press('Control+s');
  const example = page.getByLabel('Sentence to find, 1');
  await expect.poll(() => example.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await example.getAttribute('aria-invalid')).toBe('true');
  expect(await layer()).toBeNull();
});

it('marks the words of an example by keyboard', async () => {
  await seed([rule(1)]);
  await page.goto(page.url().replace(/#.*|$/, '#/rules/canned/rule-1'));
  await button('Add a sentence to find').click();
  await page.keyboard.type('Now phrase number 1');
  for (const _ of 'phrase number 1') await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+m');
  expect(await page.getByLabel('Sentence to find, 1').inputValue()).toBe('Now [[phrase number 1]]');
  await page.keyboard.press('Control+s');
  await bar().getByText('Version 2 is saved and not live yet.').waitFor();
});

it('keeps what was not saved through a closed tab, and asks before it is left', async () => {
  await seed([rule(1)]);
  await page.goto(page.url().replace(/#.*|$/, '#/rules/canned/rule-1'));
  await page.getByLabel('Why, for the agent').fill('Half a thought');
  await page.reload();
  await page.getByText('Here is what you wrote before.').waitFor();
  expect(await page.getByLabel('Why, for the agent').inputValue()).toBe('Half a thought');
  await page.getByRole('link', { name: 'All rules' }).click();
  await page.getByRole('dialog', { name: 'Save this rule first?' }).waitFor();
  await button('Keep for later').click();
  await page.getByText('Changes of “phrase number 1” are not saved yet.').waitFor();
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.getByRole('link', { name: 'All rules' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard the changes' }).click();
  await rows().first().waitFor();
  expect(await page.locator('.unsaved').count()).toBe(0);
  expect((await layer())?.rules[0]?.message).toBe('Say number 1 otherwise.');
});

it('deletes a rule, and brings it back by undo', async () => {
  await seed([rule(1), rule(2)]);
  await page.goto(page.url().replace(/#.*|$/, '#/rules/canned/rule-1'));
  await button('Delete').click();
  await bar().getByText('Deleted “phrase number 1”.').waitFor();
  expect((await layer())?.rules.map(({ id }) => id)).toEqual(['rule-2']);
  await button('Undo').click();
  await row('canned/rule-1').waitFor();
});

it('shows a pattern as text with its fault at its place', async () => {
  await seed([rule(1)]);
  await page.goto(page.url().replace(/#.*|$/, '#/rules/canned/rule-1'));
  await button('As text').click();
  const text = phrase();
  await text.fill('we (soon|later');
  await page.locator('.excerpt mark').getByText('(').waitFor();
  expect(await text.getAttribute('aria-invalid')).toBe('true');
  await text.fill('we (soon|later)');
  await button('As words').click();
  await expect.poll(() => chips().allTextContents()).toEqual(['we', 'soon / later']);
});

it('draws few of five thousand rules, wherever the list is scrolled to', async () => {
  await seed(Array.from({ length: 5000 }, (_, number) => rule(number + 1)));
  await page.getByText(/^5,?\d\d\d rules$/).waitFor();
  expect(await rows().count()).toBeLessThan(60);
  // The newest is first.
  await row('canned/rule-5000').waitFor();
  await page.locator('.rule-scroller').evaluate((scroller) => scroller.scrollTo({ top: 4000 * 58 }));
  await row('canned/rule-1000').waitFor();
  expect(await rows().count()).toBeLessThan(60);
  await row('canned/rule-1000').locator('.what').focus();
  await page.keyboard.press('End');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.rule-row')?.getAttribute('aria-posinset')))
    .toMatch(/^5[12]\d\d$/);
  await page.getByRole('searchbox').fill('number 4321 otherwise');
  await expect.poll(() => rows().count()).toBe(1);
});

it('says what rests since the extension was updated, and leads to it', async () => {
  await seed([{ ...rule(1), patterns: ['$list-of-last-year here'] }, rule(2)]);
  const rests = page.locator('.stale');
  await rests.getByText('left 1 part of your rules').click();
  await rests.getByRole('link', { name: 'canned/rule-1' }).click();
  await page.getByRole('heading', { name: 'message 1' }).or(page.locator('.editor-head')).first().waitFor();
  expect(page.url()).toContain('#/rules/canned/rule-1');
});
