import { describe, expect, it } from 'vitest';
import { EMPTY_LAYER, type Layer, type TeamRule } from '../../../lib/phrasebank/layer';
import { filterQuery, findRows, parseFilter, type RuleFilter } from '../../../lib/studio/rules/filter';
import { rowsOf } from '../../../lib/studio/rules/rows';
import type { BuiltInRule } from '../../../lib/studio/types';

const entry = (id: string) => ({
  id,
  patterns: [`${id} <send>`],
  severity: 'high' as const,
  message: `About ${id}`,
  rewrites: [`instead of ${id}`],
  source: 'test',
  examples: [{ flag: `Say [[${id}]] now.` }],
});
const BUILT_IN: BuiltInRule[] = [
  { principle: 'blame', entry: entry('failed'), fingerprint: '1' },
  { principle: 'canned', entry: entry('rest'), fingerprint: '2' },
  { principle: 'missing-empathy', entry: { ...entry('none'), patterns: [] }, fingerprint: '3' },
];
const own: TeamRule = {
  ...entry('mine'),
  principle: 'canned',
  severity: 'low',
  when: { channels: ['chat'], hosts: ['gmail'] },
};
const layer: Layer = {
  ...EMPTY_LAYER,
  rules: [{ ...entry('rest'), principle: 'canned', over: 'older' }, own],
  rulesOff: ['blame/failed'],
  principlesOff: ['missing-empathy'],
};
const rows = rowsOf(BUILT_IN, layer);
const ids = (filter: RuleFilter) => findRows(rows, filter).rows.map(({ id }) => id);

describe('the list of rules', () => {
  it('shows the team’s own first, and a changed rule once', () => {
    expect(rows.map(({ id, origin, off, updated }) => [id, origin, off, updated])).toEqual([
      ['canned/mine', 'yours', null, false],
      ['canned/rest', 'changed', null, true],
      ['blame/failed', 'built-in', 'rule', false],
      ['missing-empathy/none', 'built-in', 'principle', false],
    ]);
  });

  it('is searched by message, pattern, rewrite, example and id', () => {
    expect(ids({ text: 'ABOUT failed' })).toEqual(['blame/failed']);
    expect(ids({ text: 'failed <send>' })).toEqual(['blame/failed']);
    expect(ids({ text: 'instead of mine' })).toEqual(['canned/mine']);
    expect(ids({ text: 'say rest now' })).toEqual(['canned/rest']);
    expect(ids({ text: 'missing-empathy/' })).toEqual(['missing-empathy/none']);
  });

  it('is narrowed by each list, any value of which will do', () => {
    expect(ids({ origins: ['yours', 'changed'], principles: ['canned'] })).toEqual(['canned/mine', 'canned/rest']);
    expect(ids({ severities: ['low'] })).toEqual(['canned/mine']);
    expect(ids({ marks: ['off'] })).toEqual(['blame/failed', 'missing-empathy/none']);
    expect(ids({ marks: ['updated', 'host'] })).toEqual(['canned/mine', 'canned/rest']);
    expect(ids({ marks: ['team'] })).toEqual([]);
  });

  it('counts what each value would leave', () => {
    const { counts } = findRows(rows, { principles: ['canned'], origins: ['yours'] });
    expect(Object.fromEntries(counts.origins)).toEqual({ yours: 1, changed: 1 });
    expect(Object.fromEntries(counts.principles)).toEqual({ canned: 1 });
  });

  it('keeps its filter in the address', () => {
    const filter: RuleFilter = { text: 'a b&c', principles: ['blame', 'canned'], marks: ['off'] };
    expect(parseFilter(filterQuery(filter))).toEqual(filter);
    expect(parseFilter('')).toEqual({});
  });
});
