import { describe, expect, it, test } from 'vitest';
import { findingKey, type Verdict } from '../../../lib/audit/model';
import { agreementOf, betweenReviewers, type Judged } from '../../../lib/audit/stats/agreement';
import { doubtOf } from '../../../lib/audit/stats/doubt';
import { proportion } from '../../../lib/audit/stats/proportion';
import type { AuditResult, PrincipleId, Severity } from '../../../lib/engine/types';

type Finding = AuditResult['findings'][number];

const finding = (rule: string, start = 0, severity: Severity = 'high'): Finding => ({
  principle: rule.split('/')[0] as PrincipleId,
  rule,
  start,
  end: start + 4,
  quote: 'text',
  severity,
  message: 'Why.',
});

const verdict = (said: [Finding, 'agree' | 'disagree'][], more: Partial<Verdict> = {}): Verdict => ({
  run: 'r',
  seq: 0,
  reviewer: 'Ana',
  at: '2026-03-01T00:00:00Z',
  findings: Object.fromEntries(said.map(([each, word]) => [findingKey(each), word])),
  missed: [],
  done: true,
  ...more,
});

const missed = (principle: PrincipleId) => ({ principle, start: 0, end: 4, quote: 'text' });
const failed = finding('blame/you-failed-to');
const hint = finding('hedging/hopefully', 9, 'low');

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('precision', () => {
  it('is for each rule and principle, of what was judged', () => {
    const other = finding('blame/your-fault', 20);
    const report = agreementOf([
      {
        findings: [failed, other],
        verdicts: [
          verdict([
            [failed, 'agree'],
            [other, 'disagree'],
          ]),
        ],
      },
      { findings: [failed, other], verdicts: [verdict([[failed, 'agree']], { done: false })] },
      { findings: [failed], verdicts: [] },
    ]);
    expect(report).toMatchObject({ replies: 2, done: 1 });
    expect(report.rules.map(({ id, agreed, judged }) => [id, agreed, judged])).toEqual([
      ['blame/you-failed-to', 2, 2],
      ['blame/your-fault', 0, 1],
    ]);
    expect(report.principles[0]?.precision).toEqual(proportion(2, 3));
    expect(report.overall.precision).toEqual(proportion(2, 3));
  });

  it('takes a finding once, and a tie as nobody’s view', () => {
    const [ana, ben, cy] = [
      verdict([[failed, 'agree']]),
      verdict([[failed, 'disagree']], { reviewer: 'Ben' }),
      verdict([[failed, 'disagree']], { reviewer: 'Cy' }),
    ];
    expect(agreementOf([{ findings: [failed], verdicts: [ana, ben] }])).toMatchObject({ rules: [], disputed: 1 });
    expect(agreementOf([{ findings: [failed], verdicts: [ana, ben, cy] }]).rules[0]).toMatchObject({
      agreed: 0,
      judged: 1,
    });
  });
});

describe('kappa and recall', () => {
  it('counts a reply and a principle as an item', () => {
    const jargon = { missed: [missed('jargon')] };
    const report = agreementOf([
      ...times(6, (): Judged => ({ findings: [failed], verdicts: [verdict([[failed, 'agree']])] })),
      ...times(2, (): Judged => ({ findings: [failed], verdicts: [verdict([[failed, 'disagree']])] })),
      ...times(2, (): Judged => ({ findings: [], verdicts: [verdict([], { missed: [missed('blame')] })] })),
      ...times(10, (): Judged => ({ findings: [], verdicts: [verdict([], jargon)] })),
    ]);
    const blame = report.principles.find(({ id }) => id === 'blame');
    // 6 both, 2 coach only, 2 reviewer only, 10 neither: (0.8 - 0.52) / 0.48.
    expect(blame?.kappa?.value).toBeCloseTo(0.28 / 0.48, 10);
    expect(blame?.kappa?.n).toBe(20);
    expect(blame?.recall).toEqual(proportion(6, 8));
    const found = report.principles.find(({ id }) => id === 'jargon');
    expect(found).toMatchObject({ judged: 0, precision: null, missed: 10, recall: { value: 0, n: 10 } });
    expect(found?.kappa?.value).toBe(0);
    expect(report.overall.kappa?.n).toBe(20 * 25);
  });

  it('leaves out what nobody knows: hints, and findings that were not judged', () => {
    const unjudged = agreementOf([{ findings: [failed, hint], verdicts: [verdict([])] }]);
    expect(unjudged.overall.recall).toBeNull();
    expect(unjudged.overall.kappa).toBeNull();
    const open = agreementOf([{ findings: [failed], verdicts: [verdict([[failed, 'agree']], { done: false })] }]);
    expect(open).toMatchObject({ done: 0, overall: { judged: 1, kappa: null, recall: null } });
  });

  it('is not defined where nothing varies', () => {
    const report = agreementOf(times(30, () => ({ findings: [failed], verdicts: [verdict([[failed, 'agree']])] })));
    expect(report.principles[0]?.kappa).toBeNull();
    expect(report.overall.kappa?.value).toBe(1);
  });
});

test('two reviewers are compared on what both are done with', () => {
  const both = (a: 'agree' | 'disagree', b: 'agree' | 'disagree', done = true): Judged => ({
    findings: [failed],
    verdicts: [verdict([[failed, a]]), verdict([[failed, b]], { reviewer: 'Ben', done })],
  });
  const replies = [
    ...times(8, () => both('agree', 'agree')),
    ...times(2, () => both('agree', 'disagree')),
    both('agree', 'disagree', false),
  ];
  const found = betweenReviewers(replies, 'Ana', 'Ben');
  expect(found.replies).toBe(10);
  expect(found.kappa?.n).toBe(250);
  expect(found.kappa?.value).toBeGreaterThan(0.8);
  expect(betweenReviewers(replies, 'Ana', 'Cy')).toEqual({ replies: 0, kappa: null });
});

test('a rule is doubted only as far as the judgements go', () => {
  expect(doubtOf(proportion(2, 20), 0.8)).toBe('below');
  expect(doubtOf(proportion(15, 20), 0.8)).toBe('likely');
  expect(doubtOf(proportion(2, 4), 0.8)).toBe('few');
  expect(doubtOf(proportion(0, 9), 0.8)).toBe('below');
  expect(doubtOf(proportion(0, 1), 0.8)).toBe('few');
  expect(doubtOf(proportion(19, 20), 0.8)).toBe('fine');
  expect(doubtOf(null, 0.8)).toBe('few');
});
