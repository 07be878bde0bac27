import { describe, expect, it } from 'vitest';
import { provePack } from '../../../lib/background/pack/prove';
import type { Pack } from '../../../lib/pack/pack';
import { samplePack } from '../../pack/sample-pack';

async function prove(pack: Pack) {
  let pauses = 0;
  const progress: [number, number][] = [];
  const faults = await provePack(pack, {
    pause: async () => {
      pauses += 1;
    },
    onProgress: (...now) => progress.push(now),
  });
  return { faults, pauses, progress };
}

const [rule] = samplePack().layer.rules;
const withRule = (change: object): Pack => {
  const { layer } = samplePack();
  return samplePack({ layer: { ...layer, rules: [{ ...(rule as NonNullable<typeof rule>), ...change }] } });
};

describe('a pack’s check', { timeout: 60_000 }, () => {
  it('runs every example, with a pause before each for what is more urgent', async () => {
    const { faults, pauses, progress } = await prove(samplePack());
    expect(faults).toEqual([]);
    expect(pauses).toBeGreaterThan(2);
    expect(progress.at(-1)).toEqual([5, 5]);
  });

  it.each([
    [{ examples: [{ flag: 'Your gizmo is on its way.' }] }, /jargon\/widget, example 1 .*doesn't find/],
    [{ examples: [{ allow: 'Fine.' }, { allow: 'Your widget is on its way.' }] }, /example 2 .*leave it alone/],
    [{ examples: [{ flag: '[[Your widget]] is on its way.' }] }, /other words/],
    [{ examples: [{ flag: 'Your [[widget]] is here.', fixed: 'Your gadget is here.' }] }, /another sentence/],
    [{ patterns: ['(widget'] }, /widget.*patterns\.0/],
  ])('names the rule and what is wrong with it: %j', async (change, fault) => {
    const { faults } = await prove(withRule(change));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  it('leaves a pack alone whose language nothing here reads', async () => {
    const german = { ...withRule({ examples: [{ flag: 'Ihr Ding ist da.' }] }), language: 'de' };
    expect((await prove(german)).faults).toEqual([]);
  });
});
