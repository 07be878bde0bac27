/** Ids to labels: what the interface calls principles, strengths, steps and criteria. */
import type { CriterionId, PrincipleId, StepId, StrengthId } from '../engine/types';
import { t } from './text';

export { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES } from '../engine/principles';

type Underscored<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : S;

/** 'vague-time' -> 'vague_time': message keys have no hyphens. */
export function keyPart<S extends string>(id: S): Underscored<S> {
  return id.replaceAll('-', '_') as Underscored<S>;
}

export const principleLabel = (id: PrincipleId): string => t(`principle_${keyPart(id)}`);
export const strengthLabel = (id: StrengthId): string => t(`strength_${keyPart(id)}`);
export const stepLabel = (id: StepId): string => t(`step_${keyPart(id)}`);
export const criterionLabel = (id: CriterionId): string => t(`criterion_${keyPart(id)}`);
