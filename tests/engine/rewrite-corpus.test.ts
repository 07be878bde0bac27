import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { touches } from '../../lib/engine/gaps';
import { applyEdit } from '../../lib/engine/rewrite/splice';
import { suggest } from '../../lib/engine/suggest';
import type { PrincipleId } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';

interface Row {
  id: string;
  principle: PrincipleId;
  customer: string | null;
  draft: string;
  flag: string | null;
  good: string[];
  bad: { text: string }[];
}

const rows = readFileSync(new URL('../corpus/rewrites.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

/**
 * Measured: rows of 180 that are flagged, and whose suggestions a writer would have written. Each lower by three than it was,
 * since rewrites that people judged blind and refused gave way to others.
 */
const LEAST = { flagged: 155, first: 97, any: 102 };
/** This near in words counts as the same rewrite. */
const NEAR = 0.85;

function words(text: string): string[] {
  return (
    text
      .replaceAll('’', "'")
      .toLowerCase()
      .match(/[\p{L}\p{N}'[\]]+/gu) ?? []
  );
}

/** Dice's coefficient over words: 1 for the same words. */
function likeness(a: string, b: string): number {
  const left = words(a);
  const rest = words(b);
  const all = left.length + rest.length;
  let same = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    same += 1;
  }
  return (2 * same) / all;
}

describe('the rewrites that writers made', () => {
  it('are met by our own, and what they refused is never offered first', { timeout: 240_000 }, () => {
    const banks = builtInBanks();
    const met = { flagged: 0, first: 0, any: 0 };
    const refused: string[] = [];
    for (const row of rows) {
      const review = coach(row.draft, { customer: row.customer ?? undefined }, banks);
      const at = row.flag ? row.draft.indexOf(row.flag) : -1;
      const label = row.flag ? { start: at, end: at + row.flag.length } : null;
      const finding = review.findings.find(
        ({ principle, span }) =>
          principle === row.principle && (label ? span !== null && touches(span, label) : span === null),
      );
      if (!finding) continue;
      met.flagged += 1;
      const made = suggest(review, finding.id).map((edit) => applyEdit(row.draft, edit));
      if (row.bad.some(({ text }) => text === made[0])) refused.push(`${row.id}: ${made[0]}`);
      const good = (text: string) => row.good.some((one) => likeness(one, text) >= NEAR);
      if (made[0] !== undefined && good(made[0])) met.first += 1;
      if (made.some(good)) met.any += 1;
    }
    console.info(`rewrites of ${rows.length}:`, met);
    expect(refused).toEqual([]);
    expect(met.flagged).toBeGreaterThanOrEqual(LEAST.flagged);
    expect(met.first).toBeGreaterThanOrEqual(LEAST.first);
    expect(met.any).toBeGreaterThanOrEqual(LEAST.any);
  });
});
