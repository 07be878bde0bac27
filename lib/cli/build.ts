/** Builds the extension as it is shipped. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Family } from './browsers';

/** The project's folder, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The build failed; the message is the builder's own. */
export class BuildError extends Error {}

/** Gives the folder of the built extension. Rejects with a `BuildError`, or with an AbortError. */
export async function buildExtension(family: Family, signal: AbortSignal): Promise<string> {
  const browser = family === 'firefox' ? 'firefox' : 'chrome';
  const folder = `${ROOT}.output/${browser}-mv3`;
  const { code, said } = await wxt(['build', '-b', browser], signal);
  if (code !== 0 || !existsSync(`${folder}/manifest.json`)) throw new BuildError(said);
  return folder;
}

function wxt(args: string[], signal: AbortSignal): Promise<{ code: number | null; said: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['node_modules/wxt/bin/wxt.mjs', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    child.on('error', failed);
    child.on('close', (code) => done({ code, said }));
  });
}
