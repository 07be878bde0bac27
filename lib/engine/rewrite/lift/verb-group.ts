/** A finite verb with its helpers, wherever it stands. */
import type { Token } from '../../document';

export const FINITE_AUX =
  /^(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|should|may|might|must)$/;

const BE = /^(?:is|are|was|were|am|be|been|being)$/;

/** Between helper and verb. */
const BETWEEN = /^(?:PART|ADV)$/;

interface VerbGroup {
  verb: number;
  main: number;
  negative: boolean;
}

/** A finite verb at `at`: helpers, 'not', adverbs and the verb. */
export function verbGroup(tokens: readonly Token[], at: number, limit: number): VerbGroup | null {
  let index = at;
  let negative = false;
  while (index < limit && tokens[index]?.pos === 'ADV') {
    if (/^never$/.test(tokens[index]?.norm ?? '')) negative = true;
    index += 1;
  }
  const first = tokens[index];
  if (!first || index >= limit) return null;
  const verb = index;
  if (first.norm === 'been' && /^(?:VERB|ADP)$/.test(tokens[index + 1]?.pos ?? ''))
    return { verb, main: index + 1, negative };
  if (/^(?:waiting|queuing|queueing)$/.test(first.norm)) return { verb, main: verb, negative };
  const short = /^['’]s$/.test(first.text);
  const aux = short || (FINITE_AUX.test(first.norm) && /^(?:AUX|VERB|PART)$/.test(first.pos));
  if (!aux) {
    if (first.pos !== 'VERB' || /ing$/.test(first.norm)) return null;
    return { verb, main: verb, negative };
  }
  let main = verb;
  for (index = verb + 1; index < limit; index += 1) {
    const token = tokens[index] as Token;
    if (token.norm === 'not' || token.norm === 'never') negative = true;
    if (token.pos === 'VERB') {
      main = index;
      break;
    }
    if (token.pos === 'AUX' || BE.test(token.norm)) main = index;
    else if (!BETWEEN.test(token.pos)) break;
  }
  return { verb, main, negative };
}
