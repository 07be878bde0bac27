import type { Document, Token } from '../document';
import { notQuoted } from './context-tests';
import type { ContextTest, PhraseContext, PhraseDetector, PhraseHit } from './detector';

/** Three to five consonants: shorter ones are agents' initials, those with a vowel may be words that are shouted. */
const ACRONYM = /^[BCDFGHJ-NP-TV-XZ]{3,5}s?$/;
/** Signs that make a run of capitals part of a code, a handle or a signature. */
const CODE_SIGN = new Set(['-', '^', '/', '#', '@', '_', '(', ')', '&', '+', '~']);
const ADDRESS_SIGN = new Set(['/', '.', '@', '_', '#']);

/** Words that the customer used first are the customer's own. */
const notTheirWord: ContextTest = {
  id: 'not-their-word',
  passes: ({ sentence, from, to }, { conversation }) => {
    const theirs = wordsOf(conversation.customer);
    const said = sentence.reading.tokens.slice(from, to).filter(({ kind }) => kind === 'word' || kind === 'number');
    return said.length === 0 || !said.every(({ lemma, norm }) => theirs.has(lemma) || theirs.has(norm));
  },
};

/** "swift.example/kyc": part of an address or a code. */
const notInAddress: ContextTest = {
  id: 'not-in-address',
  passes: ({ sentence, from }) => {
    const { tokens } = sentence.reading;
    return from === 0 || (tokens[from]?.spaced ?? true) || !ADDRESS_SIGN.has(tokens[from - 1]?.text ?? '');
  },
};

/** Said once, a word is known: the second mention hurts no more. */
const firstMention: ContextTest = {
  id: 'first-mention',
  passes: ({ sentence, from, to }, { document }) => {
    const said = (token: Token) => token.norm === sentence.reading.tokens[from]?.norm;
    if (to - from > 1) return true;
    return !document.sentences.some(({ reading, index }) => index < sentence.index && reading.tokens.some(said));
  },
};

/** Letters that stand for something the draft doesn't spell out, and that the customer didn't write. */
function findAcronyms({ sentence, banks, document }: PhraseContext): PhraseHit[] {
  const { tokens } = sentence.reading;
  const known = new Set(banks.find('known-acronym', sentence.reading).map(({ from }) => from));
  const last = sentence.index === document.sentences.length - 1 ? tokens.length - 1 : tokens.length;
  return tokens.flatMap((token, at): PhraseHit[] => {
    if (!ACRONYM.test(token.text) || known.has(at) || at >= last) return [];
    const beside = [tokens[at - 1], tokens[at + 1]];
    if (beside.some((near) => near && (CODE_SIGN.has(near.text) || near.kind === 'number' || isShouted(near))))
      return [];
    const rule = banks.rule('jargon/unknown-acronym');
    return [{ rule, sentence, from: at, to: at + 1, why: ['capitals that stand for something'] }];
  });
}

export const jargon: PhraseDetector = {
  principle: 'jargon',
  tests: [notTheirWord, notInAddress, firstMention, notQuoted],
  find: findAcronyms,
  join: 1,
};

function isShouted({ text }: Token): boolean {
  return text.length > 1 && /^\p{Lu}+$/u.test(text);
}

const cache = new WeakMap<Document, Set<string>>();

function wordsOf(customer: Document): Set<string> {
  let words = cache.get(customer);
  if (!words) {
    words = new Set(
      customer.sentences.flatMap(({ reading }) => reading.tokens.flatMap(({ lemma, norm }) => [lemma, norm])),
    );
    cache.set(customer, words);
  }
  return words;
}
