/** Replies to customers who wrote before: empathy already shown, a question answered before, a second contact. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { f1, type Labelled, scoreRows } from '../../lib/cli/score';
import { coach } from '../../lib/engine/coach';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const rows = readFileSync(new URL('threads.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Labelled);

function whole(id: string): string[] {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error(`threads.jsonl has no row ${id}`);
  const { customer, channel, earlier } = row;
  return coach(row.draft, { customer, channel, earlier }, builtInBanks())
    .findings.filter(({ span, severity }) => span === null && severity !== 'low')
    .map(({ principle }) => principle);
}

describe('a draft in a thread', () => {
  it('is judged at least as well as it was', () => {
    const score = scoreRows(rows);
    expect(score.rows).toBe(24);
    expect(f1(score.whole).precision).toBeGreaterThanOrEqual(0.8);
    expect(f1(score.whole).recall).toBeGreaterThanOrEqual(0.5);
    expect(score.quiet / score.clean).toBeGreaterThanOrEqual(0.8);
    expect(score.mood / score.rows).toBeGreaterThanOrEqual(0.95);
  });

  it('needs no empathy where an earlier reply of ours showed it', () => {
    expect(whole('th-001')).not.toContain('missing-empathy');
  });

  it('need not answer again what an earlier reply answered', () => {
    expect(whole('th-003')).not.toContain('unanswered-question');
    expect(whole('th-005')).not.toContain('unanswered-question');
  });

  it('may lean on a step or a look back that was agreed before', () => {
    expect(whole('th-014')).not.toContain('no-next-step');
    expect(whole('th-016')).not.toContain('no-follow-up');
    expect(whole('th-016')).not.toContain('no-next-step');
  });

  it('may not ask a third time for what was sent twice', () => {
    expect(whole('th-008')).toContain('not-listening');
    expect(whole('th-011')).toContain('not-listening');
  });

  it('needs a new step where the agreed one fell through, and a new look back where the last is used up', () => {
    expect(whole('th-015')).toContain('no-next-step');
    expect(whole('th-017')).toContain('no-follow-up');
  });
});
