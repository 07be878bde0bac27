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
  const work = words.workOf(pattern.classNumber);
  work.found ??= findIn(pattern, words);
  return work.found;
}

/** As `findAll`, for who has the sentence's index at hand. */
export function findIn(pattern: Pattern, words: IndexedReading): readonly TokenRange[] {
  if (!words.meetsAll(pattern.needNumbers)) return NO_RANGES;
  const { automaton, classNumber } = pattern;
  if (automaton.oneWord) return findWords(automaton.oneWord, words);
  // Nothing is allocated before something is found: most patterns find nothing
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

function findWords(symbols: SymbolSet, words: IndexedReading): readonly TokenRange[] {
  let found: TokenRange[] | null = null;
  for (let at = 0; at < words.length; at += 1) {
    if (!words.isIn(symbols, at)) continue;
    found ??= [];
    found.push({ from: at, to: at + 1 });
  }
  return found ?? NO_RANGES;
}
