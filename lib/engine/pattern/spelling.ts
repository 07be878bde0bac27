/** Words of a pattern as wink's tokens have them. */
import { readWords, type Token } from '../document';

const literals = new Map<string, readonly string[]>();

/** A word as wink's tokens have it: "don't" is 'do', 'not'. Plain words need no reading. */
export function literal(text: string): readonly string[] {
  let words = literals.get(text);
  if (!words) {
    const lower = text.toLowerCase().replaceAll('’', "'");
    const plain = /^[a-z]+$/.test(lower) && lower !== 'cannot' && !CONTRACTED.has(lower) && !isRespelt(lower);
    words = plain ? [lower] : readWords(lower).map((word: Token) => word.norm);
    literals.set(text, words);
  }
  return words;
}

/** British spellings, which wink reads as American ones: cancelled, organisation, colour. And 'through', as 'thru'. */
const RESPELT =
  /(?:is|ys)(?:e|ed|es|er|ers|ing|ation|ations)$|our|ll(?:ed|ing|er|ers|ations?|ous|ors?)$|[tb]res?$|^(?:through|cheques?|programmes?|mum|gr[ea]y|mould|kerb|tonnes?|discs?|licence|offence|defence|fulfilment|misspelt)$/;

/** A lemma as tokens have it. */
export function spelt(lemma: string): string {
  if (!isRespelt(lemma)) return lemma;
  const [word] = readWords(lemma);
  return word?.norm ?? lemma;
}

function isRespelt(word: string): boolean {
  return RESPELT.test(word);
}

/** Contractions that are written without their apostrophe: wink opens these too. */
const CONTRACTED = new Set(
  'aint arent cant couldnt didnt doesnt dont hadnt hasnt havent im isnt mustnt neednt shouldnt wasnt werent wont wouldnt'.split(
    ' ',
  ),
);
