/**
 * Bundles each editor engine of tests/hosts/engines for the fixture pages, into `.output/engines`. A bundle newer than
 * its sources and than the lock file is kept.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

const SOURCES = resolve('tests/hosts/engines');
const OUT = resolve('.output/engines');
/** Shared by the bundles, and no engine. */
const PARTS = new Set(['mount', 'script']);

export const ENGINES = readdirSync(SOURCES)
  .map((file) => basename(file, '.ts'))
  .filter((name) => !PARTS.has(name));

export default async function buildEngines(): Promise<void> {
  const changed = Math.max(
    ...[...readdirSync(SOURCES).map((file) => `${SOURCES}/${file}`), 'package-lock.json'].map(
      (file) => statSync(file).mtimeMs,
    ),
  );
  mkdirSync(OUT, { recursive: true });
  for (const name of ENGINES) {
    const out = `${OUT}/${name}.js`;
    if (existsSync(out) && statSync(out).mtimeMs > changed) continue;
    // Two runs may build at once: each for itself, and the finished file takes its place.
    const own = mkdtempSync(join(tmpdir(), 'engine-'));
    await build({
      configFile: false,
      logLevel: 'warn',
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      build: {
        outDir: own,
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'es2022',
        lib: { entry: `${SOURCES}/${name}.ts`, formats: ['iife'], name: 'engine', fileName: () => `${name}.js` },
      },
    });
    copyFileSync(`${own}/${name}.js`, `${out}.${process.pid}`);
    renameSync(`${out}.${process.pid}`, out);
    rmSync(own, { recursive: true });
  }
}
