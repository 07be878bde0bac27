/** A sentence as the matcher sees it: its words as numbers, and the needs of patterns that they meet. */
import type { Reading, Token } from '../document';
import type { TokenRange } from './match';
import { FEW, type SymbolSet } from './symbol-set';
import { tagsOf } from './tags';
import type { Vocabulary } from './vocabulary';

interface ClassWork {
  /** By token: where the matches that begin there end. Null before the first. */
  ends: (readonly number[] | undefined)[] | null;
  found: readonly TokenRange[] | null;
}

export class IndexedReading {
  readonly length: number;
  /** By token, with one more at the end that no test takes. 0: a word that no pattern names. */
  readonly norms: Int32Array;
  readonly lemmas: Int32Array;
  /** See tags.ts. */
  readonly tags: Int32Array;
  /** From this token on there are only marks: the end of a sentence is also before them. */
  readonly bodyEnd: number;
  /** What each class (by its pattern's number) found, as far as it was asked: many patterns ask the same. */
  private readonly classes: (ClassWork | undefined)[];
  /** A bit for each need of the vocabulary that the words meet. */
  met = new Int32Array(0);
  private size = 0;
  /** A row for each token, with a bit for each set that it is in: looked at far more often than there are tokens. */
  private table = new Int32Array(0);
  /** Sets that the table knows, and 32-bit words of a row. */
  private columns = 0;
  private width = 0;

  constructor(
    readonly reading: Reading,
    private readonly vocabulary: Vocabulary,
  ) {
    const { tokens } = reading;
    this.length = tokens.length;
    this.classes = new Array(vocabulary.classCount);
    this.norms = new Int32Array(tokens.length + 1);
    this.lemmas = new Int32Array(tokens.length + 1);
    this.tags = new Int32Array(tokens.length + 1);
    let bodyEnd = tokens.length;
    while (bodyEnd > 0 && tokens[bodyEnd - 1]?.kind === 'punctuation') bodyEnd -= 1;
    this.bodyEnd = bodyEnd;
    for (let at = 0; at < tokens.length; at += 1) this.tags[at] = tagsOf(tokens, at);
  }

  /** Looks the words up again where patterns have come that name more of them. What was found still holds. */
  refresh(): void {
    const { reading, vocabulary } = this;
    if (this.size === vocabulary.size) return;
    this.size = vocabulary.size;
    this.met = new Int32Array((vocabulary.needCount >> 5) + 1);
    this.columns = vocabulary.columnCount;
    this.width = (this.columns >> 5) + 1;
    this.table = new Int32Array(this.width * this.norms.length);
    const { tokens } = reading;
    for (let at = 0; at < tokens.length; at += 1) {
      const { norm, lemma } = tokens[at] as Token;
      this.norms[at] = this.note(vocabulary.knownNorm(norm), at);
      this.lemmas[at] = this.note(vocabulary.knownLemma(lemma), at);
    }
  }

  /** Whether the set has the word at a token, as written or by its dictionary form. */
  isIn(set: SymbolSet, at: number): boolean {
    const { column } = set;
    if (column >= 0 && column < this.columns)
      return (((this.table[at * this.width + (column >> 5)] as number) >>> (column & 31)) & 1) === 1;
    // Patterns come into use one by one: what is not in the table of this sentence will be in that of the next
    if (column < 0 && set.symbols.length > FEW) this.vocabulary.enlist(set);
    return set.has(this.norms[at] as number) || set.has(this.lemmas[at] as number);
  }

  /** What a class found. To be filled by who works it out. */
  workOf(classNumber: number): ClassWork {
    let work = this.classes[classNumber];
    if (!work) {
      work = { ends: null, found: null };
      this.classes[classNumber] = work;
    }
    return work;
  }

  /** Whether the sentence has a word of each need. */
  meetsAll(needs: readonly number[]): boolean {
    const { met } = this;
    for (let index = 0; index < needs.length; index += 1) {
      const need = needs[index] as number;
      if ((((met[need >> 5] as number) >>> (need & 31)) & 1) === 0) return false;
    }
    return true;
  }

  private note(symbol: number, at: number): number {
    if (symbol === 0) return symbol;
    mark(this.met, 0, this.vocabulary.needBitsWith(symbol));
    mark(this.table, at * this.width, this.vocabulary.columnBitsWith(symbol));
    return symbol;
  }
}

function mark(table: Int32Array, from: number, bits: readonly number[]): void {
  for (let index = 0; index < bits.length; index += 2) {
    const word = from + (bits[index] as number);
    table[word] = (table[word] as number) | (bits[index + 1] as number);
  }
}
