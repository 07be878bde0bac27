/** What the coach reaches on the project's own labelled exchanges. The floors may only rise. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { f1, type Labelled, scoreRows } from '../../lib/cli/score';

const read = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled);

interface Floor {
  rows: number;
  precision: number;
  recall: number;
  whole: number;
  mood: number;
  quiet: number;
}

it.each<[string, Floor]>([
  ['authored.jsonl', { rows: 100, precision: 0.87, recall: 0.65, whole: 0.66, mood: 0.91, quiet: 0.93 }],
  ['held/written_11.jsonl', { rows: 90, precision: 0.85, recall: 0.67, whole: 0.76, mood: 0.93, quiet: 0.83 }],
  ['held/written_12.jsonl', { rows: 90, precision: 0.74, recall: 0.58, whole: 0.74, mood: 0.96, quiet: 0.94 }],
])('finds and leaves alone at least as much as it did in %s', (file, least) => {
  const score = scoreRows(read(file));
  expect(score.rows).toBe(least.rows);
  const phrases = f1(score.phrases);
  expect(phrases.precision).toBeGreaterThanOrEqual(least.precision);
  expect(phrases.recall).toBeGreaterThanOrEqual(least.recall);
  expect(f1(score.whole).f1).toBeGreaterThanOrEqual(least.whole);
  expect(score.mood / score.rows).toBeGreaterThanOrEqual(least.mood);
  expect(score.quiet / score.clean).toBeGreaterThanOrEqual(least.quiet);
});
