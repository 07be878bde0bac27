/**
 * Runs before `npm run audit`: puts the command into files that Node reads as they are, where it is missing or older than
 * what it is made of. Reading TypeScript at each start takes longer than all else that the command does before its
 * first row, and each thread would do it anew. The folder needs nothing but Node, so a cluster's hosts can be sent it.
 */
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, '.output/audit');
const SOURCES = ['lib', 'phrasebanks', 'public/_locales', 'package-lock.json'];

if (!(builtAt() > changedAt())) {
  // Only now: it is slow to load, and most of the time there is nothing to do.
  const { build } = await import('vite');
  // Beside it, and moved into place: several may start at once.
  const fresh = `${folder}.${process.pid}`;
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // Any but 'production': there the words come from the browser.
    mode: 'command',
    // Preact's, for the report.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    ssr: { noExternal: true, external: ['tinypool'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: fresh,
      copyPublicDir: false,
      rolldownOptions: {
        input: { audit: join(root, 'lib/cli/audit.ts'), worker: join(root, 'lib/cli/audit/worker.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** ms since 1970; NaN where nothing is built. */
function builtAt() {
  return statSync(join(folder, 'audit.js'), { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;
}

function changedAt() {
  const files = SOURCES.flatMap((source) => {
    const path = join(root, source);
    if (!statSync(path).isDirectory()) return [path];
    return [path, ...readdirSync(path, { recursive: true }).map((file) => join(path, String(file)))];
  });
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
