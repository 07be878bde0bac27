/**
 * Opens a browser with a fresh profile and the extension in it. Chrome and Edge as their makers ship them ignore
 * `--load-extension`; `Extensions.loadUnpacked` over a pipe works in all of the family, and WebDriver BiDi in Firefox.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { FoundBrowser } from './browsers';

export interface Launched {
  browser: Browser;
  /** The practice desk, which the extension opens when it is installed; it is in front. */
  desk: Page;
  /** Resolves when the person has closed the browser, or its last window. */
  closed: Promise<void>;
  /** Ends the browser and removes its profile. May be called twice. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  headless: boolean;
  /** The folder of the built extension. */
  extension: string;
  /** Ends the browser, also while it is starting. */
  signal: AbortSignal;
}

const FIRST_PAGE_MS = 30_000;
const SIZE = { width: 1400, height: 900 };

/** Rejects with the signal's reason when that ended it. */
export async function launch(found: FoundBrowser, options: LaunchOptions): Promise<Launched> {
  const profile = mkdtempSync(join(tmpdir(), 'reframe-profile-'));
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  let browser: Browser;
  try {
    browser = await puppeteer.launch({ ...launchArguments(found, options), userDataDir: profile });
  } catch (error) {
    removeProfile();
    throw error;
  }
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= end(browser).finally(removeProfile);
    return closing;
  };
  options.signal.addEventListener('abort', () => void close());
  try {
    options.signal.throwIfAborted();
    const closed = whenClosed(browser);
    await browser.installExtension(options.extension);
    const desk = await findExtensionPage(browser, 'practice.html', FIRST_PAGE_MS);
    for (const page of await browser.pages()) if (page !== desk && page.url() === 'about:blank') await page.close();
    await desk.bringToFront();
    // A page that the extension opened has the browser's own size.
    if (options.headless) await desk.setViewport(SIZE);
    return { browser, desk, closed, close };
  } catch (error) {
    await close();
    options.signal.throwIfAborted();
    throw error;
  }
}

/**
 * A page of the extension by its file's name. Firefox does not tell the addresses of such pages from outside, so that
 * each page is asked for its own. Throws after `timeout` ms.
 */
export async function findExtensionPage(browser: Browser, file: string, timeout: number): Promise<Page> {
  const address = new RegExp(`^(chrome|moz)-extension://[^/]+/${file}`);
  const until = Date.now() + timeout;
  while (Date.now() < until) {
    for (const page of await browser.pages()) {
      // A page that is just being opened or closed can't answer.
      const own = await page.evaluate(() => location.href).catch(() => '');
      if (address.test(own)) return page;
    }
  }
  throw new Error(`The extension was loaded, but did not open its page ${file} within ${timeout / 1000} s.`);
}

function launchArguments({ family, path }: FoundBrowser, { headless }: LaunchOptions) {
  const common = {
    executablePath: path,
    headless,
    defaultViewport: headless ? SIZE : null,
    // Ctrl+C is the caller's, who also has a profile to remove.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  if (family === 'firefox') return { ...common, browser: 'firefox' as const };
  return {
    ...common,
    browser: 'chrome' as const,
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
    args: [
      `--window-size=${SIZE.width},${SIZE.height}`,
      // Chromium's sandbox does not run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

/** On a Mac an application stays when its last window is closed, so windows are counted. */
function whenClosed(browser: Browser): Promise<void> {
  return new Promise((done) => {
    browser.once('disconnected', () => done());
    browser.on('targetdestroyed', async () => {
      const pages = await browser.pages().catch(() => []);
      if (pages.length === 0) done();
    });
  });
}

/** Closes politely; a browser that does not answer is ended. */
async function end(browser: Browser): Promise<void> {
  const process = browser.process();
  const gone = new Promise<void>((done) => {
    if (!process || process.exitCode !== null || process.signalCode !== null) done();
    else process.once('exit', () => done());
  });
  const patience = setTimeout(() => process?.kill('SIGKILL'), 5000);
  await browser.close().catch(() => process?.kill('SIGKILL'));
  await gone;
  clearTimeout(patience);
}
