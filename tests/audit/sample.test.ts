import { describe, expect, it } from 'vitest';
import { type Columns, NONE, PRINCIPLES } from '../../lib/audit/columns';
import { randomSample, stratifiedSample, tellingSample } from '../../lib/audit/sample';
import { madeUp } from './columns-fixture';

const columns = madeUp(2000);
const all = Array.from({ length: columns.length }, (_, seq) => seq);
const none = PRINCIPLES.map(() => 0);
const perAgent = (list: readonly number[], of: Columns = columns) => {
  const counts = new Map<number, number>();
  for (const seq of list) counts.set(of.agent[seq] as number, (counts.get(of.agent[seq] as number) ?? 0) + 1);
  return counts;
};

describe('a sample', () => {
  const ways: [string, (seqs: number[], size: number, seed: string) => number[]][] = [
    ['random', randomSample],
    ['equal', (seqs, size, seed) => stratifiedSample(columns, seqs, size, 'equal', seed)],
    ['proportional', (seqs, size, seed) => stratifiedSample(columns, seqs, size, 'proportional', seed)],
    ['telling', (seqs, size, seed) => tellingSample(columns, seqs, size, none, seed)],
  ];

  it.each(ways)('is the same for the same seed, of the size asked for, each reply once: %s', (_, sample) => {
    const some = all.filter((seq) => seq % 3 === 0);
    for (const size of [0, 1, 20, 333]) {
      const list = sample(some, size, '2026-11-22');
      expect(list).toEqual(sample(some, size, '2026-11-22'));
      expect(list).toHaveLength(size);
      expect(new Set(list).size).toBe(size);
      expect(list.every((seq) => seq % 3 === 0)).toBe(true);
    }
    expect(sample([4, 8, 9], 20, 'a').sort()).toEqual([4, 8, 9]);
    expect(sample([], 20, 'a')).toEqual([]);
  });

  it('is another for another seed', () => {
    expect(randomSample(all, 20, 'a')).not.toEqual(randomSample(all, 20, 'b'));
    expect(stratifiedSample(columns, all, 20, 'equal', 'a')).not.toEqual(
      stratifiedSample(columns, all, 20, 'equal', 'b'),
    );
  });

  it('gives every reply the same chance', () => {
    const seen = new Array(20).fill(0);
    for (let round = 0; round < 4000; round++) {
      for (const seq of randomSample(all.slice(0, 20), 5, `seed ${round}`)) seen[seq]++;
    }
    // Each is expected 1,000 times; five standard deviations (27.4) to either side.
    for (const count of seen) expect(Math.abs(count - 1000)).toBeLessThan(137);
  });
});

describe('by agent', () => {
  it('takes as many of each, as far as they have them', () => {
    const few: Columns = { ...madeUp(60, { agents: 3 }), agent: new Uint16Array(60).fill(0).fill(1, 40).fill(2, 58) };
    const list = stratifiedSample(few, all.slice(0, 60), 20, 'equal', 'x');
    const counts = perAgent(list, few);
    expect(counts.get(2)).toBe(2);
    expect([counts.get(0), counts.get(1)].sort()).toEqual([9, 9]);
  });

  it('takes from each their share, within one', () => {
    const list = stratifiedSample(columns, all, 100, 'proportional', 'x');
    const [whole, part] = [perAgent(all), perAgent(list)];
    expect(whole.has(NONE)).toBe(true);
    for (const [agent, count] of whole) {
      expect(Math.abs((part.get(agent) ?? 0) - (count * 100) / all.length)).toBeLessThan(1);
    }
  });
});

describe('the most telling', () => {
  /** Replies that differ in nothing but what a test changes. */
  function plain(length: number, change: (columns: Columns) => void): Columns {
    const made = madeUp(length);
    for (const name of ['high', 'medium', 'low', 'mood', 'score', 'agent'] as const) made[name].fill(0);
    made.score.fill(80);
    made.agent.forEach((_, seq) => {
      made.agent[seq] = seq;
    });
    change(made);
    return made;
  }
  const first = (made: Columns, disputed = none) => tellingSample(made, all.slice(0, made.length), 1, disputed, 'x')[0];

  it('begins with a low score, a finding the customer would feel, an upset customer, a rare principle', () => {
    const bit = (principle: (typeof PRINCIPLES)[number]) => 1 << PRINCIPLES.indexOf(principle);
    expect(first(plain(50, ({ score }) => score.fill(20, 17, 18)))).toBe(17);
    expect(first(plain(50, ({ high }) => high.fill(bit('blame'), 9, 10)))).toBe(9);
    expect(first(plain(50, ({ mood }) => mood.fill(1, 30, 31)))).toBe(30);
    expect(first(plain(50, ({ medium }) => medium.fill(bit('canned')).fill(bit('shouting'), 41, 42)))).toBe(41);
  });

  it('asks again about what reviewers disagreed with', () => {
    const made = plain(50, ({ medium }) => medium.fill(1).fill(2, 25));
    const disputed = none.map((_, place) => (place === 0 ? 0.9 : 0));
    expect(first(made, disputed)).toBeLessThan(25);
    expect(
      first(
        made,
        [...disputed].map((_, place) => (place === 1 ? 0.9 : 0)),
      ),
    ).toBeGreaterThanOrEqual(25);
  });

  it('is not one agent’s ten worst', () => {
    const made = plain(200, ({ score, agent }) => {
      agent.forEach((_, seq) => {
        agent[seq] = seq % 10;
      });
      for (let seq = 0; seq < 200; seq += 10) score[seq] = 10;
    });
    const worst = tellingSample(made, all.slice(0, 200), 10, none, 'x');
    const counts = perAgent(worst, made);
    expect(made.score[worst[0] as number]).toBe(10);
    expect(counts.get(0)).toBeLessThanOrEqual(4);
    expect(counts.size).toBeGreaterThanOrEqual(6);
  });

  it('is drawn from 100,000 replies within the blink of an eye', () => {
    const many = madeUp(100_000, { agents: 80 });
    const seqs = Array.from({ length: many.length }, (_, seq) => seq);
    const began = performance.now();
    expect(tellingSample(many, seqs, 200, none, 'x')).toHaveLength(200);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
