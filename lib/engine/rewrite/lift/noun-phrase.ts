/** A noun phrase as customers write it, with what hangs on it: 'the puzzle I bought', 'two of the six'. */
import type { Token } from '../../document';
import { FINITE_AUX, verbGroup } from './verb-group';

export const PRONOUN =
  /^(?:i|we|you|he|she|it|they|this|that|these|those|there|nobody|noone|someone|somebody|everyone|everybody|everything|something|nothing|none|neither|both)$/;

export const NOMINAL = /^(?:DET|ADJ|NUM|NOUN|PROPN|SYM)$/;

export const POSSESSIVE = /^(?:my|our|your|his|her|their|its)$/;

const LINKS = /^(?:of|out|in|on|for|from|at|under|to|with|between|by|about|over)$/;

export const STATES =
  /^(?:down|dead|missing|broken|stuck|frozen|late|offline|locked|empty|wrong|damaged|cracked|faulty|overdue|blank|blocked|delayed|leaking|flooded|gone|cold|unusable|unavailable|overflowing)$/;

/** 'the lift at Ashby Road', 'my son and my daughter', 'the puzzle I bought': where it ends; `from` if none begins there. */
export function nounPhraseEnd(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  let noun = false;
  let named = false;
  while (at < limit) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    const nominal =
      (NOMINAL.test(token.pos) && !FINITE_AUX.test(token.norm)) ||
      POSSESSIVE.test(token.norm) ||
      (at === from && demonstrates(tokens, from));
    if (
      noun &&
      (STATES.test(token.norm) ||
        (token.norm === 'out' &&
          next?.norm === 'of' &&
          /^(?:sync|order|action|service|stock)$/.test(tokens[at + 2]?.norm ?? ''))) &&
      !/^(?:NOUN|PROPN)$/.test(next?.pos ?? '')
    )
      break;
    // a new noun phrase begins: 'the app my sister uses'
    if (
      noun &&
      (token.pos === 'DET' || POSSESSIVE.test(token.norm)) &&
      !/^(?:of|and|in|on|for|from|at|under|to|with|between|by|about|over|all|both|'s)$/.test(tokens[at - 1]?.norm ?? '')
    )
      break;
    if (noun && isCount(tokens, at)) break;
    if (isMistagged(tokens, at, from)) {
      if (!/^(?:NOUN|PROPN)$/.test(next?.pos ?? '')) {
        noun = true;
        named = true;
      }
      at += 1;
      continue;
    }
    if (nominal || isGenitive(tokens, at)) {
      if (/^(?:NOUN|PROPN|NUM)$/.test(token.pos)) noun = true;
    } else if (noun && LINKS.test(token.norm) && token.pos !== 'PART' && beginsNominal(next) && at + 1 < limit) {
      // goes on with its own noun
    } else if (noun && token.norm === 'and' && beginsNominal(next) && at + 1 < limit) {
      // 'my son and my daughter'
    } else break;
    at += 1;
  }
  if (!named && !tokens.slice(from, at).some(({ pos }) => /^(?:NOUN|PROPN|SYM)$/.test(pos))) return from;
  return relativeEnd(tokens, at, limit) ?? at;
}

export function demonstrates(tokens: readonly Token[], from: number): boolean {
  return (
    /^(?:this|that|these|those|both|neither)$/.test(tokens[from]?.norm ?? '') &&
    /^(?:NOUN|PROPN|NUM)$/.test(tokens[from + 1]?.pos ?? '')
  );
}

/** 'my delivery | three times' */
export function isCount(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.pos === 'NUM' &&
    /^(?:times|days?|weeks?|months?|years?|hours?|minutes?)$/.test(tokens[at + 1]?.norm ?? '')
  );
}

/** 'your chat keeps ...', 'the sole came off', 'the back bedroom': a thing behind its article, whatever the tagger says. */
function isMistagged(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (at === from || !before || !(before.pos === 'DET' || POSSESSIVE.test(before.norm)) || FINITE_AUX.test(token.norm))
    return false;
  const finite = next !== undefined && /^(?:VERB|AUX)$/.test(next.pos) && next.norm !== 'to' && !/ing$/.test(next.norm);
  if (/^(?:VERB|ADJ)$/.test(token.pos)) return finite;
  return token.pos === 'ADV' && next?.pos === 'NOUN';
}

/** The 's of 'my mother's nurse', not of 'the lift's been dead'. */
function isGenitive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.pos !== 'PART' || !/^['’]s?$/.test(token.text)) return false;
  return (
    next !== undefined && !/^(?:AUX|ADV|DET)$/.test(next.pos) && !/^(?:been|not|gone|got|just|still)$/.test(next.norm)
  );
}

function beginsNominal(token: Token | undefined): boolean {
  return (
    token !== undefined && (NOMINAL.test(token.pos) || POSSESSIVE.test(token.norm)) && !FINITE_AUX.test(token.norm)
  );
}

/** 'the puzzle I bought | had ...': the verb after the one of the clause that only tells which. Null where none hangs on. */
function relativeEnd(tokens: readonly Token[], at: number, limit: number): number | null {
  const lead = /^(?:that|which|who)$/.test(tokens[at]?.norm ?? '') ? 1 : 0;
  const pronoun = /^(?:i|we|you|they|he|she)$/.test(tokens[at + lead]?.norm ?? '');
  if (lead === 0 && !pronoun) return null;
  const inner = verbGroup(tokens, at + lead + (pronoun ? 1 : 0), limit);
  if (!inner) return null;
  for (let index = inner.main + 1; index < limit; index += 1) {
    const token = tokens[index] as Token;
    if (/^(?:and|but|when|because|so|if|,)$/.test(token.norm)) return null;
    if (
      /^(?:to)$/.test(tokens[index - 1]?.norm ?? '') ||
      (PRONOUN.test(tokens[index - 1]?.norm ?? '') && tokens[index - 1]?.norm !== 'me')
    )
      continue;
    if ((token.pos === 'AUX' || token.pos === 'VERB') && verbGroup(tokens, index, limit)) return index;
    if ((token.norm === 'never' || token.norm === 'still' || token.norm === 'just') && verbGroup(tokens, index, limit))
      return index;
  }
  return null;
}

/** The subject takes 'are': 'your photos', 'two of the six', 'my son and my daughter'. */
export function isPlural(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to);
  if (/^(?:we|you|they|these|those|both)$/.test(words[0]?.norm ?? '')) return true;
  if (words.some(({ norm }) => norm === 'and')) return true;
  if (words[0]?.pos === 'SYM') return false;
  if (words[0]?.pos === 'NUM' && words[0].norm !== 'one' && words[0].norm !== '1') return true;
  const link = words.findIndex(
    ({ norm, pos }, index) =>
      index > 0 && ((pos === 'ADP' && LINKS.test(norm)) || /^(?:i|we|you|that|which|who)$/.test(norm)),
  );
  const head = words.slice(0, link < 0 ? words.length : link).findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  return (
    (head !== undefined && /[^su]s$/.test(head.norm) && head.norm !== head.lemma) ||
    /^(?:people|children|men|women|staff|police)$/.test(head?.norm ?? '')
  );
}
