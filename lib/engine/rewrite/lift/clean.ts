/** What may not be said back, or does not read as a sentence of ours. */

import type { CompiledBanks } from '../../../phrasebank/compile';
import type { Reading, Token } from '../../document';
import type { Candidate } from './candidates';

const MOST_WORDS = 17;
const LEAST_WORDS = 3;

/** Tells nothing of the trouble, or nothing that may be said back. */
const UNFIT = [
  'ask-opening',
  'felt',
  'own-feeling',
  'own-mistake',
  'insult',
  'untold',
  'bereavement',
  'accusing',
  'well-meant',
];

/** Why the clause is not said back, or null. */
export function unfit(reading: Reading, candidate: Candidate, banks: CompiledBanks): string | null {
  const { clause } = candidate;
  const { tokens } = reading;
  const own = tokens.slice(clause.from, clause.to);
  if (asked(reading, clause.to)) return 'asks';
  const bad = UNFIT.find((name) =>
    banks.find(name, reading).some(({ from, to }) => from < clause.to && to > clause.from),
  );
  if (bad) return bad;
  if (onlyTold(reading, candidate, banks)) return 'is hearsay';
  if (own.some(({ text }) => /https?:|[@#*_\\^]|\.(?:com|org|net)\b/u.test(text))) return 'has a link or a mark';
  if (own.filter(({ text }) => text === '"').length % 2 === 1) return 'opens a quotation';
  if (own.filter(({ text }, at) => text === "'" && !/s$/.test(own[at - 1]?.norm ?? '')).length % 2 === 1)
    return 'opens a quotation';
  if (own.filter(({ text }) => text === ',').length > 1) return 'is a list';
  return badSubject(tokens, candidate) ?? badRest(tokens, candidate);
}

/** 'I was told ...' and 'your site says ...' are about words, unless a screen shows them in quotation marks. */
function onlyTold(reading: Reading, { clause }: Candidate, banks: CompiledBanks): boolean {
  const told = banks.find('told-only', reading).some(({ from, to }) => from <= clause.main && to > clause.main);
  if (!told) return false;
  const { tokens } = reading;
  const shown =
    /^(?:says?|said|shows?)$/.test(tokens[clause.main]?.norm ?? '') &&
    /^["']$/.test(tokens[clause.main + 1]?.text ?? '');
  return !(shown && tokens[clause.subjectEnd - 1]?.pos === 'NOUN');
}

/** A closed question ends where the clause ends. */
function asked(reading: Reading, to: number): boolean {
  return (
    /\?/.test(
      reading.tokens
        .slice(to)
        .map(({ text }) => text)
        .join(''),
    ) && !/[.,;!]/.test(reading.tokens[to]?.text ?? '')
  );
}

function badSubject(tokens: readonly Token[], { clause }: Candidate): string | null {
  const { from, subjectEnd, verb, main, negative } = clause;
  const first = tokens[from] as Token;
  if (
    /^(?:it|this|that|these|those|one|he|she|they|something|everything|there)$/.test(first.norm) &&
    subjectEnd - from === 1
  )
    return first.norm === 'there' || first.norm === 'they' ? null : 'points back';
  if (/^(?:who|which|what|how|why|when|where|if|any|such|mine|yours|his|her|their|its)$/.test(first.norm))
    return 'is no statement';
  if (tokens[verb]?.norm === 'be' || tokens[verb]?.norm === 'being') return 'has no verb';
  const mine = subjectEnd > from && /^(?:i|we)$/.test(first.norm);
  const helper = tokens[verb]?.norm ?? '';
  if (mine && /^(?:will|would|should|may|might|must)$/.test(helper)) return 'only may be';
  if (mine && /^(?:can|could)$/.test(helper) && !negative) return 'only may be';
  if (/^(?:will|would|may|might|should|must)$/.test(helper) && !negative) return 'only may be';
  if (
    first.norm === 'your' &&
    main === verb &&
    /^(?:is|are|was|were)$/.test(helper) &&
    /^(?:a|an|the)$/.test(tokens[main + 1]?.norm ?? '')
  )
    return 'judges us';
  // 'I am 84', 'I'm not happy', 'we are planning': who they are, how they feel
  const act = tokens[main] as Token;
  if (mine && /^(?:am|are|is|was|were)$/.test(helper) && (main === verb || act.norm === act.lemma))
    return 'is about them';
  return null;
}

/** Words that an English sentence does not end with. */
const OPEN_END =
  /^(?:of|to|for|with|from|at|by|into|about|than|as|because|and|but|or|the|a|an|my|our|your|their|very|so|too|that|which|who|is|are|was|were|has|have|had|i|we|he|she|they|says?|said|just|really|from|without|only|not|even|like|on|when|while|after|before|since|until|no|every|per|literally|then|this|these)$/;
const THIRD = /^(?:it|them|they|he|she|him|his|their|its|her|hers|one|that|this|those)$/;
const LOOSE =
  /^(?:lol|omg|wow|haha|smh|pls|please|thanks|cheers|ffs|btw|fyi|ugh|etc|eg|ie|asap|yeah|nah|meh|sigh|honestly|basically|literally|absolutely|obviously|frankly|apparently|anyway|mate|guys|dude|sir|madam|hello|hi|hey|fella|bloke|here)$/;

function badRest(tokens: readonly Token[], { clause, time }: Candidate): string | null {
  const { from, to, subjectEnd, main } = clause;
  const own = tokens.slice(from, to);
  const words = own
    .filter(({ kind }) => kind !== 'punctuation' && kind !== 'symbol')
    .filter(({ text }) => !/^n?['’]/.test(text));
  if (words.length < LEAST_WORDS || words.length + (time ? time.to - time.from : 0) > MOST_WORDS)
    return 'is too long or too short';
  const last = words.at(-1);
  const before = words.at(-2);
  if (last && OPEN_END.test(last.norm)) {
    const particle =
      /^(?:on|in|that|this|for|from|with|to)$/.test(last.norm) &&
      before &&
      last.norm === 'on' &&
      /^(?:moved|turned|switched|carried|going|carry|go|come|put|turn|switch|dog|light|lights|power|engine)$/.test(
        before.norm,
      );
    if (!particle) return `ends on ${last.norm}`;
  }
  if (own.some(({ text }, at) => /^[.!?]$/.test(text) && at < own.length - 1)) return 'is two sentences';
  if (words.some(({ norm }, at) => LOOSE.test(norm) && words[at - 1]?.norm !== 'you')) return 'is loose talk';
  // 'bread had mould on it': what it points at stands before it
  for (let at = subjectEnd; at < to; at += 1) {
    const token = tokens[at] as Token;
    if (!THIRD.test(token.norm) || isDeterminer(tokens, at)) continue;
    const named = tokens
      .slice(from, at)
      .some(
        ({ pos, norm }) => (pos === 'NOUN' || pos === 'PROPN') && !/^(?:day|week|month|time|hour|minute)s?$/.test(norm),
      );
    const object =
      /^(?:it|them)$/.test(token.norm) &&
      (at === main + 1 || (at === main + 2 && tokens[at - 1]?.pos === 'ADP' && at === to - 1));
    const about = token.norm === 'it' && tokens[at - 1]?.norm === 'about';
    if (!named || object || about || (/^(?:one|that|this|those)$/.test(token.norm) && token.norm !== 'that'))
      return `points back by ${token.norm}`;
  }
  return runsOn(tokens, main, to) ? 'runs on' : null;
}

function isDeterminer(tokens: readonly Token[], at: number): boolean {
  const { norm, pos } = tokens[at] as Token;
  const next = tokens[at + 1];
  if (norm === 'that')
    return pos === 'SCONJ' || (next !== undefined && /^(?:PRON|DET|NOUN|AUX|VERB|PROPN)$/.test(next.pos));
  if (norm === 'this' || norm === 'those' || norm === 'one')
    return (next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM|ADP)$/.test(next.pos)) || tokens[at - 1]?.norm === 'no';
  return false;
}

const FINITE = /^(?:is|are|was|were|am|has|have|had|do|does|did|will|can|could|would|should)$/;
const JOINT =
  /^(?:that|which|who|what|when|while|after|before|until|since|as|and|but|how|why|where|if|whether|than|because|i|we|you|they|he|she|it|nobody|someone)$/;

/** Another finite helper after the verb with no word that joins it: 'I got to the till the app was down'. */
function runsOn(tokens: readonly Token[], main: number, to: number): boolean {
  for (let at = main + 2; at < to; at += 1) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1];
    if (token.norm === 'no' && /^(?:ADV|NOUN|NUM|PROPN)$/.test(before?.pos ?? '')) return true;
    if (
      token.norm === 'since' &&
      tokens[at + 1]?.pos === 'NUM' &&
      /^(?:hours?|days?|weeks?|minutes?|months?)$/.test(tokens[at + 2]?.norm ?? '')
    )
      return true;
    const helper = FINITE.test(token.norm) && (token.pos === 'AUX' || token.pos === 'VERB');
    const order =
      at < to - 1 &&
      token.pos === 'VERB' &&
      token.norm === token.lemma &&
      /^(?:NUM|NOUN|PROPN|ADV|ADJ)$/.test(before?.pos ?? '');
    if (!helper && !order) continue;
    if (before?.norm === 'to' || tokens.slice(main + 1, at).some(({ norm }) => JOINT.test(norm))) continue;
    if (
      order &&
      tokens
        .slice(main, at)
        .some(({ lemma, norm }) => /^(?:let|make|help|see|watch|have)$/.test(lemma) || norm === 'not')
    )
      continue;
    return true;
  }
  return false;
}
