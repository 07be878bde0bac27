import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { findingKey, type ReviewedReply, type Verdict } from '../../../lib/audit/model';
import { type ExportFormat, exportHead, exportLines } from '../../../lib/audit/report/export-rows';
import { reviewRow } from '../../../lib/audit/review-row';
import { builtInBanks } from '../../../lib/phrasebank/built-in';

const FACTS = { version: 'Reframe 0.1.0', exported: '2026-04-01T09:00:00.000Z' };

const reviewed = (draft: string, more: Partial<ReviewedReply['reply']> = {}): ReviewedReply => ({
  reply: { id: 'T-1', seq: 0, draft, ...more },
  result: reviewRow({ id: 'T-1', draft }, builtInBanks(), { suggestions: false }),
});

const csv = (rows: ReviewedReply[], format: ExportFormat, verdicts: Verdict[] = []) => {
  const text = exportHead(format) + rows.map((row) => exportLines({ ...row, verdicts }, format, FACTS)).join('');
  expect(text.startsWith('\ufeff')).toBe(true);
  return parse(text, { columns: true, bom: true, record_delimiter: '\r\n' }) as Record<string, string>[];
};

// Compiled once, which on a busy machine takes longer than a test may.
beforeAll(() => void reviewed('Hello.'), 60_000);

describe('CSV', () => {
  it.each(['=HYPERLINK("https://evil.example","Refund")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1'])(
    'makes no formula of %j, in any cell that a person wrote',
    (formula) => {
      const [row] = csv(
        [reviewed(formula, { agent: formula, team: formula, customer: formula, ticket: formula })],
        'csv',
      );
      for (const column of ['agent', 'team', 'customer', 'ticket', 'reply']) expect(row?.[column]).toBe(`'${formula}`);
    },
  );

  it('keeps quotes, commas, line ends and emoji as they are', () => {
    const draft = 'He said "no", twice.\r\nSorry 🙏; that’s all,\n"really".';
    expect(csv([reviewed(draft)], 'csv')[0]?.reply).toBe(draft);
  });

  it('says what was found, by whom it was reviewed, and by which version', () => {
    const row = reviewed('You failed to include the receipt.', { agent: 'Ada', at: '2026-03-02T10:00:00Z' });
    const [finding] = row.result.findings.filter(({ principle }) => principle === 'blame');
    if (!finding) throw new Error('There is blame in it.');
    const verdict: Verdict = {
      run: 'r',
      seq: 0,
      reviewer: 'Ana',
      at: '2026-03-03T10:00:00Z',
      findings: { [findingKey(finding)]: 'disagree' },
      missed: [],
      comment: '=cmd',
      done: true,
    };
    const [line] = csv([row], 'csv', [verdict]);
    expect(line).toMatchObject({
      id: 'T-1',
      agent: 'Ada',
      date: '2026-03-02T10:00:00Z',
      coach: 'Reframe 0.1.0',
      comments: 'Ana: =cmd',
    });
    expect(line?.principles?.split(' ')).toContain('blame');
    const found = csv([row], 'findings', [verdict]).find(({ principle }) => principle === 'blame');
    expect(found).toMatchObject({
      rule: finding.rule,
      severity: 'high',
      disagreed: 'Ana',
      agreed: '',
      score: line?.score,
    });
    expect(csv([reviewed('')], 'findings').length).toBe(reviewed('').result.findings.length);
  });
});

it('JSON lines hold the whole review, a line each', () => {
  const row = reviewed('You failed to include\nthe receipt.', { ticket: '9', options: { maxUnderlines: 1 } });
  const text = exportLines({ ...row, verdicts: [] }, 'jsonl', FACTS);
  expect(exportHead('jsonl')).toBe('');
  expect(text.match(/\n/g)).toHaveLength(1);
  expect(JSON.parse(text)).toEqual({
    id: 'T-1',
    draft: row.reply.draft,
    ticket: '9',
    review: row.result,
    verdicts: [],
    coach: FACTS.version,
    exported: FACTS.exported,
  });
});
