/**
 * A linear model over named features, one sum for each target. Small, fast, and it can always say which words weighed:
 * what a judgement needs that no single pattern makes. Weights are data, learnt by lib/cli/train-*.ts.
 */

/** As it stands in a file. */
export interface LinearWeights {
  targets: readonly string[];
  /** By target. */
  bias: readonly number[];
  /** Feature -> target's index and weight in hundredths, in turn: [3, 120, 7, -45]. A feature left out weighs nothing. */
  features: Readonly<Record<string, readonly number[]>>;
}

export interface Feature {
  id: string;
  value: number;
}

const HUNDREDTHS = 0.01;

export class LinearModel {
  readonly targets: readonly string[];
  /** Feature -> target's index and weight in hundredths, in turn. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
  private readonly bias: Float64Array;

  constructor({ targets, bias, features }: LinearWeights) {
    this.targets = targets;
    this.bias = Float64Array.from(bias);
    this.weights = new Map(Object.entries(features));
  }

  /** The log of the odds of each target, before any feature. */
  start(): Float64Array {
    return this.bias.slice();
  }

  /** Adds a feature to the sums. */
  add(sums: Float64Array, id: string, value: number): void {
    const weights = this.weights.get(id);
    if (!weights) return;
    for (let at = 0; at < weights.length; at += 2) {
      const target = weights[at] as number;
      sums[target] = (sums[target] as number) + value * HUNDREDTHS * (weights[at + 1] as number);
    }
  }

  /** What a feature adds to one target. */
  weight(id: string, target: number): number {
    const weights = this.weights.get(id) ?? [];
    for (let at = 0; at < weights.length; at += 2)
      if (weights[at] === target) return HUNDREDTHS * (weights[at + 1] as number);
    return 0;
  }

  /** Features of this kind that weigh anything: 'class:' -> the names after it. */
  named(prefix: string): string[] {
    return [...this.weights.keys()].filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
  }
}
