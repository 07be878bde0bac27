/**
 * Which texts have the words that a pattern can't do without, so that only those are read again when a rule changes.
 * Holds a number for each word, and nothing of the texts.
 */
import type { Document, Token } from '../../engine/document';
import type { Pattern } from '../../engine/pattern/automaton';
import type { SymbolSet } from '../../engine/pattern/symbol-set';

type Word = Pick<Token, 'norm' | 'lemma'>;

/** Stands between two sentences; no word has this number. */
const END = 0;
/** So many needs of a pattern are looked at, the rarest: one bit each. */
const NEEDS = 8;

export class WordIndex {
  private readonly numbers = new Map<string, number>();
  /** By number. */
  private readonly words: Word[] = [{ norm: '', lemma: '' }];
  private readonly texts: Int32Array[] = [];

  /** How many texts there are. */
  get length(): number {
    return this.texts.length;
  }

  /** The next text. */
  add({ sentences }: Pick<Document, 'sentences'>): void {
    const found: number[] = [];
    for (const { reading } of sentences) {
      for (const token of reading.tokens) found.push(this.numberOf(token));
      found.push(END);
    }
    this.texts.push(Int32Array.from(found));
  }

  /**
   * Tells of a text whether one of the patterns may match in one of its sentences: never no where it does match. Texts that
   * come later are known, too.
   */
  mayMatch(patterns: readonly Pattern[]): (text: number) => boolean {
    const sieves = patterns.map((pattern): Sieve => ({ pattern, met: [] }));
    return (text) => {
      const words = this.texts[text];
      return words !== undefined && sieves.some((sieve) => this.passes(words, sieve));
    };
  }

  private passes(words: Int32Array, sieve: Sieve): boolean {
    const { pattern, met } = sieve;
    for (let word = met.length; word < this.words.length; word += 1)
      met.push(needsMet(pattern, this.words[word] as Word));
    const all = (1 << Math.min(NEEDS, pattern.needs.length)) - 1;
    let bits = 0;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as number;
      bits = word === END ? 0 : bits | (met[word] as number);
      if (bits === all && word !== END) return true;
    }
    return false;
  }

  private numberOf({ norm, lemma }: Word): number {
    const key = `${norm}\u0000${lemma}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.words.length;
      this.numbers.set(key, number);
      this.words.push({ norm, lemma });
    }
    return number;
  }
}

interface Sieve {
  pattern: Pattern;
  /** By number of the word: a bit for each need that it meets. */
  met: number[];
}

function needsMet({ needs, vocabulary }: Pattern, { norm, lemma }: Word): number {
  const written = vocabulary.knownNorm(norm);
  const form = vocabulary.knownLemma(lemma);
  let bits = 0;
  for (let at = 0; at < needs.length && at < NEEDS; at += 1) {
    const need = needs[at] as SymbolSet;
    if (need.has(written) || need.has(form)) bits |= 1 << at;
  }
  return bits;
}
