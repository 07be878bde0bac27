/** The sentences around one: what a reply says next to a phrase often decides whether the phrase hurts. */
import type { CompiledBanks } from '../../phrasebank/compile';
import type { Document, Sentence } from '../document';

/** The sentence itself and those up to `reach` before and after it. */
export function around(document: Document, sentence: Sentence, reach = 1): Sentence[] {
  return document.sentences.slice(Math.max(0, sentence.index - reach), sentence.index + reach + 1);
}

/** A class of classes.json stands in the sentence or in one up to `reach` sentences away. */
export function hasNearby(
  name: string,
  document: Document,
  sentence: Sentence,
  banks: CompiledBanks,
  reach = 1,
): boolean {
  return around(document, sentence, reach).some(({ reading }) => banks.has(name, reading));
}
