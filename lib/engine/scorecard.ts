/** What quality teams score, live and afterwards. Strengths raise, findings lower; hints and gaps cost nothing. */
import type { DraftFacts } from './detectors/detector';
import { replyOf } from './reply';
import type { CriterionId, Finding, PrincipleId, Scorecard, Severity, StrengthId } from './types';

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

/** A criterion that nothing speaks for or against. */
const PLAIN = 0.92;
/** What a finding takes from its criterion. */
const COST: Record<Severity, number> = { high: 0.6, medium: 0.4, low: 0 };
/** What it takes from the whole, in points: a customer feels the worst sentence, not the average. */
const POINTS: Record<Severity, number> = { high: 4, medium: 1.5, low: 0 };

/** An empty draft has no score yet: every criterion is null and the score 0. */
export function scoreDraft(facts: DraftFacts, findings: readonly Finding[]): Scorecard {
  const blank = replyOf(facts).sentences.length === 0 || facts.conversation.source.kind === 'note';
  const credited = new Set(facts.strengths.map(({ id }) => id));
  const criteria = {} as Record<CriterionId, number | null>;
  let sum = 0;
  let weights = 0;
  for (const [id, { raised, lowered, applies }] of Object.entries(CRITERIA) as [CriterionId, Criterion][]) {
    const against = findings.filter(({ principle, severity }) => severity !== 'low' && lowered.includes(principle));
    if (blank || (against.length === 0 && !applies(facts))) {
      criteria[id] = null;
      continue;
    }
    const base = raised.some((strength) => credited.has(strength)) ? 1 : PLAIN;
    const cost = against.reduce((total, { severity }) => total + COST[severity], 0);
    const value = Math.round(Math.max(0, base - cost) * 100) / 100;
    criteria[id] = value;
    sum += value * facts.banks.weights[id];
    weights += facts.banks.weights[id];
  }
  const points = findings.reduce((total, { severity }) => total + POINTS[severity], 0);
  const score = weights === 0 ? 0 : Math.max(0, Math.round((100 * sum) / weights - points));
  return { score: facts.conversation.source.kind === 'note' ? 100 : score, criteria };
}
