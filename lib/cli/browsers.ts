/** Finds the browsers on this machine that can run the extension. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall, canUseApt } from './apt';

export type Family = 'chromium' | 'firefox';

export interface FoundBrowser {
  family: Family;
  /** For people: 'Chrome', 'Chromium', 'Edge', 'Firefox'. */
  name: string;
  path: string;
}

/** One place where a browser may be: `path` is absolute, or a command that is looked up in PATH. */
interface Place {
  family: Family;
  name: string;
  path: string;
}

const PACKAGES: Record<Family, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** What to say where nothing can be installed without asking. */
const MISSING: Record<Family, string> = {
  chromium: 'Reframe needs Chrome, Chromium or Edge: install one of them, or set CHROME_PATH to the program you have.',
  firefox: 'Reframe’s tests need Firefox too: install it, or set FIREFOX_PATH to the program you have.',
};

/** Something is missing or wrong on this machine; the message says what to do. */
export class BrowserError extends Error {}

/**
 * All browsers found, best first. REFRAME_BROWSER (a path, or a name such as `firefox`), CHROME_PATH and FIREFOX_PATH
 * come before the usual places.
 * @throws BrowserError when one of these variables names what is not there
 */
export function findBrowsers(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform) {
  const found: FoundBrowser[] = [];
  for (const place of [...chosen(env, platform), ...usualPlaces(env, platform)]) {
    const path = executable(place.path, env, platform);
    if (path && !found.some((browser) => browser.path === path)) found.push({ ...place, path });
  }
  return found;
}

/** The first browser of a family, or of any. Null when there is none. */
export function findBrowser(family?: Family): FoundBrowser | null {
  return findBrowsers().find((browser) => !family || browser.family === family) ?? null;
}

/**
 * The first browser of a family; where there is none, as root on Debian or Ubuntu, it is installed.
 * @throws BrowserError with one sentence on what to install
 */
export function requireBrowser(family: Family): FoundBrowser {
  const found = findBrowser(family);
  if (found) return found;
  if (canUseApt()) {
    process.stderr.write(`No ${family === 'firefox' ? 'Firefox' : 'Chrome, Chromium or Edge'} here: installing it.\n`);
    aptInstall([PACKAGES[family]]);
    const installed = findBrowser(family);
    if (installed) return installed;
    throw new BrowserError(`apt could not install ${PACKAGES[family]}. ${MISSING[family]}`);
  }
  throw new BrowserError(MISSING[family]);
}

/** What the person asked for by environment variables. */
function chosen(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Place[] {
  const places: Place[] = [];
  for (const variable of ['REFRAME_BROWSER', 'CHROME_PATH', 'FIREFOX_PATH'] as const) {
    const value = env[variable];
    if (!value) continue;
    const named = usualPlaces(env, platform).filter((place) => place.name.toLowerCase() === value.toLowerCase());
    const fitting = named.length > 0 ? named : [{ ...describe(value), path: value }];
    if (variable === 'FIREFOX_PATH') for (const place of fitting) Object.assign(place, { family: 'firefox' });
    if (!fitting.some((place) => executable(place.path, env, platform))) {
      throw new BrowserError(`${variable} is “${value}”, but there is no such program. Correct it, or unset it.`);
    }
    places.push(...fitting);
  }
  return places;
}

/** Family and name from a program's path: what is not a Firefox speaks Chrome's protocol. */
function describe(path: string): { family: Family; name: string } {
  if (/firefox/i.test(path)) return { family: 'firefox', name: 'Firefox' };
  if (/edge/i.test(path)) return { family: 'chromium', name: 'Edge' };
  return { family: 'chromium', name: /chromium/i.test(path) ? 'Chromium' : 'Chrome' };
}

function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Place[] {
  const all: Record<string, string[]> =
    platform === 'darwin' ? macPlaces(env) : platform === 'win32' ? windowsPlaces(env) : LINUX_PLACES;
  return Object.entries(all).flatMap(([name, paths]) => paths.map((path) => ({ ...describe(name), name, path })));
}

const LINUX_PLACES = {
  Chromium: ['chromium', 'chromium-browser', '/snap/bin/chromium'],
  Chrome: ['google-chrome-stable', 'google-chrome', 'google-chrome-beta', '/opt/google/chrome/chrome'],
  Edge: ['microsoft-edge-stable', 'microsoft-edge', '/opt/microsoft/msedge/msedge'],
  Firefox: ['firefox', 'firefox-esr', '/snap/bin/firefox'],
};

function macPlaces(env: NodeJS.ProcessEnv): Record<string, string[]> {
  const app = (name: string, program = name) =>
    ['/Applications', join(env.HOME ?? '', 'Applications')].map((folder) =>
      join(folder, `${name}.app/Contents/MacOS/${program}`),
    );
  return {
    Chromium: app('Chromium'),
    Chrome: app('Google Chrome'),
    Edge: app('Microsoft Edge'),
    Firefox: app('Firefox', 'firefox'),
  };
}

function windowsPlaces(env: NodeJS.ProcessEnv): Record<string, string[]> {
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((f) => f !== undefined);
  const program = (path: string) => folders.map((folder) => `${folder}\\${path}`);
  return {
    Chromium: program('Chromium\\Application\\chrome.exe'),
    Chrome: program('Google\\Chrome\\Application\\chrome.exe'),
    Edge: program('Microsoft\\Edge\\Application\\msedge.exe'),
    Firefox: program('Mozilla Firefox\\firefox.exe'),
  };
}

/** The absolute path of a program, or null. */
function executable(path: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  const isPath = path.includes('/') || path.includes('\\');
  const candidates = isPath ? [path] : (env.PATH ?? '').split(delimiter).map((folder) => join(folder, path));
  return candidates.find((candidate) => canRun(candidate, platform)) ?? null;
}

function canRun(path: string, platform: NodeJS.Platform): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    if (platform !== 'win32') accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
