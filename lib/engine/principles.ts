/** The ids themselves, in the order in which they are shown. No browser here: workers and the command line read this too. */
import type { CriterionId, PrincipleId, StrengthId } from './types';

/** The rubric's order: phrases first, then the draft as a whole. */
export const PHRASE_PRINCIPLES = [
  'negative-phrasing',
  'directive',
  'jargon',
  'blame',
  'excuse',
  'policy-shield',
  'hollow-empathy',
  'dismissive',
  'vague-time',
  'overpromise',
  'hedging',
  'closed-question',
  'shouting',
  'canned',
] as const satisfies readonly PrincipleId[];

export const DRAFT_PRINCIPLES = [
  'missing-empathy',
  'solution-first',
  'not-listening',
  'unanswered-question',
  'refusal-without-option',
  'no-next-step',
  'no-ownership',
  'tone-mismatch',
  'boundary',
  'no-personal-touch',
  'no-follow-up',
] as const satisfies readonly PrincipleId[];

export const CRITERIA = [
  'greeting',
  'empathy',
  'comprehension',
  'ownership',
  'solution',
  'next-step',
  'plain-words',
  'tone',
  'closing',
] as const satisfies readonly CriterionId[];

/** Their place is kept in audits: append, never reorder. */
export const STRENGTHS = [
  'names-feeling',
  'restates',
  'owns',
  'specific-apology',
  'common-ground',
  'options',
  'clear-next-step',
  'open-question',
  'reason',
  'extra-touch',
  'follow-up',
  'feel-felt-found',
  'warm-greeting',
  'warm-closing',
  'matches-register',
] as const satisfies readonly StrengthId[];
