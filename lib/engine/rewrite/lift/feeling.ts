/** How it was for the customer, in the word they chose. */
import type { DraftFacts } from '../../detectors/detector';

/** What the customer says they feel, as the adjective of the thing: disappointed -> disappointing. */
export function feelingOf({ conversation, banks }: DraftFacts): string {
  const pairs = new Map(banks.wordings('feelings').map((pair) => pair.split('=') as [string, string]));
  for (const { reading } of conversation.customer.sentences) {
    for (const token of reading.tokens) {
      const adjective = pairs.get(token.norm);
      if (adjective) return adjective;
      if ([...pairs.values()].includes(token.norm)) return token.norm;
    }
  }
  return banks.wordings('feeling')[0] ?? '';
}
