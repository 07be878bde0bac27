import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BrowserError, findBrowsers } from '../../lib/cli/browsers';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reframe-browsers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const program = (path: string) => {
  const whole = join(folder, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, '');
  chmodSync(whole, 0o755);
  return whole;
};

test('finds programs in PATH, those of the Chromium family first', () => {
  const firefox = program('bin/firefox-esr');
  const chrome = program('bin/google-chrome-stable');
  expect(findBrowsers({ PATH: join(folder, 'bin') }, 'linux')).toEqual(
    expect.arrayContaining([
      { family: 'chromium', name: 'Chrome', path: chrome },
      { family: 'firefox', name: 'Firefox', path: firefox },
    ]),
  );
});

test('what is not executable is no browser', () => {
  chmodSync(program('bin/chromium'), 0o644);
  const found = findBrowsers({ PATH: join(folder, 'bin') }, 'linux');
  expect(found.filter(({ path }) => path.startsWith(folder))).toEqual([]);
});

test('finds an application in the home folder of a Mac', () => {
  const path = program('Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
  expect(findBrowsers({ HOME: folder, PATH: '' }, 'darwin')).toContainEqual({ family: 'chromium', name: 'Edge', path });
});

test.each([
  ['REFRAME_BROWSER', 'my-chrome', 'chromium'],
  ['CHROME_PATH', 'my-chrome', 'chromium'],
  ['REFRAME_BROWSER', 'my-firefox', 'firefox'],
  ['FIREFOX_PATH', 'nightly', 'firefox'],
])('%s=%s comes first', (variable, file, family) => {
  program('bin/chromium');
  const path = program(file);
  expect(findBrowsers({ PATH: join(folder, 'bin'), [variable]: path }, 'linux')[0]).toMatchObject({ family, path });
});

test('REFRAME_BROWSER may be a name', () => {
  program('bin/chromium');
  const path = program('bin/firefox');
  expect(findBrowsers({ PATH: join(folder, 'bin'), REFRAME_BROWSER: 'firefox' }, 'linux')[0]).toMatchObject({ path });
});

test('a variable that names nothing is an error that says which', () => {
  expect(() => findBrowsers({ PATH: '', CHROME_PATH: '/no/such' }, 'linux')).toThrow(BrowserError);
  expect(() => findBrowsers({ PATH: '', CHROME_PATH: '/no/such' }, 'linux')).toThrow(/CHROME_PATH is “\/no\/such”/);
});
