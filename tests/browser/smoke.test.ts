import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MATCHES } from '../../lib/hosts/matches';
import { type Chromium, openChromium } from './harness';
import { openTicket } from './page-helpers';

const manifestOf = (build: string) => JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8'));

describe.each([
  ['chrome-mv3', ['activeTab', 'scripting', 'sidePanel', 'storage']],
  ['firefox-mv3', ['activeTab', 'scripting', 'storage']],
])('the manifest of %s', (build, permissions) => {
  const manifest = manifestOf(build);
  const everywhere = /<all_urls>|^(\*|https?|file|ftp):\/\/\*\//;

  it('asks for what the coach needs, and nothing else', () => {
    expect([...manifest.permissions].sort()).toEqual(permissions);
    expect([...manifest.host_permissions].sort()).toEqual([...MATCHES].sort());
    expect(manifest.content_scripts.flatMap((script: { matches: string[] }) => script.matches).sort()).toEqual(
      [...MATCHES].sort(),
    );
    expect(MATCHES.filter((match) => everywhere.test(match))).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
  });

  it('asks for other sites, if at all, only when the agent switches them on', () => {
    expect(
      Object.keys(manifest).filter((key) => key.startsWith('optional_') && key !== 'optional_host_permissions'),
    ).toEqual([]);
  });

  it('puts no more than 40 kB into a page', () => {
    const scripts = readdirSync(`.output/${build}/content-scripts`).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(1);
    for (const file of scripts) {
      const size = gzipSync(readFileSync(`.output/${build}/content-scripts/${file}`)).length;
      expect(size, file).toBeLessThanOrEqual(40_000);
    }
  });

  it('suggests no more shortcuts than browsers take', () => {
    const commands: { suggested_key?: object }[] = Object.values(manifest.commands ?? {});
    expect(commands.filter((command) => command.suggested_key).length).toBeLessThanOrEqual(4);
  });

  it('lets its pages connect to nothing and run no code but its own', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*(https?:|unsafe-inline)/);
    expect(manifest.externally_connectable).toBeUndefined();
  });
});

describe('in Chromium', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await openChromium({ firstRun: 'keep' });
  });
  afterAll(() => chromium.close());

  it('opens the practice desk when it is installed', async () => {
    const address = `chrome-extension://${chromium.extensionId}/practice.html`;
    const desks = chromium.context.pages().filter((page) => page.url().startsWith(address));
    const desk = desks[0] ?? (await chromium.context.waitForEvent('page', (page) => page.url().startsWith(address)));
    await desk.locator('[data-practice-reply]').waitFor();
  });

  it.each(['practice.html?intro=off', 'options.html', 'sidepanel.html'])('shows %s without an error', async (path) => {
    const page = await chromium.openExtensionPage(path);
    await page.locator('h1, h2').first().waitFor();
    expect(await page.title()).not.toBe('');
    await page.close();
    expect(chromium.errors).toEqual([]);
  });

  it('runs its service worker, also after the browser ended it', async () => {
    expect(await (await chromium.serviceWorker()).evaluate(() => chrome.runtime.getManifest().manifest_version)).toBe(
      3,
    );
    await chromium.killServiceWorker();
    expect(await (await chromium.serviceWorker()).evaluate(() => chrome.runtime.id)).toBe(chromium.extensionId);
    expect(chromium.errors).toEqual([]);
  });

  it('leaves a helpdesk’s page as it is until the agent types', async () => {
    const page = await openTicket(chromium, 'zendesk-contenteditable');
    const reply = await page.locator('#reply').innerHTML();
    await page.locator('#reply').click();
    expect(await page.locator('#reply').innerHTML()).toBe(reply);
    await page.close();
    expect(chromium.errors).toEqual([]);
  });
});
