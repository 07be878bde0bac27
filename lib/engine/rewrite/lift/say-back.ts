/** A clause of the customer's as a whole clause of ours, with what a telegram leaves out; null where it can't be told. */

import type { CompiledBanks } from '../../../phrasebank/compile';
import type { Reading, Token } from '../../document';
import { inflect } from '../grammar';
import type { Candidate } from './candidates';
import { isCount, isPlural, nounPhraseEnd } from './noun-phrase';
import { turned } from './turn';

/** The clause as it fits after 'I'm sorry that', without a closing mark. */
export function sayBack(reading: Reading, candidate: Candidate, banks: CompiledBanks): string | null {
  const { time } = candidate;
  const { tokens } = reading;
  const said = clauseSaid(reading, candidate, banks);
  if (said === null) return null;
  const words = said
    .replace(/\s+/g, ' ')
    .replace(/[\s,.]+$/, '')
    .trim();
  return time ? `${words} ${small(tokens, time.from, time.to)}` : words;
}

function small(tokens: readonly Token[], from: number, to: number): string {
  const text = turned(tokens, from, to);
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(text)
    ? `on ${text}`
    : text.slice(0, 1).toLowerCase() + text.slice(1);
}

function clauseSaid(reading: Reading, { clause }: Candidate, banks: CompiledBanks): string | null {
  const { tokens } = reading;
  const { from, to, subjectEnd, verb } = clause;
  if (clause.state === 'none') return lacking(reading, clause);
  if (subjectEnd === from) return withoutSubject(reading, clause, banks);
  if (tokens[from]?.norm === 'you' || isThey(tokens[from])) return doneTo(reading, clause);
  const inert = banks.find('acts-by-itself', reading).some((range) => range.from < subjectEnd && range.to > from);
  if (tokens[from]?.norm === 'your' && inert) {
    const passive = doneTo(reading, clause);
    if (passive) return passive;
  }
  const subject = subjectSaid(reading, from, subjectEnd, banks);
  if (subject === null) return null;
  const rest = turned(tokens, subjectEnd, to);
  if (!clause.state) {
    const joint = tokens[subjectEnd]?.spaced ? ' ' : '';
    // the subject's own 'I' rules the verb's form
    if (tokens[from]?.norm === 'i') return turned(tokens, from, to);
    return `${subject}${joint}${rest}`;
  }
  const many = isPlural(tokens, from, subjectEnd);
  const lasting = tokens.slice(verb + 1, to).some(({ norm }) => norm === 'since' || norm === 'for');
  if (clause.state === 'done') return `${subject} ${many ? 'were' : 'was'} ${rest}`;
  const past = tokens.slice(verb, to).some(({ norm }) => norm === 'till' || norm === 'until');
  return `${subject} ${past ? (many ? 'were' : 'was') : lasting ? (many ? 'have been' : 'has been') : many ? 'are' : 'is'} ${rest}`;
}

/** 'no hot water since Monday' -> 'you've had no hot water since Monday'; 'still no refund' -> 'there's still no refund'. */
function lacking({ tokens }: Reading, { from, to }: Candidate['clause']): string {
  const still = tokens[from]?.norm === 'still';
  return `${still ? "there's" : "you've had"} ${begun(turned(tokens, from, to))}`;
}

function isThey(token: Token | undefined): boolean {
  return token?.norm === 'they';
}

