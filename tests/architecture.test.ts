import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
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

/** The files of ours that load with this one, itself among them. Types are no files. */
function loadedBy(file: string, known = new Set<string>()): string[] {
  if (known.has(file)) return [];
  known.add(file);
  const text = readFileSync(file, 'utf8').replace(/^(?:import|export) type [^;]*;/gm, '');
  for (const name of importsOf(text).filter((from) => from.startsWith('.'))) {
    const next = ['.ts', '.tsx', '/index.ts']
      .map((ending) => join(dirname(file), name + ending))
      .find((path) => existsSync(path));
    if (next) loadedBy(next, known);
  }
  return [...known];
}

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

  it('starts every test browser in a harness, which sees each request and fails where there is one', () => {
    const starters = sources('tests/browser')
      .filter(({ text }) => /\.launch\w*\(/.test(text))
      .map(({ path }) => path);
    expect(starters.sort()).toEqual(['tests/browser/harness-firefox.ts', 'tests/browser/harness.ts']);
  });

  it('lets no page load the engine: it runs in the background and in workers', () => {
    const pages = readdirSync(join(root, 'entrypoints')).filter((name) =>
      existsSync(join(root, 'entrypoints', name, 'main.ts')),
    );
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) {
      const loaded = loadedBy(join(root, 'entrypoints', page, 'main.ts'));
      expect(loaded.length, page).toBeGreaterThan(5);
      expect(loaded, page).not.toContain(join(root, 'lib/engine/document.ts'));
    }
  });

  it('writes no HTML and evaluates no text', () => {
    for (const { path, text } of [...sources('lib'), ...sources('entrypoints')]) {
      expect(text, path).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(/,
      );
    }
  });
});
