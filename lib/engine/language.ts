import type { CompiledBanks } from '../phrasebank/compile';
import type { Document } from './document';

/** Below this many words a draft is taken for the banks' language: two words prove nothing. */
const ENOUGH_WORDS = 8;
/** From so many words on, a text without its share of common words is another language's. */
const LONG = 40;
const COMMON_SHARE = 0.18;
/** A word in small letters with one that English has not: names are left out. */
const ACCENTED = /^(?=\p{Ll}+$)(?=.*[^a-z])/u;

/**
 * The language of a draft, as far as the banks need it: theirs, or 'und'. Every English text has its share of 'the',
 * 'you', 'to' (the class `common` of classes.json). A short one may be all names and figures, so it counts as another
 * language's only where it has none of them, or as many of the words and letters that other languages are full of.
 */
export function languageOf(document: Document, banks: CompiledBanks): string {
  let words = 0;
  let common = 0;
  let foreign = 0;
  for (const { reading } of document.sentences) {
    const spoken = reading.tokens.filter((token) => token.kind === 'word');
    words += spoken.length;
    common += banks.find('common', reading).length;
    foreign += banks.find('foreign-common', reading).length;
    foreign += spoken.filter(({ text }) => ACCENTED.test(text)).length;
  }
  if (words < ENOUGH_WORDS || common / words >= COMMON_SHARE) return banks.language;
  return words >= LONG || common === 0 || foreign > common ? 'und' : banks.language;
}
