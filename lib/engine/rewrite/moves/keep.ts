/**
 * What is true stays, what stings goes, what was missing comes in: a sentence without its barb, a cause or a rule with
 * the word of regret beside it, or the regret alone where the sentence told the customer nothing.
 */

import { clauseAt } from '../../context/clause';
import { has, replyOf } from '../../reply';
import type { Role } from '../../roles';
import type { Edit, PrincipleId } from '../../types';
import { factsIn } from '../facts';
import { problemOf } from '../lift';
import type { Move, RewriteContext } from '../move';
import { openingAt, signatureAt } from '../place';
import { wordings, wordingsFor } from '../say';
import { capitalise, decapitalise, removeSentence } from '../splice';
import { bodyEnd, isClause, spanOfTokens, textOf } from '../words';
import { clauseEnd, type Parts, partsOf } from './clauses';

/** More than this, and the regret does not hang on the sentence any more. */
const MOST_WORDS = 34;
const CHARGES = /\b(?:you|your|yours|u|ur|nobody|no one|anyone)\b/i;
/** Nobody's own doing: these name no fact of this customer's case. */
const OURS_OR_YOURS = /^(?:i|we|i'm|we're|we've|i've|us|our|ours|my|you|your|yours|you're|u|ur|mr|mrs|ms|dr)$/;

/** The sentence without the words that only sting: ', not only you', 'with respect', 'if you insist'. */
export const stingOut: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const bare = unstung(context, parts);
  return bare === null ? [] : [inPlace(context, parts, bare)];
};

/** 'S' -> "S, and I'm sorry that P": what is so stays, and the customer's trouble stands beside it. */
export const keepAndOwn: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || /\?\s*$/.test(parts.sentence.reading.text)) return [];
  const { reading } = parts.sentence;
  const start = bodyStart(context, parts);
  const words = parts.tokens.filter(({ kind }) => kind === 'word').length;
  if (words > MOST_WORDS || !isClause(reading, { from: start, to: parts.end })) return [];
  if (context.facts.banks.has('sorry-word', reading)) return [];
  const said = unstung(context, parts) ?? textOf(reading, start, parts.end);
  if (/[:;]/.test(said)) return [];
  if (context.finding.principle !== 'excuse' && (CHARGES.test(said) || isTruism(context, parts))) return [];
  return tails(context, parts).map((text) => inPlace(context, parts, `${said}${text}`));
};

/** The last way to keep a sentence whose facts may not go: the regret beside it has a gap to fill. */
export const keepAndGap: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || /\?\s*$/.test(parts.sentence.reading.text) || namedAlready(context)) return [];
  if (context.finding.principle !== 'excuse' && CHARGES.test(parts.sentence.reading.text)) return [];
  const said = unstung(context, parts) ?? textOf(parts.sentence.reading, bodyStart(context, parts), parts.end);
  const texts = wordings('sorry-gap', context).slice(0, 1);
  return texts.map((text) => inPlace(context, parts, `${said}, and ${decapitalise(text)}`));
};

/** What comes in beside the sentence; nothing where the reply has said it, or where nobody's own words would fill it. */
function tails(context: RewriteContext, parts: Parts): string[] {
  const beside = (texts: string[]) => texts.map((text) => `, and ${decapitalise(text)}`);
  if (context.facts.banks.has('told-in-writing', parts.sentence.reading))
    return beside(wordings('sorry-unclear', context));
  const excuse = context.finding.principle === 'excuse';
  if (namedAlready(context))
    return excuse && (!isAnswered(context, parts) || isNeeded(context, parts))
      ? wordings('from-here', context).map((text) => `; ${decapitalise(text)}`)
      : [];
  if (problemOf(context.facts) === null && !(excuse && isNeeded(context, parts))) return [];
  return beside(regrets(context));
}

/** The reply goes on to say what is done. */
function isAnswered({ facts }: RewriteContext, { sentence }: Parts): boolean {
  return replyOf(facts).body.some(
    (one) =>
      one.sentence.index > sentence.index &&
      ['action', 'promise', 'request', 'option', 'resolved'].some((role) => one.roles.has(role as Role)),
  );
}

