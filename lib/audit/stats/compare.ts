/** Who and what differs, said only where it can be told. */
import type { PrincipleId } from '../../engine/types';
import { PRINCIPLES } from '../columns';
import { CONFIDENCE, ENOUGH, type Estimate, sideOf } from './estimate';
import { type Moments, mean, meanDifference, rest } from './mean';
import { proportion, proportionDifference } from './proportion';
import { principleCount, type Tally } from './tally';

export interface Standing {
  name: string;
  mean: Estimate;
  /** Against all the others: 0 where it can't be told. */
  side: -1 | 0 | 1;
}

/**
 * The mean of each group beside the others. A group stands apart where its difference from all the others together leaves
 * out 0 at a confidence that holds for all groups at once (Bonferroni): of 50 agents who are all the same, two or three
 * would else seem to differ. Groups of fewer than ENOUGH replies are `few`.
 */
export function standings(groups: readonly (readonly [string, Moments])[]): { enough: Standing[]; few: Standing[] } {
  const large = groups.filter(([, { n }]) => n >= ENOUGH).length;
  const confidence = 1 - (1 - CONFIDENCE) / Math.max(1, large);
  const whole = { n: 0, sum: 0, squares: 0 };
  for (const [, { n, sum, squares }] of groups) {
    whole.n += n;
    whole.sum += sum;
    whole.squares += squares;
  }
  const enough: Standing[] = [];
  const few: Standing[] = [];
  for (const [name, moments] of groups) {
    const found = mean(moments);
    if (!found) continue;
    const others = rest(whole, moments);
    if (moments.n < ENOUGH) {
      few.push({ name, mean: found, side: 0 });
      continue;
    }
    const difference = others.n < ENOUGH ? null : meanDifference(moments, others, confidence);
    enough.push({ name, mean: found, side: difference ? sideOf(difference, 0) : 0 });
  }
  return { enough, few };
}

export interface Change {
  principle: PrincipleId;
  now: Estimate;
  before: Estimate;
  /** Share of replies now less share before. */
  difference: Estimate;
  /** Against the period before: 0 where it can't be told. */
  side: -1 | 0 | 1;
}

/**
 * The share of replies with each principle in two periods; those in neither are left out. Null where there are too few. A
 * change counts as one where it can be told from chance for all principles at once (Bonferroni), as in `standings`.
 */
export function changes(now: Tally, before: Tally): Change[] | null {
  if (now.n < ENOUGH || before.n < ENOUGH) return null;
  const found = PRINCIPLES.filter((id) => principleCount(now, id) + principleCount(before, id) > 0);
  const confidence = 1 - (1 - CONFIDENCE) / Math.max(1, found.length);
  return found.flatMap((principle) => {
    const counts = [now, before].map((counted) => [principleCount(counted, principle), counted.n] as const);
    const [a, b] = counts.map(([hits, n]) => proportion(hits, n));
    const [wideA, wideB] = counts.map(([hits, n]) => proportion(hits, n, confidence));
    if (!a || !b || !wideA || !wideB) return [];
    const side = sideOf(proportionDifference(wideA, wideB), 0);
    return [{ principle, now: a, before: b, difference: proportionDifference(a, b), side }];
  });
}