/** 'parcel' -> 'the parcel', 'Coach' -> 'the coach', 'my lift' -> 'your lift', 'Maya's tutor' as it stands. */
function subjectSaid(reading: Reading, from: number, to: number, banks: CompiledBanks): string | null {
  const { tokens } = reading;
  const first = tokens[from] as Token;
  const said = turned(tokens, from, to);
  if (/^(?:this|that|these|those)$/.test(first.norm) && to - from > 1) return begun(said.replace(/^\S+/, 'the'));
  if (first.pos === 'PRON' || first.pos === 'NUM' || first.pos === 'SYM' || POSSESSIVE.test(first.norm))
    return begun(said);
  if (first.pos === 'DET')
    return begun(/^(?:this|that|these|those)$/.test(first.norm) ? said.replace(/^\S+/, 'the') : said);
  const owned = /^['’]s?$/.test(tokens[from + 1]?.text ?? '');
  if (/^\p{Ll}/u.test(first.text))
    return first.pos === 'ADJ' && !banks.has('bare-thing', reading)
      ? null
      : owned
        ? null
        : bare(tokens, from, to, said);
  if (owned) return said;
  // 'Desert safari', 'Room service': a thing of two words
  if (from === 0 && first.pos !== 'ADJ' && tokens[1]?.pos === 'NOUN' && to > 1 && /^\p{Ll}/u.test(tokens[1].text))
    return bare(tokens, from, to, begun(said));
  // 'Driver', 'Coach': no name, though it begins with a capital
  const thing = banks.find('bare-thing', reading).some((range) => range.from >= from && range.from < to);
  if (thing) return bare(tokens, from, to, begun(said));
  const name = first.pos === 'PROPN' && from > 0 && (to - from === 1 || tokens[from + 1]?.pos === 'PROPN');
  return name ? said : null;
}

const POSSESSIVE = /^(?:my|our|your|his|her|their|its)$/;

/** Things without an article get one; many of them, and those that are none (money, people by number), do not need it. */
function bare(_tokens: readonly Token[], _from: number, _to: number, said: string): string {
  return /^(?:people|customers|clients|guests|half|everyone|everybody)\b/.test(said)
    ? said
    : /^(?:kids|children|husband|wife|mum|mom|dad|son|daughter|dog|cat|baby|partner|boss)\b/.test(said)
      ? `your ${said}`
      : `the ${said}`;
}

function begun(text: string): string {
  return /^(?:I\b|[A-Z]{2}|\p{Lu}\p{L}*\p{Lu})/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** 'Waited two hours', 'Been trying to cancel', 'still no refund': what they left out is 'I', or 'there is'. */
function withoutSubject(reading: Reading, clause: Candidate['clause'], banks: CompiledBanks): string | null {
  const { tokens } = reading;
  const { from, to, verb, main } = clause;
  const head = tokens[main] as Token;
  const rest = turned(tokens, from, to);
  // 'was charged twice'; 'got banned for nothing'
  const helper = tokens[verb]?.norm ?? '';
  if (/^(?:was|got)$/.test(helper) && isDoneTo(tokens, verb, to)) return `you were ${turned(tokens, verb + 1, to)}`;
  if (helper === 'been') return `you've ${begun(rest)}`;
  if (/^(?:waiting|queuing|queueing)$/.test(head.norm))
    return tokens[from]?.norm === 'still' ? `you're ${begun(rest)}` : `you've been ${begun(rest)}`;
  const own = banks.find('first-person-act', reading).some((range) => range.from === main);
  if (own && helper === head.norm) return `you ${begun(rest)}`;
  if (/^(?:have|can|could|did|do)$/.test(helper) && clause.negative) return `you ${begun(rest)}`;
  const theirs = banks.find('company-act', reading).some((range) => range.from === main);
  return theirs && clause.verb === clause.main ? doneTo(reading, clause) : null;
}

function isDoneTo(tokens: readonly Token[], verb: number, to: number): boolean {
  const next = tokens[verb + 1];
  return verb + 1 < to && next !== undefined && next.pos === 'VERB' && !/ing$/.test(next.norm);
}

/** What stands between the helper and the verb. */
const BETWEEN = /^(?:never|still|just|already|only|even|now|again|also|both|finally|twice)$/;
/** 'sent me the wrong size' -> 'you were sent the wrong size' */
const GIVING = /^(?:send|give|sell|charge|bill|fine|offer|hand|issue|serve|post|mail|deliver)$/;
const PARTICLE = /^(?:up|out|off|down|away|back|over)$/;

/** 'you cancelled my order after two weeks' -> 'your order was cancelled after two weeks'. Null where nothing was done to it. */
function doneTo(reading: Reading, { from, to, subjectEnd, verb, main, negative }: Candidate['clause']): string | null {
  const { tokens } = reading;
  const act = tokens[main] as Token;
  const helper = tokens[verb]?.norm ?? '';
  if (helper === 'have' && main === verb && tokens[main - 1]?.norm === 'still')
    return `we ${turned(tokens, subjectEnd, to)}`;
  // 'you keep losing my parcel' -> 'your parcel keeps being lost'
  if (act.lemma === 'keep' && main === verb && /ing$/.test(tokens[main + 1]?.norm ?? ''))
    return keptDoing(tokens, main + 1, to);
  const going = /^(?:are|were)$/.test(helper) && /ing$/.test(act.norm) && !negative;
  if (act.pos !== 'VERB' || (/ing$/.test(act.norm) && !going)) return null;
  if (!going && from < subjectEnd && /^(?:will|would|can|could|should|may|might|must|is|are|was|were)$/.test(helper))
    return null;
  if (act.norm === act.lemma && helper === act.norm && !/^(?:put|cut|shut|hit|let|set|hurt|split)$/.test(act.norm))
    return null;
  let at = main + 1;
  let particle = '';
  if (PARTICLE.test(tokens[at]?.norm ?? '') && at + 1 < to) {
    particle = ` ${tokens[at]?.norm}`;
    at += 1;
  }
  const me = /^(?:me|us)$/.test(tokens[at]?.norm ?? '');
  let end = me ? at + 1 : nounPhraseEndShort(tokens, at, to);
  if (end === at || at >= to) return null;
  // 'gave me the wrong lens': two objects, or a clause behind it
  const second = me && GIVING.test(act.lemma) && nounPhraseEndShort(tokens, end, to) > end;
  if (
    me &&
    !second &&
    tokens[end] &&
    end < to &&
    !/^(?:ADP|ADV|SCONJ|NUM|SYM|PART)$/.test(tokens[end]?.pos ?? '') &&
    tokens[end]?.norm !== 'again'
  )
    return null;
  if (!me && end < to && /^(?:VERB|AUX|PRON|DET)$/.test(tokens[end]?.pos ?? '')) return null;
  if (me && tokens[end]?.norm === 'to') return null;
  // 'gluten | free flour', '... and kept the tip': not one thing, or not one act
  if (!me && end < to && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[end]?.pos ?? '')) return null;
  if (
    tokens
      .slice(end, to)
      .some(({ norm }, index) => norm === 'and' && /^(?:VERB|AUX)$/.test(tokens[end + index + 1]?.pos ?? ''))
  )
    return null;
  // 'the flight home to Krakow'
  if (!me && /^(?:cancel|lose|delay|book|change)$/.test(act.lemma) && tokens[end]?.norm === 'to') {
    const longer = nounPhraseEndShort(tokens, end + 1, to);
    if (longer > end + 1) end = longer;
  }
  // 'my claim for the leak' is one thing; '€900 for a scratch' is not
  if (!me && tokens[at]?.pos !== 'SYM' && tokens[end]?.norm === 'for') {
    const longer = nounPhraseEndShort(tokens, end + 1, to);
    if (longer > end + 1) end = longer;
    if (tokens[end]?.pos === 'ADP' && end > at) {
      const last = nounPhraseEndShort(tokens, end + 1, to);
      if (last > end + 1) end = last;
    }
  }
  const between = tokens
    .slice(subjectEnd, main)
    .filter(({ norm }) => BETWEEN.test(norm))
    .map(({ norm }) => norm);
  const object = me ? 'you' : objectSaid(tokens, at, end);
  if (object === null) return null;
  const many = me || isPlural(tokens, at, end);
  const perfect = helper === 'have' || helper === 'has';
  const have = many ? 'have' : 'has';
  const was = many ? 'were' : 'was';
  const denied = negative && !between.includes('never');
  const be = going
    ? `${many ? 'are' : 'is'} ${between.join(' ')} being`
    : perfect
      ? `${have}${denied ? "n't" : ''} ${between.join(' ')} been`
      : `${was}${denied ? "n't" : ''} ${between.join(' ')}`;
  const tail = turned(tokens, end, to);
  return `${object} ${be} ${inflect(act.lemma, 'participle')}${particle} ${tail}`;
}

function keptDoing(tokens: readonly Token[], act: number, to: number): string | null {
  const me = /^(?:me|us)$/.test(tokens[act + 1]?.norm ?? '');
  const end = me ? act + 2 : nounPhraseEndShort(tokens, act + 1, to);
  const object = me ? 'you' : end > act + 1 ? objectSaid(tokens, act + 1, end) : null;
  // 'keep sending a man with a rod' is done by us, to nothing of theirs
  if (!me && !/^(?:my|our)$/.test(tokens[act + 1]?.norm ?? '')) return null;
  if (object === null || /^(?:VERB|AUX|PRON|DET)$/.test(tokens[end]?.pos ?? '')) return null;
  const keep = me || isPlural(tokens, act + 1, end) ? 'keep' : 'keeps';
  return `${object} ${keep} being ${inflect((tokens[act] as Token).lemma, 'participle')} ${turned(tokens, end, to)}`;
}

/** An object without what hangs on it: 'lilies | to my wedding'. */
function nounPhraseEndShort(tokens: readonly Token[], from: number, to: number): number {
  if (isCount(tokens, from)) return from;
  let at = from;
  let noun = false;
  while (at < to) {
    const { pos, norm, text } = tokens[at] as Token;
    const nominal = /^(?:DET|ADJ|NUM|NOUN|PROPN|SYM)$/.test(pos) || POSSESSIVE.test(norm) || /^['’]s$/.test(text);
    if (noun && (pos === 'DET' || POSSESSIVE.test(norm))) break;
    if (noun && (pos === 'ADJ' || isCount(tokens, at))) break;
    const of: boolean = norm === 'of' && noun;
    if (!nominal && !of) break;
    if (/^(?:NOUN|PROPN|NUM)$/.test(pos)) noun = !of;
    if (of) noun = false;
    at += 1;
  }
  return noun ? Math.min(at, nounPhraseEnd(tokens, from, to) || at) : from;
}

function objectSaid(tokens: readonly Token[], from: number, to: number): string | null {
  const first = tokens[from] as Token;
  const said = turned(tokens, from, to);
  if (first.pos === 'PROPN') return said;
  if (/^(?:DET|NUM|SYM)$/.test(first.pos) || POSSESSIVE.test(first.norm)) return begun(said);
  const plural = isPlural(tokens, from, to);
  return plural ? begun(said) : `the ${begun(said)}`;
}
