/**
 * The browser's own page of extensions. A site that is allowed there is given without a prompt, which nobody could answer
 * here, when the extension asks for it; until then it is not given. What follows is all real.
 */
import type { Page } from 'playwright-core';
import type { Chromium } from './harness';

interface DeveloperPrivate {
  addHostPermission(extension: string, site: string): Promise<void>;
  removeHostPermission(extension: string, site: string): Promise<void>;
}

export interface ExtensionsPage {
  /** From now on the browser gives this match pattern when it is asked for. */
  allow(site: string): Promise<void>;
  /** Takes back what was allowed here, as a person can on this page. */
  takeBack(site: string): Promise<void>;
  close(): Promise<void>;
}

export async function openExtensionsPage(chromium: Chromium): Promise<ExtensionsPage> {
  const page: Page = await chromium.context.newPage();
  await page.goto('chrome://extensions/');
  const call = (name: keyof DeveloperPrivate, site: string) =>
    page.evaluate(
      ({ name, id, site }) =>
        (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate[name](id, site),
      { name, id: chromium.extensionId, site },
    );
  const allowed = new Set<string>();
  return {
    async allow(site) {
      await call('addHostPermission', site);
      allowed.add(site);
    },
    async takeBack(site) {
      if (allowed.delete(site)) await call('removeHostPermission', site);
    },
    close: () => page.close(),
  };
}

/** Switches a site (a match pattern) on in the settings. */
export async function switchOn(chromium: Chromium, browser: ExtensionsPage, site: string): Promise<void> {
  await browser.allow(site);
  const options = await chromium.openExtensionPage('options.html#sites');
  const { origin, hostname } = new URL(site.replace('/*', ''));
  await options.getByLabel('Address of the site').fill(origin);
  await options.getByRole('button', { name: 'Switch it on' }).click();
  await options.getByRole('button', { name: `Remove: ${hostname}` }).waitFor();
  await options.close();
}
