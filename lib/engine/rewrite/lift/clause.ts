/** One clause of a sentence: its subject, its verb, and what follows. Everything in tokens of the reading, ends exclusive. */
import type { Reading, Token } from '../../document';
import type { TokenRange } from '../../pattern/match';
import { inflect } from '../grammar';

export interface Clause extends TokenRange {
  /** From `from`; empty where the customer left 'I' out: 'Waited an hour'. */
  subjectEnd: number;
  /** The first word of the verb: 'has' of 'has never worked'. */
  verb: number;
  /** The word that says what happened: 'worked'. The same as `verb` for 'is', 'had'. */
  main: number;
  negative: boolean;
  /** A telegram without its verb: 'app down since Monday', 'no internet since six'. */
  state: 'so' | 'done' | 'none' | null;
}

const PRONOUN =
  /^(?:i|we|you|he|she|it|they|this|that|these|those|there|nobody|noone|someone|somebody|everyone|everybody|everything|something|nothing|none|neither|both)$/;
const BE = /^(?:is|are|was|were|am|be|been|being)$/;
const FINITE_AUX = /^(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|should|may|might|must)$/;
const NOMINAL = /^(?:DET|ADJ|NUM|NOUN|PROPN|SYM)$/;
const POSSESSIVE = /^(?:my|our|your|his|her|their|its)$/;
const LINKS = /^(?:of|out|in|on|for|from|at|under|to|with|between|by|about|over)$/;
/** Between helper and verb. */
const BETWEEN = /^(?:PART|ADV)$/;
const STATES =
  /^(?:down|dead|missing|broken|stuck|frozen|late|offline|locked|empty|wrong|damaged|cracked|faulty|overdue|blank|blocked|delayed|leaking|flooded|gone|cold|unusable|unavailable|overflowing)$/;
const AFTER_STATE = /^(?:again|since|for|all|on|in|after|at|from|by|with)$/;
/** Present and past look the same. */
const SAME = /^(?:put|cut|shut|hit|cost|let|set|read|hurt|split|quit|burst|spread|beat|fit)$/;

/** The clause that begins at `from` and may go up to `limit`; null where these words are none, or only half of one. */
export function readClause(reading: Reading, from: number, limit: number): Clause | null {
  const { tokens } = reading;
  const subjectEnd = subjectAt(tokens, from, limit);
  const none = lackAt(tokens, from, limit);
  if (none > 0)
    return { from, to: limit, subjectEnd: none, verb: none - 1, main: none - 1, negative: true, state: 'none' };
  if (subjectEnd > from && subjectEnd < limit && isState(tokens, from, subjectEnd, limit))
    return { from, to: limit, subjectEnd, verb: subjectEnd, main: subjectEnd, negative: false, state: 'so' };
  // 'the horrible smell from the | drains': a noun that was taken for a verb
  if (
    subjectEnd > from &&
    /^(?:DET|ADP)$/.test(tokens[subjectEnd - 1]?.pos ?? '') &&
    subjectEnd - from > 1 &&
    !/^(?:one|all|both)$/.test(tokens[subjectEnd - 1]?.norm ?? '')
  )
    return null;
  const group = verbGroup(tokens, subjectEnd, limit);
  if (!group) return null;
  const { verb, main, negative } = group;
  if (subjectEnd > from && verb === main && /ing$/.test(tokens[main]?.norm ?? '')) return null;
  // 'parcel thrown over the fence'
  if (verb === main && isParticipleOnly(tokens[main] as Token))
    return subjectEnd > from ? { from, to: limit, subjectEnd, verb, main, negative, state: 'done' } : null;
  if (subjectEnd > from && !agrees(tokens, from, subjectEnd, verb)) return null;
  return { from, to: limit, subjectEnd, verb, main, negative, state: null };
}