/** The regret in the sentence's place, where the sentence tells nothing that the customer needs. */
export const regretInstead: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || namedAlready(context) || isNeeded(context, parts)) return [];
  const named = calledName(parts);
  // what is done stands elsewhere: without their own words for it, the excuse is not missed
  const excuse = context.finding.principle === 'excuse';
  const gone = excuse && isDone(context, parts, problemOf(context.facts) !== null);
  const without = gone ? sentenceOut(context, parts) : [];
  const waited =
    context.finding.principle === 'excuse' && problemOf(context.facts) === null && hasWaited(context, parts);
  const said = waited ? wordings('sorry-wait', context) : regrets(context);
  const edits = said.map((text) => inPlace(context, parts, withName(text, named)));
  return problemOf(context.facts) === null
    ? [...without, ...edits]
    : [...without, ...edits.flatMap((edit) => widened(context, parts, edit)), ...edits];
};

/** The reply says elsewhere what was done, or what is done by when; or said it `before`. */
function isDone({ facts }: RewriteContext, { sentence }: Parts, before: boolean): boolean {
  return replyOf(facts).body.some(
    (one) =>
      (before ? one.sentence.index < sentence.index : one.sentence !== sentence) &&
      ['action', 'resolved', 'promise', 'option'].some((role) => one.roles.has(role as Role)) &&
      !has(one, 'vague-time', 'hedging'),
  );
}

/** Without the sentence; after a greeting in the same line the next one follows. */
function sentenceOut(context: RewriteContext, parts: Parts): Edit[] {
  const { draft, facts, voice } = context;
  const { sentence } = parts;
  const start = bodyStart(context, parts);
  if (start === 0) {
    const gone = removeSentence(draft, { start: sentence.start, end: endOf(context, parts) });
    return gone ? [gone] : [];
  }
  const next = facts.document.sentences[sentence.index + 1];
  if (!next || /\n/.test(draft.slice(sentence.end, next.start))) return [];
  const first = draft.slice(next.start, next.start + 1);
  const from = spanOfTokens(sentence, start, parts.end).start;
  const comma = /,\s*$/.test(draft.slice(0, from)) && !/^(?:I\b|\p{Lu}{2})/u.test(draft.slice(next.start));
  return [
    { start: from, end: next.start + 1, text: voice.lowerCase || comma ? first.toLowerCase() : first.toUpperCase() },
  ];
}

/** They wrote of their waiting, and the sentence tells of it too. */
function hasWaited({ facts }: RewriteContext, { sentence }: Parts): boolean {
  return (
    facts.banks.has('tells-of-waiting', sentence.reading) &&
    facts.conversation.customer.sentences.some(({ reading }) => facts.banks.has('has-waited', reading))
  );
}

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

/** A set line of comfort, or a 'not ideal', to a customer who is let down: the regret names what it is about. */
export const comfortToRegret: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || namedAlready(context)) return [];
  const { mood, problem } = context.facts.conversation;
  const words = parts.tokens.filter(({ kind }) => kind === 'word').length;
  if ((mood.id === 'calm' && !problem) || words > 16 || isNeeded(context, parts)) return [];
  const comforting = words <= 9 && context.facts.banks.has('set-comfort', parts.sentence.reading);
  if (!comforting && !isSoleRegret(context, parts)) return [];
  return regrets(context).map((text) => inPlace(context, parts, withName(text, calledName(parts))));
};

/** "I'm sorry that P", P the customer's own clause; else a gap for it. */
export function regrets(context: RewriteContext): string[] {
  const { facts } = context;
  const { mood, problem } = facts.conversation;
  if (mood.id === 'calm' && !problem && problemOf(facts) === null) return [];
  if (facts.conversation.customer.sentences.some(({ reading }) => facts.banks.has('bereavement', reading)))
    return wordings('bereavement', context);
  const key = problemOf(facts) === null ? 'sorry-gap' : 'sorry-that';
  return wordings(key, context).slice(0, 1);
}

/** The reply acknowledges the case elsewhere, in words of its own. */
export function namedAlready({ facts, hit }: RewriteContext): boolean {
  return replyOf(facts).body.some(
    (one) =>
      one.sentence !== hit?.sentence &&
      one.roles.has('acknowledgement') &&
      !has(one, 'hollow-empathy', 'dismissive', 'blame') &&
      facts.banks.has('sorry-word', one.sentence.reading),
  );
}

