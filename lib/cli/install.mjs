/**
 * Runs before `npm start`, `npm test` and `npm run audit`: checks Node, and installs the dependencies when they are
 * missing or older than the lock file. Silent when all is well. Node's own modules only: nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Reframe needs Node 20.19 or newer, and this is ${process.version}: get a newer one from https://nodejs.org.`);
}

if (!upToDate()) {
  console.error('Installing dependencies (npm ci) …');
  // A shell finds npm.cmd on Windows; all words of the command are ours.
  const npm = spawnSync('npm ci --no-audit --no-fund', { cwd: root, shell: true, stdio: ['ignore', 2, 2] });
  if (npm.status !== 0) fail('npm ci failed. Its own words above say why; try again when that is mended.');
}

/** npm leaves a copy of what it installed: all packages of the lock file, in the same versions, are up to date. */
function upToDate() {
  const wanted = packages('package-lock.json');
  const installed = packages('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    // Packages for other platforms are optional, and absent.
    return there ? there.version === entry.version && there.integrity === entry.integrity : entry.optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | null}
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(root + file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
