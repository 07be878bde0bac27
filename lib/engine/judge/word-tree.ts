/**
 * The weights of words and of words in a row as a tree of numbers: a sentence is weighed without making the name of a
 * single feature. It says what `wordFeatures` and `LinearModel.add` say together, to the last bit.
 */
import type { Reading } from '../document';
import { PairTable } from './pair-table';
import { REACH, spelled, wordValue } from './words';

/** Feature -> target's index and weight in hundredths, in turn. */
type Weights = ReadonlyMap<string, readonly number[]>;

const HUNDREDTHS = 0.01;
/** The words that a feature of this kind names. */
const WORDS: Readonly<Record<string, number>> = { u: 1, b: 2, t: 3, l: 1, s: 2 };
/** Above all words as written, and above all dictionary forms. */
const WRITTEN = 1;
const FORMS = 2;

export class WordTree {
  private readonly words = new Map<string, number>();
  private readonly nodes = new PairTable();
  /** By node; empty where only longer rows of words weigh anything. */
  private readonly weights: (readonly number[])[] = [NONE, NONE, NONE];
  /** By node: the sentence that counted it last. A feature counts once for a sentence. */
  private readonly counted: Int32Array;
  private sentence = 0;

  constructor(weights: Weights) {
    for (const [id, pairs] of weights) this.plant(id, pairs);
    this.counted = new Int32Array(this.weights.length);
  }

  /** Adds what the sentence's words weigh. */
  add(sums: Float64Array, reading: Reading): void {
    const { norms, lemmas } = spelled(reading);
    const written = norms.map((word) => this.words.get(word) ?? 0);
    const forms = lemmas.map((word) => this.words.get(word) ?? 0);
    const value = wordValue(reading) * HUNDREDTHS;
    this.sentence += 1;
    for (let at = 0; at < written.length; at += 1) {
      const word = this.step(WRITTEN, written[at]);
      const form = this.step(FORMS, forms[at]);
      this.count(sums, word, value);
      this.count(sums, form, value);
      const pair = this.step(word, written[at + 1]);
      this.count(sums, pair, value);
      this.count(sums, this.step(pair, written[at + 2]), value);
      if (form !== 0)
        for (let other = at + 1; other <= at + REACH; other += 1)
          this.count(sums, this.step(form, forms[other]), value);
    }
  }

  /** The node below another one; 0 for none. */
  private step(node: number, word = 0): number {
    return node === 0 || word === 0 ? 0 : this.nodes.get(node, word);
  }

  private count(sums: Float64Array, node: number, value: number): void {
    if (node === 0 || this.counted[node] === this.sentence) return;
    this.counted[node] = this.sentence;
    const weights = this.weights[node] as readonly number[];
    for (let at = 0; at < weights.length; at += 2) {
      const target = weights[at] as number;
      sums[target] = (sums[target] as number) + value * (weights[at + 1] as number);
    }
  }

  /** A feature of other kinds is passed over. So is a word with a space in it: it stands in no other sentence. */
  private plant(id: string, pairs: readonly number[]): void {
    const kind = id.slice(0, id.indexOf(':'));
    const words = id.slice(kind.length + 1).split(' ');
    if (words.length !== WORDS[kind]) return;
    let node = kind === 'l' || kind === 's' ? FORMS : WRITTEN;
    for (const word of words) {
      const number = this.words.get(word) ?? this.words.size + 1;
      this.words.set(word, number);
      let next = this.nodes.get(node, number);
      if (next === 0) {
        next = this.weights.push(NONE) - 1;
        this.nodes.set(node, number, next);
      }
      node = next;
    }
    this.weights[node] = pairs;
  }
}

const NONE: readonly number[] = [];
