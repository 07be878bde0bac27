import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../lib/audit/random';
import { diff, reordered, tally } from '../../lib/pack/diff';
import { contentOf, itemsOf } from '../../lib/pack/items';
import { anyContent, content, rule } from './fixture';

describe('items', () => {
  it('give back the pack that they were taken from', () => {
    const random = randomFrom('items');
    for (let run = 0; run < 200; run++) {
      const pack = anyContent(random);
      expect(contentOf(itemsOf(pack))).toEqual(pack);
    }
  });

  it('keep a word that stands there twice, and what holds their own separators', () => {
    const pack = content({
      words: { avoid: [], fine: ['RMA', 'RMA'] },
      strengths: [{ strength: 'owns', say: 'this: that' }],
      snippets: [{ kind: 'opening', text: 'Hello: / {name}' }],
    });
    expect(contentOf(itemsOf(pack))).toEqual(pack);
  });
});

describe('diff', () => {
  it('finds nothing between a pack and itself, whatever the order of its keys', () => {
    const { id, ...rest } = rule('a');
    expect(diff(content({ rules: [rule('a')] }), content({ rules: [{ ...rest, id }] }))).toEqual([]);
  });

  it('names what was added, changed and removed, field by field', () => {
    const before = content({ rules: [rule('a'), rule('b')], rulesOff: ['blame/x'], weights: { tone: 5 } });
    const after = content(
      { rules: [rule('c'), rule('a', { message: 'New.', unless: ['again'] })], weights: { tone: 9 } },
      { pilot: ['north'] },
    );
    expect(diff(before, after)).toMatchObject([
      { group: 'about', kind: 'changed', fields: [{ field: 'pilot', before: [], after: ['north'] }] },
      { group: 'rules', key: 'blame/c', kind: 'added' },
      {
        group: 'rules',
        key: 'blame/a',
        kind: 'changed',
        fields: [
          { field: 'message', before: 'Say what happened.', after: 'New.' },
          { field: 'unless', before: undefined, after: ['again'] },
        ],
      },
      { group: 'rules', key: 'blame/b', kind: 'removed' },
      { group: 'rulesOff', key: 'blame/x', kind: 'removed', fields: [] },
      { group: 'weights', key: 'tone', kind: 'changed', fields: [{ field: 'value', before: 5, after: 9 }] },
    ]);
  });

  it('counts by what it is', () => {
    const before = content({ rules: [rule('a'), rule('b')] });
    const after = content({ rules: [rule('a', { severity: 'low' }), rule('c'), rule('d')], rulesOff: ['x/y'] });
    expect(tally(diff(before, after))).toEqual([
      { group: 'rules', added: 2, changed: 1, removed: 1 },
      { group: 'rulesOff', added: 1, changed: 0, removed: 0 },
    ]);
  });

  it('sees a new order where nothing else changed', () => {
    const snippets = [
      { kind: 'opening', text: 'Hello' },
      { kind: 'opening', text: 'Hi' },
    ] as const;
    const before = content({ snippets: [...snippets], rulesOff: ['x/y'] });
    const after = content({ snippets: [...snippets].reverse(), rulesOff: ['x/z', 'x/y'] });
    expect(reordered(before, after)).toEqual(['snippets']);
  });
});
