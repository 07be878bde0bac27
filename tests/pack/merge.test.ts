import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../lib/audit/random';
import { canonical } from '../../lib/pack/canonical';
import { diff } from '../../lib/pack/diff';
import { type Content, itemsOf } from '../../lib/pack/items';
import { conflictId, merge } from '../../lib/pack/merge';
import { anyContent, content, rule } from './fixture';

const RUNS = 300;

/** What is in it, in whatever order. */
const inAnyOrder = (pack: Content) =>
  itemsOf(pack)
    .map((item) => {
      const fields = Object.entries(item.fields).map(([field, value]) => [
        field,
        Array.isArray(value) ? [...value].sort() : value,
      ]);
      return canonical({ ...item, fields: Object.fromEntries(fields) });
    })
    .sort();

const triples = function* (seed: string) {
  const random = randomFrom(seed);
  for (let run = 0; run < RUNS; run++) {
    yield [anyContent(random), anyContent(random), anyContent(random)] as const;
  }
};

describe('merge, on any packs', () => {
  it('takes the changes of whoever made some', () => {
    for (const [base, a] of triples('one side')) {
      expect(merge(base, a, base)).toEqual({ content: a, conflicts: [] });
      expect(merge(base, base, a)).toEqual({ content: a, conflicts: [] });
    }
  });

  it('finds no conflict where both did the same', () => {
    for (const [base, a] of triples('both the same')) {
      expect(merge(base, a, a)).toEqual({ content: a, conflicts: [] });
      expect(merge(null, a, a)).toEqual({ content: a, conflicts: [] });
    }
  });

  it('gives the same whichever side is ours: the same conflicts, and the same where each is settled alike', () => {
    for (const [base, a, b] of triples('sides')) {
      const one = merge(base, a, b, () => 'ours');
      const other = merge(base, b, a, () => 'theirs');
      expect(one.conflicts.map(conflictId).sort()).toEqual(other.conflicts.map(conflictId).sort());
      expect(inAnyOrder(one.content)).toEqual(inAnyOrder(other.content));
    }
  });

  it('loses nothing: what neither side changed stays, and each difference to a side was made by the other or chosen', () => {
    for (const [base, ours, theirs] of triples('nothing lost')) {
      const { content: merged, conflicts } = merge(base, ours, theirs);
      const made = new Set(diff(base, theirs).map(({ group, key }) => `${group} ${key}`));
      for (const { group, key } of diff(ours, merged)) expect(made).toContain(`${group} ${key}`);
      // Each conflict was taken as ours: nothing of it differs from ours.
      for (const { group, key, field } of conflicts) {
        const changed = diff(ours, merged).find((change) => change.group === group && change.key === key);
        expect(changed?.fields.map((one) => one.field) ?? []).not.toContain(field);
      }
    }
  });

  it('keeps every item of both where nobody knows what they began from', () => {
    for (const [, a, b] of triples('no base')) {
      const kept = new Set(itemsOf(merge(null, a, b).content).map(({ group, key }) => `${group} ${key}`));
      for (const { group, key } of [...itemsOf(a), ...itemsOf(b)]) expect(kept).toContain(`${group} ${key}`);
    }
  });
});

describe('merge', () => {
  const base = content({ rules: [rule('a'), rule('b')] });

  it('puts independent changes together, down to the fields of one rule', () => {
    const ours = content({ rules: [rule('a', { severity: 'low' }), rule('b'), rule('c')] });
    const theirs = content({ rules: [rule('a', { message: 'Better.' }), rule('n'), rule('b')], rulesOff: ['x/y'] });
    const { content: merged, conflicts } = merge(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.layer.rules.map(({ id }) => id)).toEqual(['a', 'n', 'b', 'c']);
    expect(merged.layer.rules[0]).toMatchObject({ severity: 'low', message: 'Better.' });
    expect(merged.layer.rulesOff).toEqual(['x/y']);
  });

  it('asks where both changed one field, and takes what was chosen', () => {
    const ours = content({ rules: [rule('a', { message: 'Ours.' }), rule('b')] });
    const theirs = content({ rules: [rule('a', { message: 'Theirs.' }), rule('b')] });
    const { content: merged, conflicts } = merge(base, ours, theirs, () => 'theirs');
    expect(conflicts).toEqual([
      {
        group: 'rules',
        key: 'blame/a',
        field: 'message',
        base: 'Say what happened.',
        ours: 'Ours.',
        theirs: 'Theirs.',
      },
    ]);
    expect(merged.layer.rules[0]?.message).toBe('Theirs.');
  });

  it.each(['ours', 'theirs'] as const)('asks where one removed what the other changed: %s', (side) => {
    const ours = content({ rules: [rule('b')] });
    const theirs = content({ rules: [rule('a', { severity: 'low' }), rule('b')] });
    const { content: merged, conflicts } = merge(base, ours, theirs, () => side);
    expect(conflicts).toMatchObject([{ group: 'rules', key: 'blame/a', field: null, ours: undefined }]);
    expect(merged.layer.rules.map(({ id }) => id)).toEqual(side === 'ours' ? ['b'] : ['a', 'b']);
  });

  it('puts two examples together that two managers added to one rule', () => {
    const ours = content({ rules: [rule('a', { examples: [{ allow: 'One.' }] }), rule('b')] });
    const theirs = content({ rules: [rule('a', { examples: [{ allow: 'Two.' }] }), rule('b')] });
    const { content: merged, conflicts } = merge(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.layer.rules[0]?.examples).toEqual([{ allow: 'One.' }, { allow: 'Two.' }]);
  });

  it('asks for each word that both lists say otherwise, where nothing is known of before', () => {
    const words = (instead: string) => content({ words: { avoid: [{ say: 'RMA', instead }], fine: [] } });
    expect(merge(null, words('return'), words('parcel back')).conflicts).toEqual([
      { group: 'avoid', key: 'RMA', field: 'instead', base: undefined, ours: 'return', theirs: 'parcel back' },
    ]);
  });

  it('is through with two packs of 5,000 rules at once', () => {
    const many = (prefix: string) =>
      content({ rules: Array.from({ length: 5000 }, (_, at) => rule(`${prefix}${at}`)) });
    const started = performance.now();
    expect(merge(null, many('a'), many('b')).content.layer.rules).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
