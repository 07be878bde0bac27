/** Sets of words, as numbers of a vocabulary: what tests, beginnings and needs of patterns are made of. */

/** Up to so many it is quicker to look at each than to keep a bit for each. */
export const FEW = 4;

/** Immutable. Asked a hundred thousand times for a page of text: no hashing, no strings. */
export class SymbolSet {
  /** Its number among the needs of its vocabulary, once it is one; see `Vocabulary.numberOf`. */
  need = -1;
  /** Its column in the tables of sentences, once it has one; see `IndexedReading.isIn`. */
  column = -1;
  /** One bit for each remainder by 32: most words are turned away here. */
  private readonly sieve: number;
  private bits: Bits | null = null;

  constructor(
    /** Each once; none is 0. */
    readonly symbols: readonly number[],
    /** How likely a sentence has one of them, to compare with others. */
    readonly commonness: number,
  ) {
    let sieve = 0;
    for (const symbol of symbols) sieve |= 1 << (symbol & 31);
    this.sieve = sieve;
  }

  /** Whether a word is one of them. 0, a word that no pattern names, never is. */
  has(symbol: number): boolean {
    if (((this.sieve >>> (symbol & 31)) & 1) === 0) return false;
    const { symbols } = this;
    if (symbols.length > FEW) return this.hasBit(symbol);
    for (let index = 0; index < symbols.length; index += 1) if (symbols[index] === symbol) return true;
    return false;
  }

  private hasBit(symbol: number): boolean {
    this.bits ??= bitsOf(this.symbols);
    const { first, words } = this.bits;
    const bit = symbol - first;
    const word = bit >> 5;
    return word >= 0 && word < words.length && (((words[word] as number) >>> (bit & 31)) & 1) === 1;
  }
}

/** One bit for each symbol from `first` on: those of one class or bank stand close together. */
interface Bits {
  first: number;
  words: Int32Array;
}

function bitsOf(symbols: readonly number[]): Bits {
  const first = symbols.reduce((a, b) => Math.min(a, b)) & ~31;
  const last = symbols.reduce((a, b) => Math.max(a, b));
  const words = new Int32Array(((last - first) >> 5) + 1);
  for (const symbol of symbols) {
    const bit = symbol - first;
    words[bit >> 5] = (words[bit >> 5] as number) | (1 << (bit & 31));
  }
  return { first, words };
}

export const NO_SYMBOLS = new SymbolSet([], 0);
