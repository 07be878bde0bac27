import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { withLayer, withLayerOptions } from '../../lib/phrasebank/apply-layer';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { fingerprint } from '../../lib/phrasebank/fingerprint';
import { EMPTY_LAYER, type Layer, type TeamRule } from '../../lib/phrasebank/layer';
import { staleIn } from '../../lib/phrasebank/stale';

const banks = builtInBanks();
const built = banks.rule('blame/you-failed-to').entry;
const rule = (change: Partial<TeamRule>): TeamRule => ({
  principle: 'blame',
  id: 'jets',
  patterns: ['cool your jets'],
  always: true,
  severity: 'high',
  message: 'm',
  source: 's',
  examples: [],
  ...change,
});

/** Made with another version of the extension. */
const layer: Layer = {
  ...EMPTY_LAYER,
  rules: [
    rule({ id: 'gone-class', patterns: ['$no-such-class'] }),
    rule({ id: 'gone-exception', unless: ['"$not-a-class" $nor-this'] }),
    rule({ id: 'you-failed-to', over: 'another' }),
    rule({ id: 'was-built-in', patterns: ['hold your horses'], over: fingerprint(built) }),
    rule({}),
  ],
  words: { avoid: [{ say: 'cheap', instead: '' }], fine: [] },
  principlesOff: ['no-such-principle' as 'blame', 'canned'],
  rulesOff: ['blame/no-such-rule', 'no-such-principle/x', 'blame/jets', 'jargon/team-cheap'],
  severity: { 'jargon/gone': 'low', jargon: 'high', gone: 'low' },
  why: { ['gone-too' as 'blame']: { short: 'x' } },
};

describe('an update under a layer', () => {
  it('is told of, part by part', () => {
    expect(staleIn(layer, banks)).toEqual([
      { kind: 'no-principle', name: 'no-such-principle' },
      { kind: 'no-rule', name: 'blame/no-such-rule' },
      { kind: 'no-rule', name: 'no-such-principle/x' },
      { kind: 'no-rule', name: 'jargon/gone' },
      { kind: 'no-principle', name: 'gone' },
      { kind: 'no-principle', name: 'gone-too' },
      { kind: 'no-class', name: 'no-such-class', rule: 'blame/gone-class' },
      { kind: 'no-class', name: 'nor-this', rule: 'blame/gone-exception' },
      { kind: 'updated', name: 'blame/you-failed-to', rule: 'blame/you-failed-to' },
      { kind: 'gone', name: 'blame/was-built-in', rule: 'blame/was-built-in' },
    ]);
    expect(
      staleIn({ ...EMPTY_LAYER, rules: [rule({ id: 'you-failed-to', over: fingerprint(built) })] }, banks),
    ).toEqual([]);
  });

  it('leaves the rest in force', async () => {
    const laid = await withLayer(banks, layer, {
      own: { avoid: [], fine: [] },
      texts: { message: () => 'm', title: '' },
    });
    const options = withLayerOptions({ ...layer, rulesOff: ['blame/no-such-rule'] }, {}, true);
    const { findings } = coach('Cool your jets, Ann. Hold your horses. As per our policy.', {}, laid, options);
    const rules = findings.map((one) => one.rule);
    expect(rules).toContain('blame/was-built-in');
    expect(rules.some((id) => id === 'blame/jets' || id === 'blame/you-failed-to')).toBe(true);
    expect(rules).not.toContain('blame/gone-exception');
    expect(rules.some((id) => id.startsWith('policy-shield/'))).toBe(true);
  });
});

describe('a fingerprint', () => {
  it('is of what a rule finds, says and offers, and of nothing else', () => {
    const same = fingerprint({ ...built, examples: [], source: 'elsewhere' });
    expect(same).toBe(fingerprint(built));
    expect(fingerprint(JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(built).reverse()))))).toBe(same);
    for (const change of [
      { patterns: [...built.patterns, 'x'] },
      { unless: ['x'] },
      { when: { hosts: ['x'] } },
      { when: { teams: ['x'] } },
      { severity: 'low' as const },
      { message: 'x' },
      { rewrites: [] },
      { always: true as const },
    ])
      expect(fingerprint({ ...built, ...change }), JSON.stringify(change)).not.toBe(same);
  });
});
