import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/engine/types';
import { EMPTY_LAYER, type TeamRule } from '../../../lib/phrasebank/layer';
import { copyOf, severityIn, withoutRule, withRule, withSeverity, withSwitch } from '../../../lib/studio/rules/change';
import { idFor } from '../../../lib/studio/rules/ids';

const rule = (id: string, more: Partial<TeamRule> = {}): TeamRule => ({
  id,
  principle: 'canned',
  patterns: [id],
  severity: 'medium',
  message: id,
  source: 'test',
  examples: [],
  ...more,
});

describe('a layer', () => {
  it('takes a new rule, and the same rule again in its place', () => {
    const one = withRule(withRule(EMPTY_LAYER, rule('a'), null), rule('b'), null);
    const two = withRule(one, rule('a', { message: 'new' }), 'canned/a');
    expect(two.rules.map(({ id, message }) => [id, message])).toEqual([
      ['a', 'new'],
      ['b', 'b'],
    ]);
    expect(EMPTY_LAYER.rules).toEqual([]);
  });

  it('keeps a rule switched off that goes to another principle', () => {
    const off = withSwitch(withRule(EMPTY_LAYER, rule('a'), null), 'canned/a', false);
    const moved = withRule(off, rule('a', { principle: 'blame' }), 'canned/a');
    expect(moved.rulesOff).toEqual(['blame/a']);
    expect(moved.rules).toHaveLength(1);
  });

  it('forgets all of a rule that is deleted', () => {
    const full = withSeverity(
      withSwitch(withRule(EMPTY_LAYER, rule('a'), null), 'canned/a', false),
      'canned/a',
      rule('a'),
      'high',
    );
    expect(full.severity).toEqual({ 'canned/a': 'high' });
    expect(withoutRule(full, 'canned/a')).toEqual(EMPTY_LAYER);
  });

  it('names a severity only where it would not hold by itself', () => {
    const one = rule('a');
    expect(withSeverity(EMPTY_LAYER, 'canned/a', one, 'medium').severity).toEqual({});
    const loud = { ...EMPTY_LAYER, severity: { canned: 'high' as const } };
    expect(severityIn(loud, 'canned/a', one)).toBe('high');
    expect(severityIn(withSeverity(loud, 'canned/a', one, 'medium'), 'canned/a', one)).toBe('medium');
    expect(severityIn(withRule(loud, one, null), 'canned/a', one)).toBe('medium');
  });

  it('copies a built-in rule with its id and what it was then, and none that is code', () => {
    const { principle: _, ...entry } = rule('rest-assured');
    expect(copyOf({ principle: 'canned', entry, fingerprint: 'f1' })).toMatchObject({
      id: 'rest-assured',
      principle: 'canned',
      over: 'f1',
    });
    const code: Entry = { ...entry, patterns: [] };
    expect(copyOf({ principle: 'shouting', entry: code, fingerprint: 'f' })).toBeNull();
    expect(copyOf({ principle: 'missing-empathy', entry, fingerprint: 'f' })).toBeNull();
  });
});

describe('idFor', () => {
  it.each([
    ['No can do!', 'no-can-do'],
    ['We can’t – à la carte', 'we-cant-a-la-carte'],
    ['As you will surely understand from our terms', 'as-you-will-surely-understand-from-our'],
    ['???', 'rule'],
  ])('%s', (phrase, id) => expect(idFor(phrase, () => false)).toBe(id));

  it('counts where an id is taken', () => {
    const taken = ['no', 'no-2'];
    expect(idFor('no', (id) => taken.includes(id))).toBe('no-3');
  });
});
