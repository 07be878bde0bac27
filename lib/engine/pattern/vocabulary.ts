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
  /** Sets that have a column. */
  columnCount = 0;
  private readonly norms = new Map<string, number>();
  private readonly lemmas = new Map<string, number>();
  /** By symbol: how likely a sentence has it, roughly: short words are the common ones. */
  private readonly commonness: number[] = [0];
  private readonly singles: SymbolSet[] = [];
  private readonly needs: SymbolSet[] = [];
  /** By symbol: a word of 32 needs and the bits in it that the symbol meets, in turn. Common words meet thousands of needs. */
  private readonly needBits: number[][] = [];
  /** As `needBits`, of the sets with a column. */
  private readonly columnBits: number[][] = [];
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
        this.needBits[symbol] ??= [];
        addBit(this.needBits[symbol], need.need);
      }
    }
    return need.need;
  }

  /** The needs that a word meets: the number of 32 needs and their bits, in turn. */
  needBitsWith(symbol: number): readonly number[] {
    return this.needBits[symbol] ?? NONE;
  }

  /** Gives a set its column: sentences that are read from now on know at once which of their words are in it. */
  enlist(set: SymbolSet): void {
    set.column = this.columnCount;
    this.columnCount += 1;
    for (const symbol of set.symbols) {
      this.columnBits[symbol] ??= [];
      addBit(this.columnBits[symbol], set.column);
    }
  }

  /** The sets with a column that a word is in, as `needBitsWith`. */
  columnBitsWith(symbol: number): readonly number[] {
    return this.columnBits[symbol] ?? NONE;
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

/** Numbers only grow, so that the last word is the one to add to. */
function addBit(bits: number[], number: number): void {
  const last = bits.length - 2;
  if (last >= 0 && bits[last] === number >> 5) bits[last + 1] = (bits[last + 1] as number) | (1 << (number & 31));
  else bits.push(number >> 5, 1 << (number & 31));
}
