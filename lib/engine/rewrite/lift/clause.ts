/** One clause of a sentence: its subject, its verb, and what follows. Everything in tokens of the reading, ends exclusive. */
import type { Reading, Token } from '../../document';
import type { TokenRange } from '../../pattern/match';
import { inflect } from '../grammar';
import { demonstrates, isPlural, NOMINAL, nounPhraseEnd, POSSESSIVE, PRONOUN, STATES } from './noun-phrase';
import { verbGroup } from './verb-group';

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

const TIME_UNIT = /^(?:sec|second|min|minute|hr|hour|day|week|month|year)s?$/;

function isState(tokens: readonly Token[], from: number, at: number, limit: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const pronoun = PRONOUN.test(tokens[from]?.norm ?? '');
  // '2 hrs late' says how late, not what
  if (pronoun || TIME_UNIT.test(tokens[at - 1]?.norm ?? '')) return false;
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
