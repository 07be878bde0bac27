/** A reviewer's list, drawn from the replies that a filter leaves. */
import { type Columns, PRINCIPLES } from './columns';
import type { Verdict, WorkList } from './model';
import { randomSample, stratifiedSample, tellingSample } from './sample';

export type Way = 'telling' | 'random' | 'equal' | 'proportional';
export const WAYS: readonly Way[] = ['telling', 'random', 'equal', 'proportional'];

export interface Draw {
  way: Way;
  size: number;
  seed: string;
  /** In the order of PRINCIPLES: see `tellingSample`. */
  disputed: readonly number[];
}

export function drawSeqs(columns: Columns, seqs: ArrayLike<number>, { way, size, seed, disputed }: Draw): number[] {
  switch (way) {
    case 'random':
      return randomSample(seqs, size, seed);
    case 'telling':
      return tellingSample(columns, seqs, size, disputed, seed);
    default:
      return stratifiedSample(columns, seqs, size, way, seed);
  }
}

export function howOf(way: Way): WorkList['how'] {
  return way === 'equal' || way === 'proportional' ? 'stratified' : way;
}

/** So many verdicts that agree are taken for granted: one disagreement is no dispute yet. */
const PRIOR = 2;

/**
 * The share of each principle's judged findings that reviewers disagreed with, in the order of PRINCIPLES. A finding's
 * principle is the first part of its rule's name.
 */
export function disputedOf(verdicts: readonly Verdict[]): number[] {
  const counts = PRINCIPLES.map(() => ({ judged: 0, disagreed: 0 }));
  for (const { findings } of verdicts) {
    for (const [key, opinion] of Object.entries(findings)) {
      const count = counts[PRINCIPLES.findIndex((principle) => key.startsWith(`${principle}/`))];
      if (!count) continue;
      count.judged++;
      if (opinion === 'disagree') count.disagreed++;
    }
  }
  return counts.map(({ judged, disagreed }) => disagreed / (judged + PRIOR));
}
