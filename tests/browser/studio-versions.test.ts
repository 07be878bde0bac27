/** The studio's versions and its roll-out in a real browser. Each test goes on with what the one before it left. */
import { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { canonicalText, digestOf } from '../../lib/pack/canonical';
import type { Pack, PackState } from '../../lib/pack/pack';
import { writePack } from '../../lib/pack/write-pack';
import { samplePack } from '../pack/sample-pack';
import { type Chromium, typeInto, waitForHighlight } from './harness';
import { openCoached } from './page-helpers';

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await openCoached();
  page = await chromium.openExtensionPage('studio.html#/versions');
  await page.getByRole('heading', { name: 'No version yet' }).waitFor();
});
afterAll(() => chromium?.close());
afterEach(() => {
  expect(chromium.errors).toEqual([]);
  expect(chromium.outside).toEqual([]);
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const open = (text: string) =>
  page.locator('.versions-bar input[type=file]').setInputFiles({
    name: 'colleague.pack.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
const rows = () => page.locator('.version-rows li');
const compare = () => page.locator('.compare');
const go = (hash: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, hash);
async function saved(name: string | RegExp): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
  return readFile(await download.path(), 'utf8');
}

/** The same pack with another message for its rule. */
const saying = (message: string, change: Partial<Pack>): Pack => {
  const pack = samplePack(change);
  const [widget] = pack.layer.rules;
  if (widget) widget.message = message;
  return pack;
};
const first = samplePack();
let second: Pack;

it('takes a colleague’s pack into an empty studio, and the next one that was made of it, as they stand', async () => {
  await open(writePack(first));
  await page.getByText('There is no version here yet, so it becomes the first.').waitFor();
  await button('Take it').click();
  await expect.poll(() => rows().count()).toBe(1);
  second = saying('Say gizmo.', { version: 13, note: 'Shorter.', author: 'Dana', after: [await digestOf(first)] });
  second.layer.rulesOff = ['canned/rest-assured'];
  await open(writePack(second));
  await page.getByText('It was made from your newest version').waitFor();
  await button('Take it').click();
  await expect.poll(() => rows().allInnerTexts()).toHaveLength(2);
  expect(JSON.parse(await saved('Save as a file'))).toEqual(second);
});

it('compares any two versions, field by field', async () => {
  await compare().getByText('Rules: 1 changed · Rules switched off: 1 added').waitFor();
  const message = compare().locator('.change', { hasText: 'widget' }).locator('dd');
  await message.locator('del', { hasText: 'Customers know these as gizmos' }).waitFor();
  await message.locator('ins', { hasText: 'Say gizmo' }).waitFor();
  await compare().getByLabel('Compared with').selectOption('an empty pack');
  await compare().getByText('Words to avoid: 1 added').waitFor();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/versions/13?from=0');
  await page.reload();
  await compare().getByText('Words to avoid: 1 added').waitFor();
});

it('goes back to an older version by a new one, and takes that back', async () => {
  await page.getByLabel('Your name').fill('Robin');
  await page.getByLabel('Your name').press('Tab');
  await rows().getByRole('link', { name: 'Version 12' }).click();
  await button('Go back to this version').click();
  await page.getByText('Version 14 is now the newest: it is as version 12.').waitFor();
  await expect.poll(() => rows().first().innerText()).toMatch(/Version 14[\s\S]*As version 12[\s\S]*Robin/);
  await button('Undo version 14').click();
  await page.getByText('Version 14 is undone.').waitFor();
  await go('#/versions/15?from=13');
  await compare().getByText('The two say the same.').waitFor();
});

it('shows another tab what this one saved', async () => {
  const other = await chromium.openExtensionPage('studio.html#/versions');
  await other.locator('.version-rows li').first().getByText('Version 15').waitFor();
  await page.bringToFront();
  await button('Undo version 15').click();
  await other.locator('.version-rows li').first().getByText('Version 16').waitFor();
  await other.close();
  await button('Undo version 16').click();
  await rows().first().getByText('Version 17').waitFor();
});

it('merges a colleague’s changes, and lets the manager choose where both changed the same', async () => {
  const theirs = saying('Gizmos, please.', { version: 13, author: 'Grace', after: [await digestOf(first)] });
  theirs.layer.words = { ...theirs.layer.words, fine: ['RMA', 'SLA'] };
  await open(writePack(theirs));
  await page.getByText('You both began from version 12.').waitFor();
  expect(await button('Merge it with yours').isDisabled()).toBe(true);
  const conflict = page.getByRole('group', { name: 'Rules: Our words, not theirs · widget, Message' });
  await conflict.getByText('Before: Customers know these as gizmos.').waitFor();
  await conflict.getByRole('radio', { name: 'Theirs' }).check();
  await button('Merge it with yours').click();
  await page.getByText('Version 18 holds both now.').waitFor();
  await go('#/versions/18');
  const merged = JSON.parse(await saved('Save as a file')) as Pack;
  expect(merged.layer).toMatchObject({
    rules: [{ message: 'Gizmos, please.' }],
    rulesOff: ['canned/rest-assured'],
    words: { fine: ['RMA', 'SLA'] },
  });
  expect(merged.note).toBe('Merged version 13 of Grace');
  await open(writePack(theirs));
  await page.getByText('You have this already.').waitFor();
  await button('Close without taking it').click();
});

it('names what is wrong with a file, and changes nothing', async () => {
  await open('{"reframe":"settings"}');
  await page
    .getByRole('alert')
    .getByText('“colleague.pack.json” was not taken, and nothing here was changed')
    .waitFor();
  await rows().first().getByText('Version 18').waitFor();
});

it('signs with a key made here: the file holds by the public key that the page shows', async () => {
  await go('#/rollout');
  await button('Make a key').click();
  const publicKey = await page.getByRole('textbox', { name: 'Public key, for the policy' }).inputValue();
  const signed = JSON.parse(await saved('Save the file for agents')) as Pack;
  expect(signed.signature?.key).toBe(publicKey);
  const how = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const key = await webcrypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64'), how, false, ['verify']);
  const verify = (pack: Pack) =>
    webcrypto.subtle.verify(
      how,
      key,
      Buffer.from(pack.signature?.value ?? '', 'base64'),
      Buffer.from(canonicalText(pack)),
    );
  expect(await verify(signed)).toBe(true);
  expect(await verify({ ...signed, note: 'altered' })).toBe(false);
  expect(await saved('Save this key as a file')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
});

it('fills in the policy for this pack and key', async () => {
  await button('Show the text for your policy').click();
  await page.getByLabel('Where are your browsers managed?').selectOption('Linux (Chrome, Chromium, Edge)');
  const policy = JSON.parse(await saved('Save as reframe.json'));
  const values = policy['3rdparty'].extensions[chromium.extensionId];
  expect(values.packKey).toBe(await page.getByRole('textbox', { name: 'Public key, for the policy' }).inputValue());
  expect(JSON.parse(values.pack)).toMatchObject({ version: 18, signature: { key: values.packKey } });
});

it('makes the newest version live on the practice desk, and goes back one step', async () => {
  const live = () =>
    page.evaluate(async () => ((await chrome.storage.local.get('pack')).pack as PackState | undefined)?.live?.version);
  await button('Make version 18 live here').click();
  await page.getByText('Version 18 is live here.').waitFor();
  expect(await live()).toBe(18);
  const desk = await chromium.openExtensionPage('practice.html?intro=off');
  await typeInto(desk, '[data-practice-reply]', 'Your widget is ready.');
  await waitForHighlight(desk, 'widget');
  await desk.close();
  await page.bringToFront();

  // A new name is a new version, and not live yet.
  await page.getByLabel('Name', { exact: true }).fill('Acme care');
  await button('Save').click();
  await button('Make version 19 live here').click();
  await page.getByText('Version 19 is live here.').waitFor();
  await button('Go back to Acme support, version 18').click();
  await expect.poll(live).toBe(18);
  await go('#/versions');
  await rows().filter({ hasText: 'Version 18' }).getByText('Live here').waitFor();
  await rows().filter({ hasText: 'Version 19' }).getByText('Draft').waitFor();
});

it('says why a pack was not taken, and keeps what is live', async () => {
  const broken = samplePack({ version: 30 });
  broken.layer.rules[0]?.examples.push({ flag: 'The [[parcel]] is late.' });
  await open(writePack(broken));
  await button('Take it instead of yours').click();
  await go('#/rollout');
  await button('Make version 31 live here').click();
  await page.getByText('Acme support, version 31 was not taken. What was live before stays.').waitFor();
  await page.getByText('Rule jargon/widget, example 3').waitFor();
  await page.locator('.facts').getByText('Acme support, version 18').waitFor();
});
