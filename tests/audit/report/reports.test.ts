import { beforeAll, describe, expect, it } from 'vitest';
import { type AgentFindings, agentFindings, sentenceAt } from '../../../lib/audit/report/agent-findings';
import { renderAgentReport, renderTeamReport } from '../../../lib/audit/report/render';
import { reviewRow } from '../../../lib/audit/review-row';
import { standings } from '../../../lib/audit/stats/compare';
import { tallyByName } from '../../../lib/audit/stats/tally';
import { addResult, emptySummary } from '../../../lib/audit/summary';
import { coach } from '../../../lib/engine/coach';
import { suggest } from '../../../lib/engine/suggest';
import type { Edit, PrincipleId, Severity } from '../../../lib/engine/types';
import { builtInBanks } from '../../../lib/phrasebank/built-in';
import { columnsOf, everyOf } from '../columns-of';

const HOSTILE = '<img src=x onerror=alert(1)>';
const FACTS = { source: `${HOSTILE}.csv`, at: new Date('2026-04-01T09:00:00Z'), version: 'Reframe 0.1.0' };
const DRAFTS = [
  'Hi Priya,\n\nYou failed to include the receipt. I’ll call you tomorrow at noon to hear that the refund went through.\n\nBest, Ada',
  'Hi Tom,\n\nYou failed to read the instructions. I’m sorry that the lamp came broken; I’ll send a new one today.\n\nBest, Ada',
  `Hello ${HOSTILE},\n\nWe’ll get back to you soon. You failed to sign it.`,
];

/** A page that shows itself without help, and whose texts are texts. */
function expectSafe(html: string): void {
  expect(html.startsWith('<!doctype html>\n<html')).toBe(true);
  expect(html).not.toMatch(/<script|<img|<link|<iframe|javascript:|\son\w+="|https?:|@import|url\(/i);
  expect(html).not.toMatch(/\$\d|report_|undefined|NaN|\[object/);
}

describe('the report for one agent', () => {
  let findings: AgentFindings;
  let html: string;

  beforeAll(async () => {
    const replies = DRAFTS.map((draft, seq) => ({
      id: `=T-${seq}`,
      seq,
      draft,
      agent: HOSTILE,
      at: '2026-03-02T10:00:00Z',
    }));
    const reviews = replies.map(({ draft }) => coach(draft, {}, builtInBanks()));
    const columns = columnsOf(
      reviews.map((review) => ({
        agent: HOSTILE,
        at: '2026-03-02T10:00:00Z',
        found: Object.fromEntries(review.findings.map(({ principle, severity }) => [principle, severity])) as Partial<
          Record<PrincipleId, Severity>
        >,
        strengths: review.strengths.map(({ id }) => id),
      })),
    );
    findings = await agentFindings(columns, everyOf(columns), async (seq) => {
      const [reply, review] = [replies[seq], reviews[seq]];
      if (!reply || !review) throw new Error(`There is no reply ${seq}.`);
      const suggestions: Record<string, Edit[]> = {};
      for (const { id } of review.findings) suggestions[id] = suggest(review, id);
      return { reply, review, suggestions };
    });
    html = renderAgentReport(findings, { ...FACTS, agent: HOSTILE, period: 'March 2026' });
  }, 60_000);

  it('speaks of strengths first, with their own sentences', () => {
    expect(findings.strengths.length).toBeGreaterThan(0);
    const own = findings.strengths.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(own.length).toBeGreaterThan(0);
    for (const text of own)
      expect(
        DRAFTS.some((draft) => draft.includes(text)),
        text,
      ).toBe(true);
    expect(html.indexOf('What works well')).toBeGreaterThan(0);
    expect(html.indexOf('What works well')).toBeLessThan(html.indexOf('to work on'));
  });

  it('names at most three things, each found twice, with a better sentence for one of theirs', () => {
    expect(findings.work.length).toBeGreaterThan(0);
    expect(findings.work.length).toBeLessThanOrEqual(3);
    const blame = findings.work.find(({ principle }) => principle === 'blame');
    expect(blame).toMatchObject({ replies: 3 });
    expect(blame?.examples[0]?.standing?.before).toContain('You failed to');
    expect(blame?.examples[0]?.standing?.after).not.toContain('You failed to');
    for (const { replies } of findings.work) expect(replies).toBeGreaterThan(1);
  });

  it('holds no score and no script, and says that three replies are few', () => {
    expectSafe(html);
    expect(html).toContain('&lt;img src=x onerror=alert(1)');
    expect(html.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/score|\bmean|rank|\d+ ?%/i);
    expect(html).toContain('These are 3 replies');
  });

  it('is a page of its own where nothing was found', () => {
    const empty = renderAgentReport({ replies: 40, strengths: [], work: [] }, { ...FACTS, agent: 'Ada' });
    expectSafe(empty);
    expect(empty).toContain('Nothing came up more than once');
  });
});

describe('the team report', () => {
  const summary = emptySummary();

  beforeAll(() => {
    for (const [at, draft] of DRAFTS.entries()) {
      addResult(summary, reviewRow({ id: `${HOSTILE}${at}`, draft }, builtInBanks(), { suggestions: true }));
    }
  }, 60_000);

  it('is safe, whatever a customer or a file is called', () => {
    const html = renderTeamReport(summary, { ...FACTS, which: HOSTILE });
    expectSafe(html);
    expect(html).toContain('Reframe 0.1.0');
  });

  it('shows groups by name with intervals, and few replies as few', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ team: 'West', score: 60 + (at % 9) }));
    const columns = columnsOf([{ team: HOSTILE, score: 10 }, ...rows]);
    const groups = { by: 'teams' as const, ...standings(tallyByName(columns, everyOf(columns), 'teams')) };
    const html = renderTeamReport(summary, { ...FACTS, groups });
    expectSafe(html);
    expect(html).toMatch(/West[\s\S]*63\.\d–64\.\d|West[\s\S]*62\.\d–\d\d\.\d/);
    expect(html).toContain('too few to compare: &lt;img');
  });

  it('keeps what the command line writes where nothing more is known', () => {
    const html = renderTeamReport(summary, { source: 'replies.jsonl', at: FACTS.at });
    expectSafe(html);
    expect(html).not.toContain('95% interval');
  });
});

describe('the sentence around a place', () => {
  it('ends at the stop, the line or the end of the text', () => {
    const text = 'Hi Priya,\n\nIt cost £3.50 in all. Was it there? Yes';
    expect(sentenceAt(text, text.indexOf('cost'))).toBe('It cost £3.50 in all.');
    expect(sentenceAt(text, text.indexOf('Was'))).toBe('Was it there?');
    expect(sentenceAt(text, text.length - 1)).toBe('Yes');
    expect(sentenceAt(text, 999)).toBe('');
  });
});
