/** What is worth a sentence: what got better, and what to try next. Never what got worse. Pure. */
import type { PrincipleId } from '../engine/types';
import type { DaySums } from '../store/days';
import { foundIn, mostFirst, type Periods } from './periods';

/** Fewer replies in a period tell nothing about it. */
export const ENOUGH_REPLIES = 10;
const ENOUGH_FINDINGS = 5;
/** Found less often than this is not worth one's effort. */
const WORTH_TRYING = 3;
/** A change this many standard errors wide is not taken for chance: one in twenty would be, one-sided. */
const CLEAR = 1.645;

export interface Better {
  principle: PrincipleId;
  /** Findings. */
  now: number;
  before: number;
}

/** Whether both periods have enough replies to be laid beside each other. */
export const comparable = ({ now, before }: Periods): boolean =>
  Math.min(now.replies, before.replies) >= ENOUGH_REPLIES;

/** The clearest fall in findings per reply; null where it may be chance. */
export function whatGotBetter(periods: Periods): Better | null {
  const { now, before } = periods;
  const falls = (Object.keys(before.principles) as PrincipleId[])
    .filter((principle) => isClearFall(periods, principle))
    .sort((a, b) => fall(periods, b) - fall(periods, a));
  const [principle] = falls;
  if (!principle) return null;
  return { principle, now: foundIn(now.principles[principle]), before: foundIn(before.principles[principle]) };
}

export function isClearFall(periods: Periods, principle: PrincipleId): boolean {
  const was = foundIn(periods.before.principles[principle]);
  return comparable(periods) && was >= ENOUGH_FINDINGS && fall(periods, principle) >= CLEAR;
}

/** By how many standard errors findings per reply are fewer. Counts are taken for Poisson's. */
function fall({ now, before }: Periods, principle: PrincipleId): number {
  const was = foundIn(before.principles[principle]);
  const is = foundIn(now.principles[principle]);
  const error = Math.sqrt(was / before.replies ** 2 + is / now.replies ** 2);
  return error ? (was / before.replies - is / now.replies) / error : 0;
}

/** What is found most, what a customer would feel counting twice. Rather not what is getting better already. */
export function whatToTry({ principles, replies }: DaySums, better: Better | null): PrincipleId | null {
  if (replies < ENOUGH_REPLIES) return null;
  const weights: Partial<Record<PrincipleId, number>> = {};
  for (const [id, tally] of Object.entries(principles)) {
    if (foundIn(tally) >= WORTH_TRYING) weights[id as PrincipleId] = tally.high * 2 + tally.medium;
  }
  const ranked = mostFirst(weights).map(([id]) => id);
  return ranked.find((id) => id !== better?.principle) ?? ranked[0] ?? null;
}
