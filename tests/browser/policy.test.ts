/** A real browser policy. Only whoever may write the browser's policies can run it: root on Debian, as in the pipeline. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../lib/pack/keys';
import type { PackState } from '../../lib/pack/pack';
import { sign } from '../../lib/pack/sign';
import { writePack } from '../../lib/pack/write-pack';
import { samplePack } from '../pack/sample-pack';
import { type Chromium, typeInto, waitForHighlight } from './harness';
import { openCoached } from './page-helpers';

const FOLDER = '/etc/chromium/policies/managed';
const FILE = `${FOLDER}/reframe-test.json`;
const mayWrite = process.platform === 'linux' && process.getuid?.() === 0;
const build = resolve(process.env.REFRAME_BUILD ?? '.output/chrome-mv3');

/** Chromium names an unpacked extension by the hash of its folder, in the letters a to p. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function setPolicy(values: Record<string, string>): void {
  if (!existsSync(FOLDER)) mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, JSON.stringify({ '3rdparty': { extensions: { [idOf(build)]: values } } }));
}

async function withPolicy(values: Record<string, string>, use: (page: Page, chromium: Chromium) => Promise<void>) {
  setPolicy(values);
  const chromium = await openCoached();
  try {
    expect(chromium.extensionId).toBe(idOf(build));
    await use(await chromium.openExtensionPage('options.html'), chromium);
  } finally {
    await chromium.close();
  }
}

const packIn = (page: Page) =>
  page.evaluate(async () => ((await chrome.storage.local.get('pack')).pack ?? null) as PackState | null);

async function coachesWidget(chromium: Chromium): Promise<void> {
  const desk = await chromium.openExtensionPage('practice.html?intro=off');
  await typeInto(desk, '[data-practice-reply]', 'You must wait. Your widget is ready.');
  await waitForHighlight(desk, 'widget');
  await desk.close();
}

afterAll(() => {
  if (mayWrite) rmSync(FILE, { force: true });
});

describe.runIf(mayWrite)('any page', () => {
  it('is coached as the organisation’s policy says, and the agent sees that it is set (complaint 13)', async () => {
    const settings = JSON.stringify({ reframe: 'settings', schema: 1, settings: { notes: 'off', maxUnderlines: 3 } });
    await withPolicy({ settings }, async (page) => {
      const underlines = page.locator('#underlines');
      await expect.poll(() => underlines.inputValue()).toBe('3');
      expect(await underlines.isDisabled()).toBe(true);
      expect(await page.getByRole('radio', { name: 'note' }).first().isDisabled()).toBe(true);
      expect(await page.locator('#coaching .locked').count()).toBe(2);
      expect(await page.locator('#words .locked').count()).toBe(0);
    });
  });
});

describe.runIf(mayWrite)('a signed pack by policy', () => {
  it('is live from the start, shown as set by the organisation, and not the agent’s to change', async () => {
    const key = await makeKeyPair();
    const signed = await sign(samplePack(), key);
    await withPolicy({ pack: writePack(signed), packKey: key.publicKey }, async (page, chromium) => {
      const section = page.locator('#pack');
      await section.getByText('Acme support, version 12').waitFor();
      await section.getByText('Signed', { exact: true }).waitFor();
      await section.locator('.locked').waitFor();
      expect(await section.getByRole('button').count()).toBe(0);
      await coachesWidget(chromium);

      // Rolled out while the browser runs; then one that was altered on the way; then withdrawn.
      setPolicy({ pack: writePack(await sign(samplePack({ version: 13 }), key)), packKey: key.publicKey });
      await reloadPolicies(chromium);
      await expect.poll(async () => (await packIn(page))?.live?.version).toBe(13);
      const altered = { ...(await sign(samplePack({ version: 14 }), key)), note: 'Altered.' };
      setPolicy({ pack: writePack(altered), packKey: key.publicKey });
      await reloadPolicies(chromium);
      await section.getByText('Acme support, version 14 was not taken; Acme support, version 13 stays.').waitFor();
      await section.getByText('It was changed after it was signed').waitFor();
      await coachesWidget(chromium);
      setPolicy({ packKey: key.publicKey });
      await reloadPolicies(chromium);
      await section.getByText('There is none yet').waitFor();
    });
  });

  it('is refused with the reason where it is altered or not signed, and coaching goes on', async () => {
    const key = await makeKeyPair();
    const altered = { ...(await sign(samplePack(), key)), note: 'Not what was signed.' };
    await withPolicy({ pack: writePack(altered), packKey: key.publicKey }, async (page, chromium) => {
      const section = page.locator('#pack');
      await section.getByText('It was changed after it was signed').waitFor();
      await section.locator('input[type=file]').setInputFiles({
        name: 'team.json',
        mimeType: 'application/json',
        buffer: Buffer.from(writePack(samplePack())),
      });
      await section.getByText("It isn't signed.").waitFor();
      expect((await packIn(page))?.live).toBeNull();
      const desk = await chromium.openExtensionPage('practice.html?intro=off');
      await typeInto(desk, '[data-practice-reply]', 'You must wait.');
      await waitForHighlight(desk, 'You must wait');
    });
  });
});

/** As the button on the browser's own page does; by itself it looks only every 15 minutes. */
async function reloadPolicies(chromium: Chromium): Promise<void> {
  const page = await chromium.context.newPage();
  await page.goto('chrome://policy');
  await page.locator('#reload-policies').click();
  await page.close();
}
