/**
 * Real Firefox without a window, with the built extension in it, over WebDriver BiDi.
 *
 * Firefox lets no test navigate to a page of the extension: `firstRunPage()` is the practice desk that the extension
 * opens by itself, and from there a page can go on by its own `location`.
 */
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { requireBrowser } from '../../lib/cli/browsers';
import { findExtensionPage } from '../../lib/cli/launch';
import { builtExtension } from './harness';
import { type Body, Fixtures, isFavicon } from './harness-fixtures';
import { closeAsked, startProxy } from './harness-proxy';

export interface Firefox {
  browser: Browser;
  /** Every request that no fixture answered: closing fails unless it is empty. */
  outside: string[];
  /** Uncaught errors in the pages that were opened through this. */
  errors: string[];
  /** From now on this address (or, ending in `*`, all that begin so) gives this page. */
  serve(address: string, body: Body): void;
  /** A new tab at an address that was served. */
  open(address: string): Promise<Page>;
  /** The practice desk, as a first install opens it. */
  firstRunPage(): Promise<Page>;
  /** Loads the extension anew from its folder, as an update does. */
  update(): Promise<void>;
  uninstall(): Promise<void>;
  /** Rejects where `outside` is not empty. */
  close(): Promise<void>;
}

export interface FirefoxOptions {
  extension?: string;
  /** 'given': the browser gives what an extension asks for in a click, without the prompt that nobody could answer. */
  permissions?: 'asked' | 'given';
}

/** Starts a browser with a fresh profile. It must be closed, also when a test fails. */
export async function openFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  const extension = builtExtension(options.extension ?? '.output/firefox-mv3', 'npm run build:firefox');
  const fixtures = new Fixtures();
  const proxy = await startProxy((host) => fixtures.has(host));
  const outside = proxy.asked;
  const errors: string[] = [];
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox').path,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.allow_hijacking_localhost': true,
      'intl.accept_languages': 'en-US',
      'extensions.webextOptionalPermissionPrompts': options.permissions !== 'given',
    },
  });

  const answer = async (request: HTTPRequest) => {
    const address = request.url();
    const fixture = fixtures.find(address);
    if (fixture) return request.respond(fixture);
    if (isFavicon(address)) return request.respond({ status: 204 });
    if (/^(https?|wss?):/.test(address)) {
      outside.push(address);
      return request.abort();
    }
    return request.continue();
  };

  let id: string;
  try {
    id = await browser.installExtension(extension);
    // The page of a first install comes to the front when it opens: not later, over a test's own page.
    await findExtensionPage(browser, 'practice.html', 20_000);
  } catch (error) {
    await closeAsked(browser, proxy).catch(console.error);
    throw error;
  }

  return {
    browser,
    outside,
    errors,
    serve: (address, body) => fixtures.serve(address, body),
    async open(address) {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => void answer(request));
      page.on('pageerror', (error) => errors.push(`${address} ${error}`));
      await page.goto(address);
      return page;
    },
    async firstRunPage() {
      const page = await findExtensionPage(browser, 'practice.html', 20_000);
      // A page in the back draws no frames, so that waiting for one would not end.
      await page.bringToFront();
      return page;
    },
    async update() {
      await browser.installExtension(extension);
    },
    uninstall: () => browser.uninstallExtension(id),
    close: () => closeAsked(browser, proxy),
  };
}
