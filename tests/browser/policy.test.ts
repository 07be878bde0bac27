/** A real browser policy. Only whoever may write the browser's policies can run it: root on Debian, as in the pipeline. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCoached } from './page-helpers';

const FOLDER = '/etc/chromium/policies/managed';
const FILE = `${FOLDER}/reframe-test.json`;
const mayWrite = process.platform === 'linux' && process.getuid?.() === 0;

/** Chromium names an unpacked extension by the hash of its folder, in the letters a to p. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

afterAll(() => {
  if (mayWrite) rmSync(FILE, { force: true });
});

describe.runIf(mayWrite)('any page', () => {
  it('is coached as the organisation’s policy says, and the agent sees that it is set (complaint 13)', async () => {
    const build = resolve(process.env.REFRAME_BUILD ?? '.output/chrome-mv3');
    const settings = JSON.stringify({ reframe: 'settings', schema: 1, settings: { notes: 'off', maxUnderlines: 3 } });
    if (!existsSync(FOLDER)) mkdirSync(FOLDER, { recursive: true });
    writeFileSync(FILE, JSON.stringify({ '3rdparty': { extensions: { [idOf(build)]: { settings } } } }));
    const chromium = await openCoached();
    try {
      expect(chromium.extensionId).toBe(idOf(build));
      const page = await chromium.openExtensionPage('options.html');
      const underlines = page.locator('#underlines');
      await expect.poll(() => underlines.inputValue()).toBe('3');
      expect(await underlines.isDisabled()).toBe(true);
      expect(await page.getByRole('radio', { name: 'note' }).first().isDisabled()).toBe(true);
      expect(await page.locator('#coaching .locked').count()).toBe(2);
      expect(await page.locator('#words .locked').count()).toBe(0);
    } finally {
      await chromium.close();
    }
  });
});
