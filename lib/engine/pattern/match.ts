import type { Reading } from '../document';
import type { Pattern } from './automaton';
import type { IndexedReading } from './indexed-reading';
import { classEnds, endsFrom, mayBegin } from './run';
import type { SymbolSet } from './symbol-set';

/** A range of tokens in a sentence, end exclusive. */
export interface TokenRange {
  from: number;
  to: number;
}

const NO_RANGES: readonly TokenRange[] = [];

/** Every match, the longest from each token; they may overlap. Shared where there is none: not to be changed. */
export function findAll(pattern: Pattern, reading: Reading): readonly TokenRange[] {
  return findIn(pattern, pattern.vocabulary.read(reading));
}

/** As `findAll`, of a word class: what it finds is kept, as many ask for it. */
export function findClass(pattern: Pattern, reading: Reading): readonly TokenRange[] {
  const words = pattern.vocabulary.read(reading);
  // Most are turned away here, and nothing needs to be kept
  if (!words.meetsAll(pattern.needNumbers)) return NO_RANGES;
  let found = words.classFound[pattern.classNumber];
  if (!found) {
    found = findIn(pattern, words);
    words.classFound[pattern.classNumber] = found;
  }
  return found;
}

/** As `findAll`, for who has the sentence's index at hand. */
export function findIn(pattern: Pattern, words: IndexedReading): readonly TokenRange[] {
  if (!words.meetsAll(pattern.needNumbers)) return NO_RANGES;
  const { automaton, classNumber } = pattern;
  if (automaton.oneWord) return findWords(automaton.oneWord, words);
  let found: TokenRange[] | null = null;
  const starts = automaton.atStart ? 1 : words.length;
  for (let from = 0; from < starts; from += 1) {
    if (!mayBegin(automaton, words, from)) continue;
    const ends = classNumber < 0 ? endsFrom(automaton, words, from) : classEnds(pattern, words, from);
    let to = from;
    for (let index = 0; index < ends.length; index += 1) to = Math.max(to, ends[index] as number);
    if (to === from) continue;
    found ??= [];
    found.push({ from, to });
  }
  return found ?? NO_RANGES;
}

function findWords(symbols: SymbolSet, { norms, lemmas, length }: IndexedReading): readonly TokenRange[] {
  const found: TokenRange[] = [];
  for (let at = 0; at < length; at += 1)
    if (symbols.has(norms[at] as number) || symbols.has(lemmas[at] as number)) found.push({ from: at, to: at + 1 });
  return found;
}
