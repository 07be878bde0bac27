/** Which stretches of a sentence might be said back: from where a clause begins to where it may end. */
import type { Reading, Token } from '../../document';
import { bodyEnd } from '../words';
import { type Clause, readClause } from './clause';
import { nounPhraseEnd } from './noun-phrase';

export interface Candidate {
  clause: Clause;
  /** 'Today a letter says ...': the words of time in front, said last. */
  time: { from: number; to: number } | null;
}

const LEAD =
  /^(?:so|and|but|well|hi|hello|hey|ok|okay|yes|no|ugh|also|now|just|then|look|honestly|basically|seriously|because|wow|please|sorry|anyway|um|oh|apparently|obviously|unfortunately|sadly|omg|yet|plus|again|meanwhile|firstly|secondly|finally|ok|nope|hmm|argh|turns)$/;
/** May hang on a clause behind a comma. */
const HANGS =
  /^(?:when|while|after|before|which|with|without|on|in|at|by|for|from|even|despite|until|since|not|leaving)$/;
const SUBORDINATE = /^(?:when|while|after|before|until|since|as|where)$/;
const CUTS =
  /^(?:because|cuz|so|which|yet|although|though|if|unless|except|cause|whereas|plus|or|then|hence|therefore|otherwise|instead|please|who)$/;
const HARD = /^(?:[;:—–!?…(){}[\]|/<>=+~]+|\.+|->|--)$/;

interface End {
  at: number;
  /** What follows may belong to it. */
  soft: boolean;
  /** Where the next clause may begin. */
  next: number;
}

