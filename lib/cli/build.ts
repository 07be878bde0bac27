/** Builds the extension as it is shipped. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Family } from './browsers';

/** The project's folder, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The build failed; the message is the builder's own. */
export class BuildError extends Error {}

/** Gives the folder of the built extension. Throws a `BuildError`. */
export function buildExtension(family: Family): string {
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', family === 'firefox' ? 'firefox' : 'chrome'];
  const wxt = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  const folder = `${ROOT}.output/${family === 'firefox' ? 'firefox' : 'chrome'}-mv3`;
  if (wxt.status !== 0 || !existsSync(`${folder}/manifest.json`)) throw new BuildError(`${wxt.stdout}${wxt.stderr}`);
  return folder;
}
