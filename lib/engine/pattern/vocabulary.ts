/**
 * The words that patterns name, as numbers. A sentence's words are looked up once, and whatever the patterns ask of it
 * afterwards is a matter of small integers.
 *
 * A word as written and a dictionary form are two symbols, even where they are spelt alike: 'send' and <send>.
 */
import { RecentMap } from '../cache';
import type { Reading } from '../document';
import { IndexedReading } from './indexed-reading';
import { SymbolSet } from './symbol-set';

/** Sentences of which the index is kept: those of a long draft. What was found in a sentence is kept elsewhere. */
const KEPT = 1000;

export class Vocabulary {
  /** Word classes that have a number. */
  classCount = 0;
  private readonly norms = new Map<string, number>();
  private readonly lemmas = new Map<string, number>();
  /** By symbol: how likely a sentence has it, roughly: short words are the common ones. */
  private readonly commonness: number[] = [0];
  private readonly singles: SymbolSet[] = [];
  private readonly needs: SymbolSet[] = [];
  private readonly needsBySymbol: number[][] = [];
  private readonly indexed = new RecentMap<Reading, IndexedReading>(KEPT);
  private latest: IndexedReading | null = null;

  /** The symbol of a word as written, in lower case. */
  norm(word: string): number {
    return this.symbolOf(this.norms, word);
  }

  /** The symbol of a dictionary form. */
  lemma(word: string): number {
    return this.symbolOf(this.lemmas, word);
  }

  /** As `norm`, 0 where no pattern names the word. */
  knownNorm(word: string): number {
    return this.norms.get(word) ?? 0;
  }

  /** As `lemma`, 0 where no pattern names the word. */
  knownLemma(word: string): number {
    return this.lemmas.get(word) ?? 0;
  }

  /** The set of one word: the same object each time. */
  single(symbol: number): SymbolSet {
    let set = this.singles[symbol];
    if (!set) {
      set = this.setOf([symbol]);
      this.singles[symbol] = set;
    }
    return set;
  }

  /** The set of several words, each named once. */
  setOf(symbols: readonly number[]): SymbolSet {
    let commonness = 0;
    for (const symbol of symbols) commonness += this.commonness[symbol] as number;
    return new SymbolSet(symbols, commonness);
  }

  /** The number of a need: a set of words of which a pattern takes at least one. */
  numberOf(need: SymbolSet): number {
    if (need.need < 0) {
      need.need = this.needs.length;
      this.needs.push(need);
      for (const symbol of need.symbols) {
        const list = this.needsBySymbol[symbol];
        if (list) list.push(need.need);
        else this.needsBySymbol[symbol] = [need.need];
      }
    }
    return need.need;
  }

  /** The numbers of the needs that a word meets. */
  needsWith(symbol: number): readonly number[] {
    return this.needsBySymbol[symbol] ?? NONE;
  }

  /** A number for the next word class. */
  nextClass(): number {
    this.classCount += 1;
    return this.classCount - 1;
  }

  /** Grows with each word and need: what was worked out for a smaller one no longer holds. */
  get size(): number {
    return this.commonness.length + this.needs.length;
  }

  get needCount(): number {
    return this.needs.length;
  }

  /** A sentence in these numbers. */
  read(reading: Reading): IndexedReading {
    if (this.latest?.reading !== reading)
      this.latest = this.indexed.get(reading, () => new IndexedReading(reading, this));
    this.latest.refresh();
    return this.latest;
  }

  private symbolOf(symbols: Map<string, number>, word: string): number {
    let symbol = symbols.get(word);
    if (symbol === undefined) {
      symbol = this.commonness.length;
      symbols.set(word, symbol);
      this.commonness.push(1 / word.length ** 3);
    }
    return symbol;
  }
}

const NONE: readonly number[] = [];
