/** A module of the project as a script for a page, its exports on `window.bundled`. */
import { resolve } from 'node:path';
import { build, type Rollup } from 'vite';

export async function bundle(entry: string): Promise<string> {
  const [made] = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: resolve(entry), formats: ['iife'], name: 'bundled' },
    },
  })) as Rollup.RollupOutput[];
  const [chunk] = made?.output ?? [];
  if (!chunk) throw new Error(`${entry} gave no script.`);
  return chunk.code;
}
