import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../lib/engine/pattern/parse';
import {
  alternativesOf,
  type Chip,
  moved,
  nodeOfAlternatives,
  readChips,
  textOf,
} from '../../../lib/studio/rules/pattern/chips';
import { patternOfPhrase } from '../../../lib/studio/rules/pattern/phrase';

describe('chips', () => {
  it('are the parts of a pattern, with what may be missing marked', () => {
    expect(readChips('we (just)? <can> not').map(({ node, optional }) => [node.type, optional])).toEqual([
      ['word', false],
      ['word', true],
      ['lemma', false],
      ['word', false],
    ]);
    expect(readChips('  ')).toEqual([]);
    expect(textOf([])).toBe('');
  });

  it('are moved, and the pattern with them', () => {
    expect(textOf(moved(readChips('no can do'), 2, 0))).toBe('do no can');
    expect(textOf(moved(readChips('no can do'), 0, 2))).toBe('can do no');
  });

  it('take alternatives as they were typed, a line each', () => {
    const node = nodeOfAlternatives(['soon', '', 'in due course', '<short>?']) as Chip['node'];
    expect(textOf([{ node, optional: true }])).toBe('(soon|in due course|<short>?)?');
    expect(alternativesOf({ node, optional: false })).toEqual(['soon', 'in due course', '<short>?']);
    expect(nodeOfAlternatives([' '])).toBeNull();
    expect(() => nodeOfAlternatives(['(soon'])).toThrow('not closed');
  });
});

describe('patternOfPhrase', () => {
  it.each([
    ['No can do', 'no can do'],
    ['  “Per our policy…” ', 'per our policy'],
    ['We can’t do that.', 'we can’t do that'],
    ['Really?! No (sorry)', 'really "?" ! no "(" sorry ")"'],
    ['Anything else I can help with?', 'anything else i can help with'],
    ['5 % * fee', '5 % "*" fee'],
    ['…', ''],
  ])('%s', (phrase, pattern) => {
    expect(patternOfPhrase(phrase)).toBe(pattern);
    if (pattern) expect(() => parsePattern(pattern)).not.toThrow();
  });
});