/** Every clause of a sentence, each with the ends that it may have. */
export function candidatesOf(reading: Reading): Candidate[] {
  const { tokens } = reading;
  const limit = closedEnd(reading);
  const ends = endsOf(reading, limit);
  const starts = [...new Set([0, ...mainAfter(reading, limit), ...ends.map(({ next }) => next)])];
  return starts.flatMap((start) => {
    let from = start;
    while (
      from < limit &&
      (LEAD.test(tokens[from]?.norm ?? '') || /^(?:PUNCT|INTJ)$/.test(tokens[from]?.pos ?? '')) &&
      !isNoOne(tokens, from) &&
      !/^["']/.test(tokens[from]?.text ?? '')
    )
      from += 1;
    const timed = leadingTime(tokens, from, limit);
    const begin = timed ? timed.next : from;
    const found: Candidate[] = [];
    for (const end of ends) {
      if (end.at <= begin) continue;
      const clause = readClause(reading, begin, end.at);
      // a verb behind 'and' has the subject of the one before
      if (clause && (start === 0 || clause.subjectEnd > clause.from))
        found.push({ clause, time: timed ? { from: timed.from, to: timed.to } : null });
      if (!end.soft) break;
    }
    return found;
  });
}

/** 'When we checked out | we were charged ...': where the clause begins that the first one leads up to. */
function mainAfter(reading: Reading, limit: number): number[] {
  const { tokens } = reading;
  if (!/^(?:when|after|while|once|as|since)$/.test(tokens[0]?.norm ?? '')) return [];
  for (let at = 3; at < limit - 2; at += 1) {
    const { norm, pos } = tokens[at] as Token;
    if (!/^(?:i|we|they|nobody|you)$/.test(norm) && pos !== 'DET') continue;
    const lead = readClause(reading, 1, at);
    const main = readClause(reading, at, limit);
    if (lead && lead.main < at && main && main.subjectEnd > at && !/^(?:ADP|VERB)$/.test(tokens[at - 1]?.pos ?? ''))
      return [at];
  }
  return [];
}

function isNoOne(tokens: readonly Token[], at: number): boolean {
  return (
    (tokens[at]?.norm === 'no' && tokens[at + 1]?.pos !== 'PUNCT') ||
    (tokens[at]?.norm === 'just' && tokens[at + 1]?.pos === 'VERB')
  );
}

/** Past the words, with the quotation mark that closes the last of them. */
function closedEnd(reading: Reading): number {
  const { tokens } = reading;
  let end = bodyEnd(reading);
  if (/^["']$/.test(tokens[end]?.text ?? '')) end += 1;
  while (end > 0 && /^[.!?…]+$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return end;
}

function endsOf(reading: Reading, limit: number): End[] {
  const { tokens } = reading;
  const ends: End[] = [];
  for (let at = 1; at < limit; at += 1) {
    const { text, norm } = tokens[at] as Token;
    const after = tokens[at + 1];
    if (HARD.test(text) || (text === '-' && tokens[at]?.spaced) || /^["“”]$/.test(text)) {
      if (/^["“”]$/.test(text)) continue;
      ends.push({ at, soft: false, next: at + 1 });
    } else if (text === ',') {
      if (isNumberComma(tokens, at)) continue;
      const hangs =
        HANGS.test(after?.norm ?? '') ||
        (/^(?:and|but)$/.test(after?.norm ?? '') && sharesSubject(reading, at + 2, limit));
      ends.push({ at, soft: hangs, next: at + 1 });
    } else if (norm === 'and' || norm === 'but') {
      if (/^(?:no|not|still)$/.test(tokens[at + 1]?.norm ?? '')) {
        ends.push({ at, soft: false, next: at + 1 });
        continue;
      }
      let next = at + 1;
      while (next < limit - 2 && LEAD.test(tokens[next]?.norm ?? '') && tokens[next]?.norm !== 'no') next += 1;
      const own = readClause(reading, next, limit);
      if (own && own.subjectEnd > own.from && !insideNouns(tokens, at, limit))
        ends.push({ at, soft: false, next: at + 1 });
      else if (own || norm === 'but') ends.push({ at, soft: norm === 'and', next: at + 1 });
    } else if (SUBORDINATE.test(norm)) {
      const own = readClause(reading, at + 1, limit);
      if (own && own.subjectEnd > own.from) ends.push({ at, soft: !/^(?:where|as)$/.test(norm), next: at });
    } else if (norm === 'no' && /^(?:NOUN|NUM)$/.test(tokens[at - 1]?.pos ?? '') && after?.pos === 'NOUN') {
      // 'flight delayed four hours no info'
      ends.push({ at, soft: false, next: at });
    } else if (norm === 'which' && /^(?:AUX|VERB)$/.test(after?.pos ?? '')) {
      // 'a scratch which was there before': without it another scratch is meant
    } else if (norm === 'so' && !readClause(reading, at + 1, limit)) {
      // 'so embarrassed'
    } else if (CUTS.test(norm)) {
      // what stands behind 'if' did not happen
      ends.push({ at, soft: false, next: /^(?:if|unless|except)$/.test(norm) ? limit : at + 1 });
    }
  }
  ends.push({ at: limit, soft: false, next: limit });
  return ends;
}

/** ', and wouldn't leave': the verb of the subject before. */
function sharesSubject(reading: Reading, at: number, limit: number): boolean {
  const own = readClause(reading, at, limit);
  return own !== null && own.subjectEnd === own.from;
}

/** 'my son and my daughter were both left': one subject. */
function insideNouns(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let from = Math.max(0, at - 4); from < at; from += 1) {
    const before = tokens[from - 1];
    if (from > 0 && before?.pos !== 'PUNCT' && !LEAD.test(before?.norm ?? '')) continue;
    const to = nounPhraseEnd(tokens, from, limit);
    if (to > at + 1 && nounPhraseEnd(tokens, from, at) === at) return true;
  }
  return false;
}

function isNumberComma(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === 'number' && tokens[at + 1]?.kind === 'number' && !tokens[at + 1]?.spaced;
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const PART_OF_DAY = /^(?:morning|afternoon|evening|night|week|weekend|month|year|time)$/;

/** 'Today', 'last night', 'on Friday', 'on 2 November' in front of the subject. */
function leadingTime(
  tokens: readonly Token[],
  from: number,
  limit: number,
): { from: number; to: number; next: number } | null {
  let to = from;
  const norm = (at: number) => tokens[at]?.norm ?? '';
  if (/^(?:today|yesterday|tonight)$/.test(norm(from))) to = PART_OF_DAY.test(norm(from + 1)) ? from + 2 : from + 1;
  else if (/^(?:last|this)$/.test(norm(from)) && (PART_OF_DAY.test(norm(from + 1)) || DAY.test(norm(from + 1))))
    to = from + 2;
  else if (/^(?:on|since)$/.test(norm(from))) {
    to = from + 1;
    while (
      to < limit &&
      to < from + 5 &&
      (tokens[to]?.pos === 'PROPN' ||
        tokens[to]?.kind === 'number' ||
        DAY.test(norm(to)) ||
        PART_OF_DAY.test(norm(to)) ||
        norm(to) === 'the')
    )
      to += 1;
    if (norm(to - 1) === 'the') to -= 1;
    if (to === from + 1) return null;
  } else if (DAY.test(norm(from)) && PART_OF_DAY.test(norm(from + 1))) to = from + 2;
  if (to === from) return null;
  let next = to;
  if (tokens[next]?.text === ',') next += 1;
  return next < limit - 1 ? { from, to, next } : null;
}
