import { describe, expect, it } from 'vitest';
import { benchDrafts } from '../../lib/cli/bench/drafts';
import { layerOf } from '../../lib/cli/bench/many-rules';
import { median } from '../../lib/cli/bench/timing';
import { coach } from '../../lib/engine/coach';
import { withLayer } from '../../lib/phrasebank/apply-layer';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { layerFaults, parseLayer } from '../../lib/phrasebank/layer-schema';
import { inSlices } from '../../lib/phrasebank/slices';

const built = builtInBanks();
const texts = { message: () => 'm', title: '' };
const own = { avoid: [], fine: [] };
const layer = layerOf(5000);
const drafts = benchDrafts(2000);

/** ms of this process's own time: what others do meanwhile counts for little. */
function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What the work took between its pauses, in which `meanwhile` happens. */
async function slicesOf(work: (pause: () => Promise<void>) => Promise<unknown>, meanwhile = () => {}) {
  const slices: number[] = [];
  let since = busy();
  await work(async () => {
    slices.push(busy() - since);
    meanwhile();
    since = busy();
  });
  slices.push(busy() - since);
  return { count: slices.length, longest: Math.max(...slices), all: slices.reduce((sum, slice) => sum + slice, 0) };
}

describe('5,000 rules', { timeout: 120_000 }, () => {
  it('are laid in slices, none of them long, while the built-in banks are in use', async () => {
    const draft = 'You failed to pay, as per our policy.';
    const rules = coach(draft, {}, built).findings.map(({ rule }) => rule);
    expect(rules.length).toBeGreaterThan(1);
    let used = 0;
    const { count, longest, all } = await slicesOf(
      (pause) => withLayer(built, layer, { own, texts, pause }),
      () => {
        if (used++ % 10 === 0)
          expect(coach(`${draft} ${used}`, {}, built).findings.map(({ rule }) => rule)).toEqual(rules);
      },
    );
    expect(count).toBeGreaterThan(10);
    expect(longest).toBeLessThan(all / 5);
  });

  it('are checked in slices, with the same result', async () => {
    const { count, longest, all } = await slicesOf((pause) => inSlices(layerFaults(layer), pause));
    expect(count).toBeGreaterThan(10);
    expect(longest).toBeLessThan(all / 5);
    const broken = { ...layer, rules: [...layer.rules.slice(1), { ...layer.rules[0], patterns: ['(open'] }] };
    const faults = await inSlices(layerFaults(broken), async () => {});
    expect(faults).toHaveLength(1);
    expect(() => parseLayer(broken, 'team.json')).toThrow(faults[0]);
  });

  it('cost no measurable time at a keystroke in a long draft', async () => {
    const laid = await withLayer(built, layer, { own, texts });
    const banks = { laid, built };
    const times: Record<keyof typeof banks, number[]> = { laid: [], built: [] };
    let typed = 0;
    for (const { text, conversation } of drafts.slice(0, 5)) {
      const middle = text.indexOf(' ', text.length / 2);
      for (const one of Object.values(banks)) coach(text, conversation, one);
      // In turns, so that a busy machine is busy for both; no text is read twice
      for (let turn = 0; turn < 16; turn += 1)
        for (const name of ['laid', 'built'] as const) {
          typed += 1;
          const edited = `${text.slice(0, middle)} word${typed}${text.slice(middle)}`;
          const start = performance.now();
          coach(edited, conversation, banks[name]);
          times[name].push(performance.now() - start);
        }
    }
    expect(median(times.laid) / median(times.built)).toBeLessThan(1.5);
  });
});
