/** What the coach reaches on the project's own labelled exchanges. The floors may only rise. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { f1, type Labelled, scoreRows } from '../../lib/cli/score';

const rows = readFileSync(new URL('authored.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Labelled);

it('finds and leaves alone at least as much as it did', () => {
  const score = scoreRows(rows);
  expect(score.rows).toBe(100);
  expect(f1(score.phrases).precision).toBeGreaterThanOrEqual(0.84);
  expect(f1(score.phrases).recall).toBeGreaterThanOrEqual(0.55);
  expect(f1(score.whole).f1).toBeGreaterThanOrEqual(0.54);
  expect(score.mood / score.rows).toBeGreaterThanOrEqual(0.89);
  expect(score.quiet / score.clean).toBeGreaterThanOrEqual(0.69);
});
