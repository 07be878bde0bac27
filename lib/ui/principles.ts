/** Ids to labels: what the interface calls principles, strengths, steps and criteria. */
import type { CriterionId, PrincipleId, StepId, StrengthId } from '../engine/types';
import { t } from './text';

type Underscored<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : S;

/** 'vague-time' -> 'vague_time': message keys have no hyphens. */
export function keyPart<S extends string>(id: S): Underscored<S> {
  return id.replaceAll('-', '_') as Underscored<S>;
}

export const principleLabel = (id: PrincipleId): string => t(`principle_${keyPart(id)}`);
export const strengthLabel = (id: StrengthId): string => t(`strength_${keyPart(id)}`);
export const stepLabel = (id: StepId): string => t(`step_${keyPart(id)}`);
export const criterionLabel = (id: CriterionId): string => t(`criterion_${keyPart(id)}`);

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
