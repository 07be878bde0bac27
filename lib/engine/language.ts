import type { CompiledBanks } from '../phrasebank/compile';
import type { Document } from './document';

/** Below this many words a draft is taken for the banks' language: two words prove nothing. */
const ENOUGH_WORDS = 8;
const COMMON_SHARE = 0.18;

/**
 * The language of a draft, as far as the banks need it: theirs, or 'und'. Every English text has its share of 'the',
 * 'you', 'to'; the words are the class `common` of classes.json.
 */
export function languageOf(document: Document, banks: CompiledBanks): string {
  let words = 0;
  let common = 0;
  for (const { reading } of document.sentences) {
    words += reading.tokens.filter((token) => token.kind === 'word').length;
    common += banks.find('common', reading).length;
  }
  return words < ENOUGH_WORDS || common / words >= COMMON_SHARE ? banks.language : 'und';
}
