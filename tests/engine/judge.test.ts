import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { readDocument } from '../../lib/engine/document';
import { DraftJudge } from '../../lib/engine/judge/draft';
import { LinearModel, type LinearWeights } from '../../lib/engine/judge/linear';
import type { Lines } from '../../lib/engine/judge/lines';
import { SentenceJudge } from '../../lib/engine/judge/sentence-judge';
import { wordFeatures } from '../../lib/engine/judge/words';
import type { Finding } from '../../lib/engine/types';
import { compileBuiltIn } from '../../lib/phrasebank/built-in';
import { parseBank } from '../../lib/phrasebank/schema';

const only = (found: number, hinted: number, alone: number) => ({ found: [found], hinted: [hinted], alone: [alone] });
/** What is found needs 0, a hint 1, words alone 2; beside other faults one less each. */
const LINES: Lines = { only: only(0, 1, 2), among: only(-1, 0, 1) };

function banksWith(target: string, features: LinearWeights['features'], bias = 0) {
  const model = new LinearModel({ targets: [target], bias: [bias], features });
  return compileBuiltIn({ sentences: new SentenceJudge(model, LINES), drafts: null });
}

const brief = ({ rule, severity }: Finding) => `${rule} ${severity}`;
const loud = (findings: readonly Finding[]) => findings.filter(({ span, severity }) => span && severity !== 'low');

describe('the words of a sentence', () => {
  const ids = (text: string) => wordFeatures(readDocument(text).sentences[0]?.reading ?? { text: '', tokens: [] });

  it('hold no number and no name', () => {
    const all = ids('We told Anna on 12 May that order 88213 costs £40.').map(({ id }) => id);
    expect(all.join(' ')).not.toMatch(/anna|88213|12|40/i);
    expect(all).toContain('u:we');
    expect(all).toContain('b:told @');
  });

  it('say where they stand', () => {
    const [pair] = ids('You should have asked').filter(({ id }) => id === 'b:should have');
    expect(pair).toEqual({ id: 'b:should have', from: 1, to: 3 });
  });
});

describe('the second reader of a sentence', () => {
  const draft = 'You failed to include the receipt.';

  it('leaves a finding that it agrees with as it is', () => {
    const { findings } = coach(draft, {}, banksWith('blame', { 'found:blame': [0, 100] }));
    expect(loud(findings).map(({ principle }) => principle)).toEqual(['blame']);
  });

  it('makes a finding that reads well a hint, and says so', () => {
    const [finding] = coach(draft, {}, banksWith('blame', { 'l:receipt': [0, -900] })).findings.filter(
      ({ principle }) => principle === 'blame',
    );
    expect(finding?.severity).toBe('low');
    expect(finding?.why.at(-1)).toMatch(/^weighed: -\d/);
  });

  it('speaks up where no pattern did, about the clause whose words weigh most, and names them', () => {
    const text = 'The parcel is here, and that gizmo was a pity.';
    const { findings } = coach(text, {}, banksWith('blame', { 'u:gizmo': [0, 900], 'b:a pity': [0, 500] }));
    const [finding] = findings.filter(({ rule }) => rule === 'blame/reads-as');
    expect(finding?.span && text.slice(finding.span.start, finding.span.end)).toBe('and that gizmo was a pity');
    expect(finding?.why.join(' ')).toContain('"gizmo" (+');
  });

  it('needs less where another sentence is clearly at fault', () => {
    const banks = banksWith('blame', { 'u:gizmo': [0, 120], 'u:doodah': [0, 900] });
    const text = 'That gizmo is wrong.';
    const alone = coach(text, {}, banks).findings;
    const beside = coach(`${text} It is that doodah.`, {}, banks).findings;
    const gizmo = (findings: readonly Finding[]) =>
      loud(findings)
        .filter(({ span }) => span?.start === 0)
        .map(brief);
    expect(gizmo(alone)).toEqual([]);
    expect(gizmo(beside)).toEqual(['blame/reads-as medium']);
  });

  it("leaves what stands in quotation marks alone: it is somebody else's", () => {
    const text = 'The page says "gizmo doodah".';
    expect(loud(coach(text, {}, banksWith('blame', { 'u:gizmo': [0, 2000] })).findings)).toEqual([]);
  });

  it("never overrules a team's own rule", () => {
    const banks = banksWith('blame', { 'l:receipt': [0, -5000] });
    const own = {
      schema: 1,
      id: 'blame',
      language: 'en',
      version: 1,
      title: 'Ours',
      why: { short: 'Because.', long: 'Because we say so.', example: { before: 'a', after: 'b' } },
      entries: [
        {
          id: 'ours',
          patterns: ['the receipt'],
          severity: 'high',
          message: 'We say slip.',
          rewrites: ['the slip'],
          source: 'The team',
          examples: [{ flag: 'Send [[the receipt]].' }, { allow: 'Send the slip.' }],
        },
      ],
    };
    banks.add(parseBank(own, 'ours.json'));
    expect(coach('Please send the receipt.', {}, banks).findings.map(brief)).toContain('blame/ours high');
  });

  it('reads the same draft the same way each time', () => {
    const banks = banksWith('blame', { 'u:gizmo': [0, 900] });
    const text = 'That gizmo is wrong. You failed to say so.';
    expect(coach(text, {}, banks).findings).toEqual(coach(text, {}, banks).findings);
  });
});

describe('the second reader of a draft', () => {
  const customer = 'My order is three weeks late and nobody answers. I am furious.';
  const draft = 'Hi Ann,\n\nYour order leaves on Friday with the morning van.\n\nBest,\nTom';
  const findingsWith = (features: LinearWeights['features']) => {
    const model = new LinearModel({ targets: ['missing-empathy'], bias: [0], features });
    const banks = compileBuiltIn({ sentences: null, drafts: new DraftJudge(model, LINES) });
    return coach(draft, { customer }, banks).findings.filter(({ principle }) => principle === 'missing-empathy');
  };

  it('makes a finding a hint, or a hint a finding', () => {
    expect(findingsWith({ 'mood:upset': [0, 500] }).map(({ severity }) => severity)).not.toContain('low');
    expect(findingsWith({ 'mood:upset': [0, -500] }).map(({ severity }) => severity)).toEqual(['low']);
  });
});