/** Where 'still no refund', 'no hot water since Monday' has said what is lacking; -1: it is none of these. */
function lackAt(tokens: readonly Token[], from: number, limit: number): number {
  const still = tokens[from]?.norm === 'still' ? 1 : 0;
  const no = from + still;
  if (tokens[no]?.norm !== 'no' || tokens[no + 1]?.norm === 'one') return -1;
  const end = nounPhraseEnd(tokens, no + 1, limit);
  const last = tokens[end - 1];
  if (end <= no + 1 || last?.pos !== 'NOUN') return -1;
  if (
    tokens
      .slice(no + 1, end)
      .some(({ norm }) => /^(?:idea|way|point|wonder|problem|thanks|joke|words|comment|reason|thank)s?$/.test(norm))
  )
    return -1;
  if (still === 1) return end === limit || LASTS.test(tokens[end]?.norm ?? '') ? end : -1;
  return /^(?:since|for)$/.test(tokens[end]?.norm ?? '') &&
    /^(?:NUM|DET|PROPN|NOUN|ADJ)$/.test(tokens[end + 1]?.pos ?? '')
    ? end
    : -1;
}

const LASTS = /^(?:after|since|from|on|in|at)$/;

function isState(tokens: readonly Token[], from: number, at: number, limit: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const pronoun = PRONOUN.test(tokens[from]?.norm ?? '');
  if (pronoun) return false;
  if (token.norm === 'still') return /^(?:in|at|on|with)$/.test(next?.norm ?? '') && at + 2 < limit;
  if (token.norm === 'not')
    return /^(?:ready|working|available|responding|loading|charging|connecting|turning)$/.test(next?.norm ?? '');
  if (token.norm === 'out') return next?.norm === 'of' && at + 2 < limit;
  if (!STATES.test(token.norm)) return false;
  return at + 1 >= limit || next?.pos === 'NUM' || AFTER_STATE.test(next?.norm ?? '');
}

/** The end of the subject that begins at `from`; `from` itself where there is none. */
function subjectAt(tokens: readonly Token[], from: number, limit: number): number {
  const first = tokens[from];
  if (!first || from >= limit) return from;
  if (first.norm === 'no' && tokens[from + 1]?.norm === 'one') return from + 2;
  if (first.norm === 'one' && tokens[from + 1]?.pos === 'AUX') return from + 1;
  if (
    PRONOUN.test(first.norm) &&
    !(first.pos === 'DET' && NOMINAL.test(tokens[from + 1]?.pos ?? '')) &&
    !demonstrates(tokens, from)
  ) {
    let to = from + 1;
    if (/^(?:guys|folks|lot|people|both|all)$/.test(tokens[to]?.norm ?? '')) to += 1;
    return to;
  }
  return nounPhraseEnd(tokens, from, limit);
}

function demonstrates(tokens: readonly Token[], from: number): boolean {
  return (
    /^(?:this|that|these|those|both|neither)$/.test(tokens[from]?.norm ?? '') &&
    /^(?:NOUN|PROPN|NUM)$/.test(tokens[from + 1]?.pos ?? '')
  );
}

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

/** 'the battery last an hour' is a slip, or its verb was none. */
function agrees(tokens: readonly Token[], from: number, to: number, verb: number): boolean {
  const token = tokens[verb] as Token;
  const first = tokens[from]?.norm ?? '';
  const named = NOMINAL.test(tokens[from]?.pos ?? '') || POSSESSIVE.test(first);
  // 'my husband don't own a suit'
  if (named && /^(?:do|have|are|were)$/.test(token.norm) && !isPlural(tokens, from, to) && !isMany(tokens, from, to))
    return false;
  // 'the 4th power cut'
  if (SAME.test(token.norm) && /^(?:power|hair|pay|job|price)$/.test(tokens[verb - 1]?.norm ?? '')) return false;
  if (token.norm !== token.lemma || SAME.test(token.norm) || token.pos === 'AUX') return true;
  if (/^(?:i|we|you|they|these|those|both)$/.test(first)) return true;
  if (/^(?:he|she|it|this|that|nobody|someone|somebody|everyone|no|nothing|there)$/.test(first) && to - from <= 2)
    return isPast(token);
  return isPast(token) || isPlural(tokens, from, to);
}

/** Who may be many though the word is one. */
function isMany(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(({ norm }) => /^(?:staff|team|crew|company|family|police|people|half|none|some|most|all|both)$/.test(norm));
}

function isParticipleOnly({ norm, lemma, pos }: Token): boolean {
  return pos === 'VERB' && norm !== lemma && norm === inflect(lemma, 'participle') && norm !== inflect(lemma, 'past');
}

function isPast(token: Token): boolean {
  return inflect(token.lemma, 'past') === token.norm;
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
