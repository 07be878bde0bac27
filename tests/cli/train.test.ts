import { describe, expect, it } from 'vitest';
import { type Example, learn } from '../../lib/cli/train/ftrl';
import { drawLines, type Judgement, weighAll } from '../../lib/cli/train/lines';
import { LinearModel } from '../../lib/engine/judge/linear';

const SETTINGS = { seen: 2, rounds: 20, pace: 0.3, sparse: 0.5, small: 0.1, least: 5 };
const TARGETS = ['rude', 'late'];

const example = (words: string, rude: 0 | 1 | null, late: 0 | 1 | null): Example => ({
  features: words.split(' ').map((id) => ({ id, value: 1 })),
  labels: [rude, late],
  weight: 1,
});

const LESSONS = Array.from({ length: 20 }, () => [
  example('calm please', 0, 0),
  example('calm down', 1, 0),
  example('sit down', 1, null),
  example('please soon', 0, 1),
]).flat();

describe('learning weights', () => {
  const weights = learn(LESSONS, TARGETS, SETTINGS);
  const model = new LinearModel(weights);
  const sumOf = (words: string) => {
    const sums = model.start();
    for (const id of words.split(' ')) model.add(sums, id, 1);
    return sums;
  };

  it('tells apart what was labelled apart', () => {
    expect(sumOf('calm down')[0]).toBeGreaterThan(0);
    expect(sumOf('calm please')[0]).toBeLessThan(0);
    expect(sumOf('please soon')[1]).toBeGreaterThan(0);
  });

  it('gives no weight to what was seen once, nor to what says nothing', () => {
    const rare = learn([...LESSONS, example('zebra down', 1, 0)], TARGETS, SETTINGS);
    expect(Object.keys(rare.features)).not.toContain('zebra');
    expect(Math.abs(model.weight('down', 1))).toBeLessThan(Math.abs(model.weight('soon', 1)));
  });

  it('learns the same each time', () => {
    expect(learn(LESSONS, TARGETS, SETTINGS)).toEqual(weights);
  });

  it('draws a line that keeps good sentences out', () => {
    const judged = (words: string, label: 0 | 1, id: string): Judgement => ({
      ...example(words, label, 0),
      file: 'a',
      id,
      text: words,
      standings: ['alone', 'alone'],
    });
    const examples = [judged('calm down', 1, '1'), judged('sit down', 1, '2'), judged('calm please', 0, '3')];
    const weighed = weighAll(examples, model, Number.POSITIVE_INFINITY);
    const line = drawLines(weighed, TARGETS, 1).only.alone[0] as number;
    expect(weighed.map(({ sums }) => (sums[0] as number) >= line)).toEqual([true, true, false]);
  });
});
