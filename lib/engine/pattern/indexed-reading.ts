/** A sentence as the matcher sees it: its words as numbers, and the needs of patterns that they meet. */
import type { Reading } from '../document';
import type { TokenRange } from './match';
import { tagsOf } from './tags';
import type { Vocabulary } from './vocabulary';

export class IndexedReading {
  readonly length: number;
  /** By token, with one more at the end that no test takes. 0: a word that no pattern names. */
  readonly norms: Int32Array;
  readonly lemmas: Int32Array;
  /** See tags.ts. */
  readonly tags: Int32Array;
  /** From this token on there are only marks: the end of a sentence is also before them. */
  readonly bodyEnd: number;
  /** Where the matches of each class (by its pattern's number) from each token end: asked by many patterns. */
  readonly classEnds: ((readonly number[] | undefined)[] | undefined)[];
  /** What each class found, as far as it was asked. */
  readonly classFound: (readonly TokenRange[] | undefined)[];
  /** A bit for each need of the vocabulary that the words meet. */
  met = new Int32Array(0);
  private size = 0;

  constructor(
    readonly reading: Reading,
    private readonly vocabulary: Vocabulary,
  ) {
    const { tokens } = reading;
    this.length = tokens.length;
    this.classEnds = new Array(vocabulary.classCount);
    this.classFound = new Array(vocabulary.classCount);
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
    const seen = new Set<number>();
    for (const [at, { norm, lemma }] of reading.tokens.entries()) {
      this.norms[at] = this.note(vocabulary.knownNorm(norm), seen);
      this.lemmas[at] = this.note(vocabulary.knownLemma(lemma), seen);
    }
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

  private note(symbol: number, seen: Set<number>): number {
    if (symbol === 0 || seen.has(symbol)) return symbol;
    seen.add(symbol);
    const { met } = this;
    for (const need of this.vocabulary.needsWith(symbol))
      met[need >> 5] = (met[need >> 5] as number) | (1 << (need & 31));
    return symbol;
  }
}
