/** A figure with what is known about it. */
export interface Estimate {
  value: number;
  /** The interval that takes in the true value in 95 of 100 such samples. */
  low: number;
  high: number;
  /** Replies, findings or items that it is made of. */
  n: number;
}

export const CONFIDENCE = 0.95;

/** Fewer than this are shown, and neither compared nor ranked. */
export const ENOUGH = 20;

/** Whether an interval leaves out `value`: on which side, or 0. */
export function sideOf({ low, high }: Pick<Estimate, 'low' | 'high'>, value: number): -1 | 0 | 1 {
  if (high < value) return -1;
  return low > value ? 1 : 0;
}