/** A fact of the case stands in the sentence, or the answer to what was asked. */
export function isNeeded(context: RewriteContext, parts: Parts): boolean {
  const { facts, finding } = context;
  const { sentence, tokens } = parts;
  const colour = finding.principle === 'excuse' ? WEEKDAY : NEVER;
  if (factsOf(context, parts).some((fact) => !colour.test(fact))) return true;
  // what they are to do stands in it
  const advises = tokens.some(
    ({ norm }, index) =>
      /^(?:you|u)$/.test(norm) &&
      /^(?:can|could|should|will|'ll|need|'d|may|might|must|would|have)$/.test(tokens[index + 1]?.norm ?? '') &&
      !/^(?:appreciate|picture|imagine|understand)$/.test(tokens[index + 2]?.norm ?? ''),
  );
  if (finding.principle === 'excuse' && advises) return true;
  if (!EXPLAINS.has(finding.principle)) return false;
  // when and where are answered by a day or a place in the rest
  const told = facts.document.sentences.some((one) => one !== sentence && factsIn(one.reading.text).length > 0);
  const asked = told ? ASKS_WHY : ASKS_FOR_IT;
  return facts.conversation.customer.sentences.some(({ reading }) =>
    asked.some((name) => facts.banks.has(name, reading)),
  );
}

/** Why, when and where are answered by a cause. */
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/i;
const NEVER = /(?!)/;
const ASKS_WHY = ['asks-reason'];
const ASKS_FOR_IT = ['asks-reason', 'asks-when', 'asks-place'];

const EXPLAINS = new Set<PrincipleId>(['excuse', 'blame']);

/** Without the name of a greeting in the same line. */
function factsOf(context: RewriteContext, parts: Parts): string[] {
  return factsIn(textOf(parts.sentence.reading, bodyStart(context, parts), parts.end));
}

function isTruism(context: RewriteContext, parts: Parts): boolean {
  const { facts } = context;
  const { sentence, tokens } = parts;
  if (/\?\s*$/.test(sentence.reading.text) || factsOf(context, parts).length > 0) return false;
  if (facts.banks.has('most-people', sentence.reading)) return true;
  return !tokens.some(({ norm }) => OURS_OR_YOURS.test(norm));
}

/** 'This is not ideal', 'It was unfortunate that ...': the one sign that somebody minds. */
function isSoleRegret(context: RewriteContext, { sentence }: Parts): boolean {
  const { banks } = context.facts;
  const minds = ['sorry-word', 'hard-word', 'faint-regret'];
  return minds.some((name) => banks.has(name, sentence.reading)) && !namedAlready(context);
}

/** Past the greeting in the same line. */
function bodyStart({ facts }: RewriteContext, { sentence, tokens }: Parts): number {
  const opening = openingAt(facts);
  if (sentence.index > 0 || !opening.inline) return 0;
  return Math.max(
    0,
    tokens.findIndex(({ start }) => sentence.start + start >= opening.at),
  );
}

function endOf({ draft }: RewriteContext, { sentence }: Parts): number {
  const signed = signatureAt(draft);
  return signed > sentence.start && signed < sentence.end ? signed : sentence.end;
}

/** New words for the sentence's own, its closing mark kept calm. */
function inPlace(context: RewriteContext, parts: Parts, said: string): Edit {
  const { sentence } = parts;
  const start = bodyStart(context, parts);
  const at = spanOfTokens(sentence, start, bodyEnd(sentence.reading));
  const end = endOf(context, parts);
  const mark = /^[!?]+/.exec(context.draft.slice(Math.min(at.end, end)))?.[0] ?? '';
  const text = context.voice.lowerCase || start > 0 ? fitted(context, parts, said) : capitalise(said);
  const body = Math.min(at.end, end);
  return { start: at.start, end: body + mark.length, text: mark ? `${text}.` : text };
}

function fitted(context: RewriteContext, { sentence, tokens }: Parts, said: string): string {
  const first = tokens[bodyStart(context, { sentence, tokens } as Parts)];
  return first && /^\p{Lu}/u.test(first.text) && !context.voice.lowerCase ? capitalise(said) : decapitalise(said);
}

/** An empty apology right before goes with the sentence: two would be said else. */
function widened({ facts, draft }: RewriteContext, { sentence }: Parts, edit: Edit): Edit[] {
  const before = replyOf(facts).sentences[sentence.index - 1];
  if (!before || !has(before, 'hollow-empathy') || factsIn(before.sentence.reading.text).length > 0) return [];
  if (before.sentence.reading.tokens.filter(({ kind }) => kind === 'word').length > 9) return [];
  const open = openingAt(facts);
  const start = Math.max(before.sentence.start, open.inline ? open.at : 0);
  if (/\n\s*\n/.test(draft.slice(before.sentence.end, sentence.start))) return [];
  const small = /^\p{Ll}/u.test(draft.slice(start));
  return [{ start, end: edit.end, text: small ? decapitalise(edit.text) : edit.text }];
}

/** ', Jodie' at the sentence's end. */
function calledName({ sentence, tokens, end }: Parts): string | null {
  const last = tokens[end - 1];
  return last?.pos === 'PROPN' && tokens[end - 2]?.text === ',' && sentence.reading.tokens.length > 3
    ? last.text
    : null;
}

