/** The pure parts of principles, explanations and weights. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../lib/engine/types';
import { EMPTY_LAYER, type Layer } from '../../lib/phrasebank/layer';
import { differencesOf, without, withSeverity, withWhy } from '../../lib/studio/scoring/differences';
import { ownWeights, sharesOf, weightsOf } from '../../lib/studio/scoring/shares';
import type { Rulebook } from '../../lib/studio/types';
import scorecard from '../../phrasebanks/en/scorecard.json';

const rulebook: Rulebook = {
  rules: [{ principle: 'blame', entry: { id: 'you-failed-to', severity: 'high' } as Entry, fingerprint: '' }],
  why: {} as Rulebook['why'],
  weights: scorecard.weights,
  classes: [],
};
const CHANGED: Layer = {
  ...EMPTY_LAYER,
  principlesOff: ['blame', 'canned'],
  rulesOff: ['blame/you-claim', 'blameless/other'],
  severity: { blame: 'low', 'blame/you-failed-to': 'medium', 'canned/rest-assured': 'high', 'blame/gone': 'low' },
  why: { blame: { short: 'We never say whose fault it is.', example: { before: 'a', after: 'b' } } },
};

describe('differences', () => {
  it('finds none in an empty layer', () => {
    expect(differencesOf(EMPTY_LAYER, 'blame', rulebook)).toEqual([]);
  });

  it('finds those of the principle and of its rules, and what they were', () => {
    expect(differencesOf(CHANGED, 'blame', rulebook)).toEqual([
      { what: 'off' },
      { what: 'severity', is: 'low' },
      { what: 'why', part: 'short' },
      { what: 'why', part: 'example' },
      { what: 'rule-off', rule: 'blame/you-claim' },
      { what: 'rule-severity', rule: 'blame/you-failed-to', was: 'high', is: 'medium' },
      { what: 'rule-severity', rule: 'blame/gone', was: null, is: 'low' },
    ]);
  });

  it('goes back one by one, and touches nothing else', () => {
    let layer = CHANGED;
    for (let left = 7; left > 0; left--) {
      const [first] = differencesOf(layer, 'blame', rulebook);
      if (first) layer = without(layer, 'blame', first);
      expect(differencesOf(layer, 'blame', rulebook)).toHaveLength(left - 1);
    }
    expect(layer).toEqual({
      ...EMPTY_LAYER,
      principlesOff: ['canned'],
      rulesOff: ['blameless/other'],
      severity: { 'canned/rest-assured': 'high' },
    });
  });

  it('sets severities and explanations, and leaves no empty ones behind', () => {
    expect(withSeverity(EMPTY_LAYER, 'blame', 'low').severity).toEqual({ blame: 'low' });
    expect(withSeverity(CHANGED, 'blame', null).severity.blame).toBeUndefined();
    expect(withWhy(EMPTY_LAYER, 'blame', { short: 'So.' }).why).toEqual({ blame: { short: 'So.' } });
    expect(withWhy(CHANGED, 'blame', { short: '' }).why).toEqual({});
  });
});

describe('weights', () => {
  const builtIn = weightsOf({}, scorecard.weights);

  it('has the built-in ones where the team says nothing', () => {
    expect(builtIn).toEqual(scorecard.weights);
    expect(weightsOf({ tone: 0 }, scorecard.weights).tone).toBe(0);
  });

  it('keeps only what differs', () => {
    expect(ownWeights(builtIn, scorecard.weights)).toEqual({});
    expect(ownWeights({ ...builtIn, tone: 5, empathy: 0 }, scorecard.weights)).toEqual({ tone: 5, empathy: 0 });
  });

  it('makes shares of them that sum to one', () => {
    const shares = sharesOf({ ...builtIn, tone: 9 });
    expect(Object.values(shares).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(shares.tone).toBeCloseTo(9 / 24, 12);
    expect(sharesOf(weightsOf(Object.fromEntries(Object.keys(builtIn).map((id) => [id, 0])), {})).tone).toBe(0);
  });
});
