import type { Reading } from '../document';
import type { Pattern } from './automaton';
import type { IndexedReading } from './indexed-reading';
import { findIn, type TokenRange } from './match';
import type { SymbolSet } from './symbol-set';
import type { Vocabulary } from './vocabulary';

export interface PatternMatch<T> extends TokenRange {
  pattern: Pattern;
  value: T;
}

interface Indexed<T> {
  pattern: Pattern;
  value: T;
  order: number;
}

/**
 * Many patterns at once. Each is listed under the rarest words that it cannot do without, so that the cost of a sentence
 * grows with the patterns that share its rare words and not with the banks.
 */
export class PatternIndex<T> {
  private readonly entries: Indexed<T>[] = [];
  private listed: Listed<T> | null = null;

  /** `vocabulary`: that of the classes which its patterns are compiled with. */
  constructor(private readonly vocabulary: Vocabulary) {}

  add(pattern: Pattern, value: T): void {
    this.entries.push({ pattern, value, order: this.entries.length });
    this.listed = null;
  }

  /** The longest match of each pattern from each token, in the order of the tokens and then of adding. */
  matches(reading: Reading): PatternMatch<T>[] {
    const words = this.vocabulary.read(reading);
    this.listed ??= list(this.entries);
    const { byNeed, bits, always } = this.listed;
    const found: (PatternMatch<T> & { order: number })[] = [];
    tryOut(always, words, found);
    for (let at = 0; at < bits.length; at += 1) {
      let hopeful = (bits[at] as number) & (words.met[at] as number);
      while (hopeful !== 0) {
        const bit = 31 - Math.clz32(hopeful);
        hopeful ^= 1 << bit;
        tryOut(byNeed[at * 32 + bit] ?? [], words, found);
      }
    }
    return found.sort((a, b) => a.from - b.from || a.order - b.order);
  }
}

function tryOut<T>(
  entries: readonly Indexed<T>[],
  words: IndexedReading,
  found: (PatternMatch<T> & { order: number })[],
): void {
  for (let at = 0; at < entries.length; at += 1) {
    const { pattern, value, order } = entries[at] as Indexed<T>;
    for (const { from, to } of findIn(pattern, words)) found.push({ from, to, pattern, value, order });
  }
}

interface Listed<T> {
  /** By the number of the need. */
  byNeed: (Indexed<T>[] | undefined)[];
  /** The numbers of `byNeed`, a bit each. */
  bits: Int32Array;
  /** Those without needs. */
  always: Indexed<T>[];
}

function list<T>(entries: readonly Indexed<T>[]): Listed<T> {
  const use: number[] = [];
  for (const { pattern } of entries)
    for (const { symbols } of pattern.needs) for (const symbol of symbols) use[symbol] = (use[symbol] ?? 0) + 1;
  // A word that many patterns need is one that most sentences have: 'you', 'not'.
  const cost = ({ symbols }: SymbolSet) => symbols.reduce((sum, symbol) => sum + (use[symbol] ?? 0), 0);
  const byNeed: (Indexed<T>[] | undefined)[] = [];
  const always: Indexed<T>[] = [];
  for (const entry of entries) {
    const [first, ...more] = entry.pattern.needs;
    if (!first) {
      always.push(entry);
      continue;
    }
    const { need } = more.reduce((best, other) => (cost(other) < cost(best) ? other : best), first);
    const list = byNeed[need];
    if (list) list.push(entry);
    else byNeed[need] = [entry];
  }
  const bits = new Int32Array(Math.ceil(byNeed.length / 32));
  for (const need of byNeed.keys())
    if (byNeed[need]) bits[need >> 5] = (bits[need >> 5] as number) | (1 << (need & 31));
  return { byNeed, bits, always };
}
