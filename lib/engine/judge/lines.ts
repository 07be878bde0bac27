/** From which sum on a judgement is a yes: it depends on what else speaks for it. */
import type { LinearWeights } from './linear';

/** What stands for a principle: a finding of the rules, a hint or a match that a test left alone, or the words alone. */
export type Standing = 'found' | 'hinted' | 'alone';

/** The only fault of a reply, or one among others: the reader's ear is set by them. */
export type Company = 'only' | 'among';

/** By company, by standing, by target. */
export type Lines = Readonly<Record<Company, Readonly<Record<Standing, readonly number[]>>>>;

export interface JudgeWeights extends LinearWeights {
  lines: Lines;
}
