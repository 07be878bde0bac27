import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PatternNode, parsePattern } from '../../lib/engine/pattern/parse';
import { writePattern } from '../../lib/engine/pattern/write';
import { readChips, textOf } from '../../lib/studio/rules/pattern/chips';

const FOLDER = 'phrasebanks/en';

interface Patterns {
  classes?: Record<string, string[]>;
  entries?: { patterns: string[]; unless?: string[] }[];
}

/** Every pattern of the built-in banks and classes. */
function builtIn(): string[] {
  const banks = readdirSync(FOLDER).filter((name) => !name.endsWith('-weights.json'));
  return banks.flatMap((name) => {
    const { classes = {}, entries = [] } = JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Patterns;
    return [
      ...Object.values(classes).flat(),
      ...entries.flatMap(({ patterns, unless = [] }) => [...patterns, ...unless]),
    ];
  });
}

/** Where a class is named is no part of what a pattern means. */
const meaning = (node: PatternNode) => JSON.stringify(node, (key, value) => (key === 'at' ? 0 : value));

describe('writePattern', () => {
  it('writes every built-in pattern so that it reads the same, straight and through chips', () => {
    const patterns = builtIn().filter((pattern) => typeof pattern === 'string');
    expect(patterns.length).toBeGreaterThan(2000);
    const changed = patterns.filter((pattern) => {
      const tree = parsePattern(pattern);
      const ways = [writePattern(tree), textOf(readChips(pattern))];
      return ways.some((written) => meaning(parsePattern(written)) !== meaning(tree));
    });
    expect(changed).toEqual([]);
  }, 30_000);

  it.each([
    ['you failed to', 'you failed to'],
    ['(a|b c)? <send>', '(a|b c)? <send>'],
    ['a|b', 'a|b'],
    ['((a|b)|c) d', '((a|b)|c) d'],
    ['((a)?)? b', '(a?)? b'],
    ['(a b)? "(" $we ^ $ _{0,3} #VERB', '(a b)? "(" $we ^ $ _{0,3} #VERB'],
    ['"very" "?"', 'very "?"'],
  ])('%s', (pattern, written) => {
    expect(writePattern(parsePattern(pattern))).toBe(written);
    expect(meaning(parsePattern(written))).toEqual(meaning(parsePattern(pattern)));
  });
});
