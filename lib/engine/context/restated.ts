/** Words that the customer used first: saying them back is listening, whatever they sound like by themselves. */
import type { ConversationReading } from '../conversation';
import type { Reading } from '../document';
import type { TokenRange } from '../pattern/match';

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);

/**
 * Two content words or more stand in the range, and all of them stand in the customer's last message too: "a fitter
 * who's gone home", "the page froze".
 */
export function isRestated(
  { tokens }: Reading,
  { from, to }: TokenRange,
  { customer, told }: ConversationReading,
): boolean {
  const said = tokens.slice(from, to).filter(({ pos, kind }) => kind === 'word' && CONTENT.has(pos));
  if (said.length < 2) return false;
  const theirs = new Set(
    [customer, ...told].flatMap(({ sentences }) =>
      sentences.flatMap(({ reading }) => reading.tokens.flatMap(({ norm, lemma }) => [norm, lemma])),
    ),
  );
  return said.every(({ norm, lemma }) => theirs.has(norm) || theirs.has(lemma));
}
