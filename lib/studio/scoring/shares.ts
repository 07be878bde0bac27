/** The scorecard's weights, and what share of the score each has. Pure. */
import { CRITERIA } from '../../engine/principles';
import type { CriterionId } from '../../engine/types';
import type { Layer } from '../../phrasebank/layer';
import type { Rulebook } from '../types';

export type Weights = Record<CriterionId, number>;
type Own = Layer['weights'];

/** A slider goes so far; a file may say more, up to 100. */
export const MOST_WEIGHT = 10;

/** The built-in weights with the team's own over them. */
export function weightsOf(own: Own, builtIn: Rulebook['weights']): Weights {
  return Object.fromEntries(CRITERIA.map((id) => [id, own[id] ?? builtIn[id] ?? 0])) as Weights;
}

/** Only what differs from the built-in weights, as the layer has it. */
export function ownWeights(weights: Weights, builtIn: Rulebook['weights']): Own {
  return Object.fromEntries(CRITERIA.filter((id) => weights[id] !== builtIn[id]).map((id) => [id, weights[id]]));
}

/** Of a reply of which everything is asked, 0 to 1; all 0 where nothing counts. */
export function sharesOf(weights: Weights): Weights {
  const sum = CRITERIA.reduce((total, id) => total + weights[id], 0);
  return Object.fromEntries(CRITERIA.map((id) => [id, sum ? weights[id] / sum : 0])) as Weights;
}