function withName(text: string, name: string | null): string {
  return name ? text.replace(/\bsorry (that|about|for)\b/, `sorry, ${name}, $1`) : text;
}

/** The sentence's words without those of the class 'sting', and the commas and joiners that held them; null if unchanged. */
function unstung(context: RewriteContext, parts: Parts): string | null {
  const { sentence, tokens, end } = parts;
  const { reading } = sentence;
  const start = bodyStart(context, parts);
  const stings = context.facts.banks.find('sting', reading).filter(({ from, to }) => from >= start && to <= end);
  if (stings.length === 0) return null;
  const gone = tokens.map(() => false);
  for (const { from, to } of stings) gone.fill(true, from, to);
  for (const { from, to } of stings) {
    let before = from;
    while (before > start && /^(?:[,;–—-]|and|but|so)$/.test(tokens[before - 1]?.norm ?? '')) before -= 1;
    const comma = tokens[to]?.text === ',';
    if (from === start) gone.fill(true, to, comma ? to + 1 : to);
    else if (to >= end) gone.fill(true, before, from);
    else if (comma && tokens[from - 1]?.text === ',') gone.fill(true, to, to + 1);
  }
  let text = '';
  tokens.slice(start, end).forEach((token, index) => {
    if (!gone[start + index]) text += `${token.spaced && text ? ' ' : ''}${token.text}`;
  });
  text = text.trim().replace(/^(?:and|but|so)\s+/i, '');
  return text && isClause(reading, { from: start, to: end }) ? text : null;
}

/** ', we're waiting on the supplier who let us down': what comes before it stands, if it tells of this case. */
export const tailOut: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const { hit, sentence, tokens, end } = parts;
  const { reading } = sentence;
  const from = Math.max(bodyStart(context, parts), 0);
  if (clauseEnd(context, parts, hit.to - 1) < end) return [];
  let cut = clauseAt(reading, hit.from, context.facts.banks).from;
  // the comma in front parts it too
  for (let at = hit.from; at > cut; at -= 1) {
    if (tokens[at - 1]?.text === ',' && isClause(reading, { from: at, to: end })) {
      cut = at;
      break;
    }
  }
  const held = cut;
  while (cut > from && /^(?:[,;–—-]|and|but|so|as|because|since)$/.test(tokens[cut - 1]?.norm ?? '')) cut -= 1;
  const joined = cut < held || /^(?:and|but|so|as|because|since|which|who)$/.test(tokens[held]?.norm ?? '');
  if (!joined || cut <= from + 2 || !isClause(reading, { from, to: cut })) return [];
  if (factsIn(textOf(reading, cut, end)).length > 0) return [];
  const head = tokens.slice(from, cut);
  const principle = context.finding.principle;
  if (HALF.test(head[0]?.norm ?? '')) return [];
  if (principle !== 'blame' && !head.some(({ norm }) => OURS_OR_YOURS.test(norm) || norm === 'it')) return [];
  return [
    {
      start: sentence.start + (tokens[cut - 1]?.end ?? 0),
      end: sentence.start + (tokens[end - 1]?.end ?? 0),
      text: '',
    },
  ];
};

const HALF = /^(?:whether|if|as|since|because|although|though|when|while|due|given)$/;

/** 'That's Lending, but I've seen it go through' -> 'I've seen it go through'; ', that's on you but we have a copy' -> ', but we ...'. */
export const butStands: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const { hit, sentence, tokens, end } = parts;
  const { reading } = sentence;
  const start = bodyStart(context, parts);
  const but = tokens.findIndex(({ norm }, index) => index >= hit.to && norm === 'but');
  if (but < 0 || but > hit.to + 12 || !isClause(reading, { from: but + 1, to: end })) return [];
  const at = (index: number) => sentence.start + (tokens[index]?.start ?? 0);
  const first = tokens[but + 1];
  if (!first || /^(?:please|if|when|not|only|for)$/.test(first.norm)) return [];
  // only what was said before it may go
  if (factsIn(textOf(reading, hit.from, but)).length > 0) return [];
  const comma = tokens.findLastIndex(({ text }, index) => index < hit.from + 1 && index > start && text === ',');
  if (comma > start + 2 && isClause(reading, { from: start, to: comma }))
    return [{ start: sentence.start + (tokens[comma - 1]?.end ?? 0), end: at(but), text: ', ' }];
  const said = context.voice.lowerCase ? first.text : capitalise(first.text);
  return [{ start: at(start), end: sentence.start + first.end, text: said }];
};
