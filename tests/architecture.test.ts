import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DRAFT_DETECTORS, PHRASE_DETECTORS } from '../lib/engine/detectors';

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(root, folder, name);
      return { path: relative(root, path), text: readFileSync(path, 'utf8') };
    });
}

const importsOf = (text: string) =>
  [...text.matchAll(/^(?:import|export)[^;']*? from '([^']+)'|^import '([^']+)'/gm)].map(
    (found) => (found[1] ?? found[2]) as string,
  );

describe('the house', () => {
  it('keeps the browser out of the engine and the banks', () => {
    const allowed = /^(?:\.{1,2}\/|wink-nlp$|wink-eng-lite-web-model$|compromise(?:\/|$)|valibot$)/;
    const elsewhere =
      /^\.\.?\/(?:\.\.\/)*(?:page|ui|panel|hosts|editors|background|store|practice|options|cli|messages)(?:\/|$)/;
    const globals = /\b(?:window|navigator|localStorage|HTMLElement|globalThis\.document|chrome|browser)\./;
    for (const { path, text } of [...sources('lib/engine'), ...sources('lib/phrasebank')]) {
      for (const name of importsOf(text)) {
        expect(name, path).toMatch(allowed);
        expect(name, path).not.toMatch(elsewhere);
      }
      expect(text, path).not.toMatch(globals);
    }
  });

  it('lets one file know wink-nlp and one folder know compromise', () => {
    const all = sources('lib');
    const users = (name: string) =>
      all.filter(({ text }) => importsOf(text).some((from) => from.split('/')[0] === name)).map(({ path }) => path);
    // The bench reads with it alone, to compare.
    expect(users('wink-nlp').sort()).toEqual(['lib/cli/bench/others.ts', 'lib/engine/wink.ts']);
    const compromise = users('compromise');
    expect(compromise.length).toBeGreaterThan(0);
    for (const path of compromise) expect(path).toMatch(/^lib\/engine\/rewrite\//);
  });

  it('has a detector, a bank and a line in the README for every principle', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    for (const { principle } of [...PHRASE_DETECTORS, ...DRAFT_DETECTORS]) {
      expect(() => readFileSync(join(root, `lib/engine/detectors/${principle}.ts`))).not.toThrow();
      expect(() => readFileSync(join(root, `phrasebanks/en/${principle}.json`))).not.toThrow();
      expect(readme, principle).toContain(`| \`${principle}\` |`);
    }
  });

  it('only wires in its entrypoints', () => {
    for (const { path, text } of sources('entrypoints')) expect(text.split('\n').length, path).toBeLessThanOrEqual(30);
  });

  it('writes no HTML and evaluates no text', () => {
    for (const { path, text } of [...sources('lib'), ...sources('entrypoints')]) {
      expect(text, path).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(/,
      );
    }
  });
});
