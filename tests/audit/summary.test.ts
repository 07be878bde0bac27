import { expect, test } from 'vitest';
import { addResult, emptySummary } from '../../lib/audit/summary';
import type { AuditResult, PrincipleId, Severity } from '../../lib/engine/types';

function result(id: string, score: number, found: [PrincipleId, Severity, string][] = []): AuditResult {
  return {
    id,
    mood: 'calm',
    score,
    criteria: { tone: score / 100, greeting: null } as AuditResult['criteria'],
    findings: found.map(([principle, severity, quote]) => ({
      principle,
      rule: `${principle}/x`,
      start: 4,
      end: 4 + quote.length,
      quote,
      severity,
      message: 'Why.',
      suggestions: [{ start: 4, end: 4 + quote.length, text: 'better' }],
    })),
    strengths: ['owns', 'owns'],
    commitments: [],
    gaps: [],
  };
}

test('counts replies, not findings, and no hints', () => {
  const summary = emptySummary();
  addResult(summary, result('a', 100, [['jargon', 'low', 'RMA']]));
  addResult(
    summary,
    result('b', 55, [
      ['blame', 'high', 'you broke it'],
      ['blame', 'medium', 'your fault'],
    ]),
  );
  expect(summary).toMatchObject({ replies: 2, scoreSum: 155, quiet: 1, moods: { calm: 2 } });
  expect(summary.bins).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
  expect([...summary.principles.keys()]).toEqual(['blame']);
  expect(summary.principles.get('blame')).toMatchObject({ replies: 1, findings: 2 });
  expect(summary.strengths.get('owns')).toBe(2);
  expect(summary.criteria.get('tone')?.count).toBe(2);
  expect(summary.criteria.has('greeting')).toBe(false);
});

test('keeps few examples, each sentence once, with the better one', () => {
  const summary = emptySummary();
  for (const at of [1, 2, 3, 4, 5, 6]) {
    addResult(summary, result(`r${at}`, 50, [['blame', 'high', at < 3 ? 'your fault' : `fault ${at}`]]));
  }
  const examples = summary.principles.get('blame')?.examples ?? [];
  expect(examples.map(({ quote }) => quote)).toEqual(['your fault', 'fault 3', 'fault 4']);
  expect(examples[0]?.better).toEqual({ replaced: 'your fault', text: 'better' });
});

test('lists the lowest first, and no more of them than a person reads', () => {
  const summary = emptySummary();
  for (let at = 0; at < 50; at += 1) addResult(summary, result(`r${at}`, (at * 37) % 50, [['blame', 'high', 'x']]));
  addResult(summary, result('fine', 0));
  expect(summary.lowest.map(({ score }) => score)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
