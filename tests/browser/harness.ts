/**
 * Real Chromium (or Chrome, or Edge) without a window, with the built extension in it.
 *
 *     const chromium = await openChromium();
 *     chromium.serve('https://acme.zendesk.com/agent/tickets/1', { file: 'tests/hosts/pages/zendesk.html' });
 *     const page = await chromium.open('https://acme.zendesk.com/agent/tickets/1');
 *     await typeInto(page, '[contenteditable]', 'Unfortunately we can’t do that.');
 *     await waitForHighlight(page, '…');
 *     await chromium.close();
 *
 * Requests for anything that is not served are refused and written down in `outside`, and fail the file when it closes.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, type CDPSession, type Page, chromium as playwright, type Worker } from 'playwright-core';
import { requireBrowser } from '../../lib/cli/browsers';
import { type Body, Fixtures, isFavicon } from './harness-fixtures';
import { closeAsked, startProxy } from './harness-proxy';
import { controlServiceWorker } from './harness-worker';

export type { Body } from './harness-fixtures';
export * from './harness-page';

export interface ChromiumOptions {
  /** 'close' (default) waits for the page that a first install opens and closes it; 'keep' leaves it be. */
  firstRun?: 'close' | 'keep';
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
  /** Another build than `.output/chrome-mv3`. */
  extension?: string;
}

export interface Chromium {
  context: BrowserContext;
  extensionId: string;
  /** Every request that no fixture answered, from pages, workers and the browser itself: closing fails unless it is empty. */
  outside: string[];
  /** Uncaught errors and console.error from all pages, frames and workers: expect none. */
  errors: string[];
  /** From now on this address (or, ending in `*`, all that begin so) gives this page. */
  serve(address: string, body: Body): void;
  /** A new tab at an address that was served. */
  open(address: string): Promise<Page>;
  /** A new tab with a page of the extension: 'options.html', 'practice.html?intro=off'. */
  openExtensionPage(path: string): Promise<Page>;
  /** The sidebar that watches `page`, in a window of its own, so that neither hides the other. */
  openSidebar(page: Page): Promise<Page>;
  /** The browser's id for the tab; brings the tab to the front. */
  tabId(page: Page): Promise<number>;
  /** The running service worker; wakes it when it sleeps. */
  serviceWorker(): Promise<Worker>;
  /** Ends the service worker as the browser does after a while of rest, and waits until it is gone. */
  killServiceWorker(): Promise<void>;
  /** Loads the extension anew from its folder, as an update does: every script of the old one is left behind. */
  update(): Promise<void>;
  uninstall(): Promise<void>;
  /** Rejects where `outside` is not empty. */
  close(): Promise<void>;
}

/** Starts a browser with a fresh profile. It must be closed, also when a test fails: in `afterAll` or `afterEach`. */
export async function openChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const extension = builtExtension(options.extension ?? '.output/chrome-mv3', 'npm run build');
  const fixtures = new Fixtures();
  // Debian's Chromium goes to its own start page where the extension's page was the last in its window, and is taken away.
  fixtures.serve('https://start.duckduckgo.com/*', { html: '' });
  const proxy = await startProxy((host) => fixtures.has(host));
  const { colorScheme = 'light', viewport = { width: 1280, height: 800 }, forcedColors, reducedMotion } = options;
  const context = await playwright.launchPersistentContext('', {
    executablePath: requireBrowser('chromium').path,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    // The one way to load an extension that branded Chrome takes as well: see `extensions` below.
    args: ['--enable-unsafe-extension-debugging', '--lang=en-US'],
    ignoreDefaultArgs: ['--disable-extensions'],
    proxy: { server: `http://127.0.0.1:${proxy.port}` },
    locale: 'en-US',
    colorScheme,
    viewport,
    forcedColors,
    reducedMotion,
  });
  const close = () => closeAsked(context, proxy);
  try {
    return await load(context, extension, {
      close,
      fixtures,
      outside: proxy.asked,
      firstRun: options.firstRun ?? 'close',
    });
  } catch (error) {
    await close().catch(console.error);
    throw error;
  }
}

