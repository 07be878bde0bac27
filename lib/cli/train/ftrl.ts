/**
 * Logistic regression for several targets at once, learnt example by example with FTRL-Proximal (McMahan et al., "Ad
 * Click Prediction: a View from the Trenches", 2013): a pace of its own for each weight, and a penalty that leaves most
 * weights at nought, so that the file stays small and a rare word says nothing. Deterministic.
 */
import type { LinearWeights } from '../../engine/judge/linear';

export interface Example {
  /** Feature and value, each feature once. */
  features: readonly { id: string; value: number }[];
  /** By target: 1 or 0; null where nobody said. */
  labels: readonly (0 | 1 | null)[];
  /** How much it counts. */
  weight: number;
}

export interface Settings {
  /** Features of fewer examples are left out. */
  seen: number;
  rounds: number;
  pace: number;
  /** Penalty on each weight that is not nought. */
  sparse: number;
  /** Penalty on large weights. */
  small: number;
  /** In hundredths: a weight below it is dropped, for a file a third of the size that reads as well. */
  least: number;
}

const STEADY = 1;
const FIRST_BIAS = -3;

export function learn(examples: readonly Example[], targets: readonly string[], settings: Settings): LinearWeights {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const { id } of features) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts].filter(([, count]) => count >= settings.seen).map(([id]) => id);
  const place = new Map(ids.sort().map((id, index) => [id, index]));
  const rows = examples.map(({ features, labels, weight }) => {
    const known = features.filter(({ id }) => place.has(id));
    return {
      at: Int32Array.from(known, ({ id }) => place.get(id) as number),
      value: Float64Array.from(known, ({ value }) => value),
      labels,
      weight,
    };
  });
  const bias: number[] = [];
  const weights = targets.map((_, target) => {
    const learnt = learnTarget(rows, target, ids.length, settings);
    bias.push(round(learnt.bias));
    return learnt.weights;
  });
  const features: Record<string, number[]> = {};
  for (const [index, id] of ids.entries()) {
    const own = weights.flatMap((of, target) => {
      const hundredths = Math.round((of[index] as number) * 100);
      return Math.abs(hundredths) < settings.least ? [] : [target, hundredths];
    });
    if (own.length > 0) features[id] = own;
  }
  return { targets, bias, features };
}

interface Row {
  at: Int32Array;
  value: Float64Array;
  labels: Example['labels'];
  weight: number;
}

function learnTarget(rows: readonly Row[], target: number, size: number, settings: Settings) {
  const { pace, sparse, small, rounds } = settings;
  const pull = new Float64Array(size);
  const spread = new Float64Array(size);
  const weights = new Float64Array(size);
  let bias = FIRST_BIAS;
  let biasSpread = 0;
  const order = Int32Array.from(rows.keys());
  const next = numbers(target + 1);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, next);
    for (const index of order) {
      const { at, value, labels, weight } = rows[index] as Row;
      const label = labels[target];
      if (label === null || label === undefined) continue;
      let sum = bias;
      for (let each = 0; each < at.length; each += 1)
        sum += (weights[at[each] as number] as number) * (value[each] as number);
      const error = (1 / (1 + Math.exp(-sum)) - label) * weight;
      biasSpread += error * error;
      bias -= (pace * error) / (STEADY + Math.sqrt(biasSpread));
      for (let each = 0; each < at.length; each += 1) {
        const feature = at[each] as number;
        const slope = error * (value[each] as number);
        const before = spread[feature] as number;
        const after = before + slope * slope;
        const step = (Math.sqrt(after) - Math.sqrt(before)) / pace;
        const pulled = (pull[feature] as number) + slope - step * (weights[feature] as number);
        pull[feature] = pulled;
        spread[feature] = after;
        weights[feature] =
          Math.abs(pulled) <= sparse
            ? 0
            : -(pulled - Math.sign(pulled) * sparse) / ((STEADY + Math.sqrt(after)) / pace + small);
      }
    }
  }
  return { bias, weights };
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}

/** The same numbers from 0 to 1 in each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
