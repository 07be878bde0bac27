import { factsIn } from '../../facts';
import type { Move, RewriteContext } from '../../move';
import { wordingsFor } from '../../say';
import { type Parts, partsOf } from '../clauses';
import { factsOf, inPlace, sentenceOut } from './in-place';
import { isSoleRegret } from './regret';
import { OURS_OR_YOURS } from './sting';

/** 'It'll be there when it's there' to who asks when: somebody looks. */
export const checkInstead: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || factsIn(parts.sentence.reading.text).length > 0) return [];
  const { customer } = context.facts.conversation;
  const asks = customer.sentences.some(({ reading }) =>
    ['asks-when', 'asks-place'].some((name) => context.facts.banks.has(name, reading)),
  );
  if (!asks) return [];
  return wordingsFor('check', context).map((text) => inPlace(context, parts, text));
};

/** Out with a sentence that speaks of the world at large: no fact, no 'we', no 'you', nothing that the reply lacks then. */
export const truismOut: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || !isTruism(context, parts) || isSoleRegret(context, parts)) return [];
  if (context.facts.document.sentences.length < 2) return [];
  return sentenceOut(context, parts);
};

export function isTruism(context: RewriteContext, parts: Parts): boolean {
  const { facts } = context;
  const { sentence, tokens } = parts;
  if (/\?\s*$/.test(sentence.reading.text) || factsOf(context, parts).length > 0) return false;
  if (facts.banks.has('most-people', sentence.reading)) return true;
  return !tokens.some(({ norm }) => OURS_OR_YOURS.test(norm));
}
