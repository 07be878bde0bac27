/** The weights of sentence-weights.json, ready to run. */
import type { CompiledBanks } from '../../phrasebank/compile';
import type { Reading } from '../document';
import type { LinearModel } from './linear';
import type { Lines } from './lines';
import { CLASS_VALUE } from './sentence-features';
import { WordTree } from './word-tree';
import { type WordFeature, wordFeatures, wordValue } from './words';

/** Words that are named as the reason. */
const NAMED = 3;

/** What a sentence's words come to is kept by its reading. */
export class SentenceJudge {
  readonly lines: Lines;
  private readonly classes: readonly { name: string; id: string }[];
  private readonly words: WordTree;
  private readonly sums = new WeakMap<Reading, Float64Array>();

  constructor(
    readonly model: LinearModel,
    lines: Lines,
  ) {
    this.lines = lines;
    this.classes = model.named('class:').map((name) => ({ name, id: `class:${name}` }));
    this.words = new WordTree(model.weights);
  }

  /** What `readingFeatures` come to, before anything that the banks found. Not to be changed by who asks. */
  sumsOf(reading: Reading, banks: CompiledBanks): Float64Array {
    const known = this.sums.get(reading);
    if (known) return known;
    const sums = this.model.start();
    this.words.add(sums, reading);
    for (const { name, id } of this.classes) if (banks.has(name, reading)) this.model.add(sums, id, CLASS_VALUE);
    this.sums.set(reading, sums);
    return sums;
  }

  /** How much each token of a sentence weighs for a principle. */
  byToken(reading: Reading, target: number): number[] {
    const weights = reading.tokens.map(() => 0);
    for (const { id, from, to } of wordFeatures(reading)) {
      const share = this.model.weight(id, target) / Math.max(1, to - from);
      for (let at = from; at < to; at += 1) weights[at] = (weights[at] as number) + share;
    }
    return weights;
  }

  /** The words that weigh most, for 'explain': 'you should (+1.2)'. */
  why(reading: Reading, target: number): string[] {
    const value = wordValue(reading);
    const seen = new Set<string>();
    return wordFeatures(reading)
      .map((feature) => ({ ...feature, weight: value * this.model.weight(feature.id, target) }))
      .filter(({ weight }) => weight > 0.1)
      .sort((a, b) => b.weight - a.weight)
      .map((feature) => ({ ...feature, text: textOf(reading, feature) }))
      .filter(({ text }) => text !== '' && seen.size !== seen.add(text).size)
      .slice(0, NAMED)
      .map(({ text, weight }) => `"${text}" (+${weight.toFixed(1)})`);
  }
}

function textOf({ text, tokens }: Reading, { from, to }: WordFeature): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}
