/** What quality teams score, live and afterwards. Strengths raise, findings lower; hints and gaps cost nothing. */
import type { DraftFacts } from './detectors/detector';
import { replyOf } from './reply';
import type { CriterionId, Finding, PrincipleId, Scorecard, StrengthId } from './types';

interface Criterion {
  raised: readonly StrengthId[];
  lowered: readonly PrincipleId[];
  /** Whether it is asked of this reply at all; a finding of its own always asks it. */
  applies(facts: DraftFacts): boolean;
}

const always = () => true;
const inEmail = ({ conversation }: DraftFacts) => conversation.source.channel === 'email';
const afterProblem = ({ conversation }: DraftFacts) => conversation.problem;
const answers = ({ conversation }: DraftFacts) => conversation.problem || conversation.questions.length > 0;

const CRITERIA: Record<CriterionId, Criterion> = {
  greeting: { raised: ['warm-greeting'], lowered: ['no-personal-touch'], applies: inEmail },
  empathy: {
    raised: ['names-feeling', 'specific-apology'],
    lowered: ['missing-empathy', 'hollow-empathy', 'solution-first'],
    applies: ({ conversation }) => conversation.mood.id === 'upset',
  },
  comprehension: { raised: ['restates'], lowered: ['not-listening', 'unanswered-question'], applies: answers },
  ownership: {
    raised: ['owns', 'reason'],
    lowered: ['blame', 'excuse', 'no-ownership', 'policy-shield'],
    applies: afterProblem,
  },
  solution: {
    raised: ['options', 'extra-touch'],
    lowered: ['negative-phrasing', 'refusal-without-option'],
    applies: answers,
  },
  'next-step': {
    raised: ['clear-next-step'],
    lowered: ['no-next-step', 'vague-time', 'overpromise', 'hedging'],
    applies: answers,
  },
  'plain-words': { raised: [], lowered: ['jargon', 'canned'], applies: always },
  tone: {
    raised: ['common-ground', 'open-question', 'feel-felt-found', 'matches-register'],
    lowered: ['dismissive', 'directive', 'shouting', 'tone-mismatch', 'boundary', 'closed-question'],
    applies: always,
  },
  closing: { raised: ['warm-closing', 'follow-up'], lowered: ['no-follow-up', 'canned'], applies: inEmail },
};

/** An empty draft has no score yet: every criterion is null and the score 0. */
export function scoreDraft(facts: DraftFacts, findings: readonly Finding[]): Scorecard {
  const blank = replyOf(facts).sentences.length === 0 || facts.conversation.source.kind === 'note';
  const { plain, cost, points, ...scoring } = facts.banks.scoring;
  const weights = { ...scoring.weights, ...facts.options.weights };
  const credited = new Set(facts.strengths.map(({ id }) => id));
  const criteria = {} as Record<CriterionId, number | null>;
  let sum = 0;
  let weight = 0;
  for (const [id, { raised, lowered, applies }] of Object.entries(CRITERIA) as [CriterionId, Criterion][]) {
    const against = findings.filter(({ principle, severity }) => severity !== 'low' && lowered.includes(principle));
    if (blank || (against.length === 0 && !applies(facts))) {
      criteria[id] = null;
      continue;
    }
    const base = raised.some((strength) => credited.has(strength)) ? 1 : plain;
    const lost = against.reduce((total, { severity }) => total + cost[severity], 0);
    const value = Math.round(Math.max(0, base - lost) * 100) / 100;
    criteria[id] = value;
    sum += value * weights[id];
    weight += weights[id];
  }
  const off = findings.reduce((total, { severity }) => total + points[severity], 0);
  // A team may give no weight to all that this reply is asked for
  const score = blank ? 0 : Math.max(0, Math.round(weight === 0 ? 100 - off : (100 * sum) / weight - off));
  return { score: facts.conversation.source.kind === 'note' ? 100 : score, criteria };
}
