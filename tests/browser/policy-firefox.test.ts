/** A real Firefox policy. Only root on Linux may write it, as in the pipeline. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../lib/pack/keys';
import type { Pack } from '../../lib/pack/pack';
import { policyText, policyValues } from '../../lib/pack/policy-texts';
import { sign } from '../../lib/pack/sign';
import { samplePack } from '../pack/sample-pack';
import { openFirefox } from './harness-firefox';

const FOLDER = '/etc/firefox/policies';
const FILE = `${FOLDER}/policies.json`;
// Whoever has policies of their own keeps them.
const mayWrite = process.platform === 'linux' && process.getuid?.() === 0 && !existsSync(FILE);

afterAll(() => {
  if (mayWrite) rmSync(FILE, { force: true });
});

/** What the settings say of the team's pack with this one in the policy. */
async function sectionWith(pack: Pack, publicKey: string): Promise<(text: string) => Promise<unknown>> {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, policyText('firefox', policyValues(pack, publicKey), '').text);
  const firefox = await openFirefox();
  const page = await firefox.firstRunPage();
  await page.evaluate(() => {
    location.href = '/options.html';
  });
  return async (text) => {
    try {
      return await page.waitForFunction(
        (text) => document.querySelector('#pack')?.textContent?.includes(text),
        { timeout: 30_000 },
        text,
      );
    } finally {
      await firefox.close();
    }
  };
}

describe.runIf(mayWrite)('Firefox: a pack by policy', () => {
  it('is live where it is signed', async () => {
    const key = await makeKeyPair();
    const shows = await sectionWith(await sign(samplePack(), key), key.publicKey);
    expect(await shows('Set by your organisationAcme support, version 12')).toBeTruthy();
  });

  it('is refused with the reason where it was altered', async () => {
    const key = await makeKeyPair();
    const altered = { ...(await sign(samplePack(), key)), note: 'Altered.' };
    const shows = await sectionWith(altered, key.publicKey);
    expect(await shows('It was changed after it was signed')).toBeTruthy();
  });
});
