/** Shares: of replies with a finding, of findings that a reviewer agreed with. */
import { CONFIDENCE, type Estimate } from './estimate';
import { normalQuantile } from './normal';

/**
 * `hits` of `n`, by Wilson's score interval (Wilson 1927; Newcombe 1998a, method 3): it stays within 0 and 1 and holds for
 * small `n` and for shares near 0 and 1, where the usual formula fails. Null where `n` is 0.
 */
export function proportion(hits: number, n: number, confidence = CONFIDENCE): Estimate | null {
  if (n === 0) return null;
  const p = hits / n;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const square = z * z;
  const centre = p + square / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p) + square / (4 * n)) / n);
  const under = 1 + square / n;
  // At the ends of the scale the bound is the end itself, which rounding would miss by a hair.
  return {
    value: p,
    low: hits === 0 ? 0 : (centre - spread) / under,
    high: hits === n ? 1 : (centre + spread) / under,
    n,
  };
}

/**
 * How much the share `a` is above the share `b`, of different replies: Newcombe's hybrid score interval (Newcombe 1998b,
 * method 10), made of the two Wilson intervals. `n` is that of the smaller.
 */
export function proportionDifference(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
    n: Math.min(a.n, b.n),
  };
}