interface Setup {
  close: () => Promise<void>;
  fixtures: Fixtures;
  outside: string[];
  firstRun: 'close' | 'keep';
}

async function load(
  context: BrowserContext,
  extension: string,
  { close, fixtures, outside, firstRun }: Setup,
): Promise<Chromium> {
  const errors = collectErrors(context);
  await context.route(/^(https?|wss?):/, async (route) => {
    const address = route.request().url();
    const fixture = fixtures.find(address);
    if (fixture) return route.fulfill(fixture);
    if (isFavicon(address)) return route.fulfill({ status: 204 });
    outside.push(address);
    return route.abort();
  });

  const browser = context.browser();
  if (!browser) throw new Error('The browser closed while it was starting.');
  const root = await browser.newBrowserCDPSession();
  const started = context.waitForEvent('serviceworker');
  const firstPage = firstRun === 'close' ? context.waitForEvent('page') : null;
  const { id: extensionId } = await extensions(root, 'loadUnpacked', { path: extension });
  await started;
  await (await firstPage)?.close();

  const address = (path: string) => `chrome-extension://${extensionId}/${path}`;
  const control = await controlServiceWorker(
    context,
    context.pages()[0] ?? (await context.newPage()),
    address(''),
    errors,
  );

  const serviceWorker = () =>
    control.running(async () => {
      const page = await context.newPage();
      await page.goto(address('options.html'));
      // No one needs to answer: the browser starts the worker to ask it.
      await page.evaluate(() => void chrome.runtime.sendMessage({ type: 'wake' }).catch(() => {}));
      await page.close();
    });

  const tabId = async (page: Page) => {
    if (page.url().startsWith(address(''))) {
      const own = await page.evaluate(() => chrome.tabs.getCurrent());
      if (own?.id !== undefined) return own.id;
    }
    await page.bringToFront();
    const worker = await serviceWorker();
    // Of a site that is not the extension's to know the browser tells no address.
    const front = await worker.evaluate(
      async (url) => {
        const known = await chrome.tabs.query({ active: true, url });
        return known.length ? known : (await chrome.tabs.query({ active: true })).filter((tab) => !tab.url);
      },
      page.url().replace(/#.*$/, ''),
    );
    const [tab] = front;
    if (front.length !== 1 || tab?.id === undefined) {
      throw new Error(`${front.length} front tabs show ${page.url()}: the test can’t tell which one is meant.`);
    }
    return tab.id;
  };

  return {
    context,
    extensionId,
    outside,
    errors,
    serviceWorker,
    tabId,
    close,
    serve: (at, body) => fixtures.serve(at, body),
    async open(at) {
      const page = await context.newPage();
      await page.goto(at);
      return page;
    },
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(address(path));
      return page;
    },
    async openSidebar(page) {
      const url = address(`sidepanel.html?tab=${await tabId(page)}`);
      const opened = context.waitForEvent('page');
      const worker = await serviceWorker();
      await worker.evaluate((url) => chrome.windows.create({ url, focused: false, width: 420, height: 900 }), url);
      const sidebar = await opened;
      await sidebar.waitForURL(url);
      return sidebar;
    },
    killServiceWorker: () => control.stop(),
    async update() {
      await extensions(root, 'loadUnpacked', { path: extension });
    },
    async uninstall() {
      await extensions(root, 'uninstall', { id: extensionId });
    },
  };
}

/** The folder of a build, or an error that says how to make it. */
export function builtExtension(folder: string, command: string): string {
  const path = resolve(folder);
  if (!existsSync(`${path}/manifest.json`)) throw new Error(`${folder} is not built yet: run ${command} first.`);
  return path;
}

/** Branded Chrome and Edge ignore `--load-extension`; all of the family take this. */
async function extensions(
  root: CDPSession,
  method: 'loadUnpacked' | 'uninstall',
  params: object,
): Promise<{ id: string }> {
  // Playwright's protocol types end before the Extensions domain.
  const send = root.send.bind(root) as unknown as (method: string, params: object) => Promise<{ id: string }>;
  return send(`Extensions.${method}`, params);
}

function collectErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(`${error.page()?.url() ?? ''} ${error.error().stack}`));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.location().url} ${message.text()}`);
  });
  return errors;
}
