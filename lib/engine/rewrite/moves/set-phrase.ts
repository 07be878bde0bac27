/** Set phrases go; what stands beside them stays, and a thank-you that is the reply's only one is said as a person would. */
import { has, isRefusal, type ReplySentence, replyOf } from '../../reply';
import type { Edit } from '../../types';
import { factsIn } from '../facts';
import type { Move, RewriteContext } from '../move';
import { openingAt } from '../place';
import { wordings } from '../say';
import { decapitalise, removeSentence, removeSpan, replaceSpan } from '../splice';
import { bodyEnd, findToken, isClause, isSubjectPronoun, spanOfTokens, textOf } from '../words';
import { type Parts, partsOf } from './clauses';

/** A phrase that takes in so many words of the next part, such as its subject, stands in the one before. */
const INTRUDES = 3;

/** A part of the sentence: its words, and the 'and' or the comma before it. */
interface Part {
  /** The joining words before it; `from` where there are none. */
  joint: number;
  from: number;
  to: number;
  /** 'and look forward': without a subject of its own. */
  bare: boolean;
}

/**
 * The part of the sentence that the phrase stands in, where the others say something; else the sentence. Where the reply
 * would lose its only thanks or be left without a word, a plain thank-you stands in its place.
 */
export const dropSetPhrase: Move = (context) => {
  const parts = partsOf(context);
  const { draft, finding, voice } = context;
  if (!parts || !finding.span) return [];
  const { hit, sentence, tokens } = parts;
  const begin = contentStart(context, parts);
  const split = splitAt(parts, begin);
  const own = split.filter(
    ({ from, to }) => hit.from < to && hit.to > from && !(hit.to - from <= INTRUDES && hit.from < from),
  );
  const first = own[0];
  const last = own.at(-1);
  const others = split.filter((part) => !own.includes(part) && tells(context, parts, part));
  if (first && last && others.length > 0) {
    const edit =
      last.to < (split.at(-1)?.to ?? 0) ? cutBefore(context, parts, split, last) : cutAfter(parts, first, begin);
    if (edit) return [edit];
  }
  const place = spanOfTokens(sentence, begin, bodyEnd(sentence.reading));
  const plain = plainThanks(context).map((text) => replaceSpan(draft, place, text, voice.lowerCase));
  // what links or names a figure is no mere phrase (the company's own name is none): 'As a token of our thanks please accept 20%'
  const told =
    factsIn(draft.slice(place.start, sentence.end)).some((fact) => /\d|[/@]/.test(fact)) ||
    /https?:|www\./.test(sentence.reading.text);
  if (told) {
    const asks = findToken(sentence.reading, hit.from + 2, hit.to, ({ norm }) => norm === 'please');
    const lead = asks > 0 && removeSpan(draft, spanOfTokens(sentence, hit.from, asks), voice.lowerCase);
    return [...optional(lead || null), ...optional(removeSpan(draft, finding.span, voice.lowerCase)), ...plain];
  }
  const whole = begin === 0 ? { start: sentence.start, end: sentence.end } : { start: place.start, end: sentence.end };
  const gone =
    begin === 0 || !tokens[begin] ? removeSentence(draft, whole) : afterGreeting(draft, whole, voice.lowerCase);
  if (!thanked(context) || !gone) return [...plain, ...optional(gone)];
  return isThanks(context) ? [gone, ...plain] : [gone];
};

function optional(edit: Edit | null): Edit[] {
  return edit ? [edit] : [];
}

/** 'Hi Ann, [...] We ask': the sentence after the greeting goes on in its line. */
function afterGreeting(draft: string, span: { start: number; end: number }, lowerCase: boolean): Edit | null {
  const space = /^[ \t]+(?=\S)/.exec(draft.slice(span.end))?.[0].length ?? 0;
  const end = span.end + space;
  if (space === 0) return null;
  const next = draft.slice(end, end + 1);
  return { start: span.start, end: end + 1, text: lowerCase ? next : next.toUpperCase() };
}

/** Past a greeting that shares the sentence: 'Hi Ann, ...'. */
function contentStart({ facts }: RewriteContext, { sentence, tokens }: Parts): number {
  if (sentence.index > 0) return 0;
  const open = openingAt(facts);
  if (!open.inline || open.at <= sentence.start) return 0;
  return Math.max(
    0,
    findToken(sentence.reading, 0, tokens.length, ({ start }) => sentence.start + start >= open.at),
  );
}

/** 'We are grateful for it and glad that ...': a second word of the same 'are'. */
const STATE = /^(?:glad|happy|pleased|delighted|sorry|sad|grateful|thrilled)$/;
const JOINS = new Set(['and', 'but', 'so', ';', '–', '—', '-']);

/** Clauses that only 'and', 'so', a dash or a comma join, and the second verb of a subject. */
function splitAt({ sentence: { reading }, tokens, end }: Parts, begin: number): Part[] {
  const parts: Part[] = [{ joint: begin, from: begin, to: end, bare: false }];
  for (let at = begin + 2; at < end - 1; at += 1) {
    const token = tokens[at];
    const comma = token?.text === ',';
    if (!token || (!comma && !JOINS.has(token.norm))) continue;
    let from = at + 1;
    while (from < end && (JOINS.has(tokens[from]?.norm ?? '') || /^(?:that|then)$/.test(tokens[from]?.norm ?? '')))
      from += 1;
    const next = tokens[from];
    const subject =
      isSubjectPronoun(next) || /^(?:DET|PROPN)$/.test(next?.pos ?? '') || /^(?:my|your|our)$/.test(next?.norm ?? '');
    const asks = next?.norm === 'please';
    const clause = (subject && isClause(reading, { from, to: end })) || asks;
    const second = !comma && token.norm === 'and' && /^(?:VERB|AUX)$/.test(next?.pos ?? '') && next?.norm !== 'to';
    const state = !comma && token.norm === 'and' && STATE.test(next?.norm ?? '');
    if (!clause && !second && !state) continue;
    const before = parts[parts.length - 1] as Part;
    // 'we want to help and guide you': a verb beside a verb after 'to' is no part of its own
    if (second && !clause && /^(?:to)$/.test(tokens[at - 2]?.norm ?? '')) continue;
    before.to = at;
    parts.push({ joint: at, from, to: end, bare: (second || state) && !clause });
    at = from;
  }
  return parts;
}

/** A part without a set phrase of its own: it has something to say. */
function tells({ facts }: RewriteContext, { sentence }: Parts, { from, to }: Part): boolean {
  const canned = facts.phrases.some(
    (hit) =>
      hit.sentence === sentence &&
      hit.rule.bank === 'canned' &&
      hit.from < to &&
      hit.to - from > (hit.from < from ? INTRUDES : 0),
  );
  // 'it does not go unnoticed' speaks of the phrase
  const pointsBack = from > 0 && /^(?:it|this|that|which|these|they)$/.test(sentence.reading.tokens[from]?.norm ?? '');
  return !canned && !pointsBack && to - from > 2;
}

/** The phrase stands first: what follows begins the sentence, with the subject where it has none. */
function cutBefore(context: RewriteContext, parts: Parts, split: Part[], last: Part): Edit | null {
  const { draft, voice, facts } = context;
  const { sentence, tokens } = parts;
  const next = split[split.indexOf(last) + 1];
  const first = split[0];
  if (!next || !first || last !== first) return null;
  const start = sentence.start + (tokens[first.from]?.start ?? 0);
  const end = sentence.start + (tokens[next.from]?.start ?? 0);
  const rest = textOf(sentence.reading, next.from, next.to);
  const until = sentence.start + (tokens[next.to - 1]?.end ?? 0);
  if (!next.bare) {
    // a bare order after a no
    const before = replyOf(facts).sentences[sentence.index - 1];
    const no = before !== undefined && isRefusal(before);
    const lead = /^please\b/i.test(rest) && no ? wordings('welcome-idea', context)[0] : '';
    return replaceSpan(draft, { start, end: until }, lead ? `${lead} ${decapitalise(rest)}` : rest, voice.lowerCase);
  }
  const verb = findToken(sentence.reading, first.from, last.to, ({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (verb <= first.from) return null;
  const from = STATE.test(tokens[next.from]?.norm ?? '') ? verb + 1 : verb;
  return { start: sentence.start + (tokens[from]?.start ?? 0), end, text: '' };
}

/** The phrase stands last: the joining word goes with it. */
function cutAfter({ sentence, tokens, end }: Parts, first: Part, begin: number): Edit | null {
  let joint = first.joint;
  while (joint > 0 && /^(?:,|and|but|so|–|—|-|;)$/.test(tokens[joint - 1]?.norm ?? '')) joint -= 1;
  // 'We' or 'At the shop' alone is no sentence; 'Hello' is
  const greets = tokens.slice(begin, joint).every(({ pos }) => pos === 'INTJ' || pos === 'PROPN');
  if (
    joint <= begin ||
    (!greets && !isClause(sentence.reading, { from: begin, to: joint }) && tokens[begin]?.pos !== 'VERB')
  )
    return null;
  return {
    start: sentence.start + (tokens[joint - 1]?.end ?? 0),
    end: sentence.start + (tokens[end - 1]?.end ?? 0),
    text: '',
  };
}

/** It thanks, or speaks of what they wrote. */
function isThanks({ hit, facts }: RewriteContext): boolean {
  const own = replyOf(facts).body.find(({ sentence }) => sentence === hit?.sentence);
  return own !== undefined && (acknowledges(own) || facts.banks.has('their-words', own.sentence.reading));
}

function acknowledges({ roles }: ReplySentence): boolean {
  return roles.has('thanks') || roles.has('acknowledgement');
}

/** The reply thanks or feels with them elsewhere, and has more to say than this sentence; or this one never did. */
function thanked(context: RewriteContext): boolean {
  const { hit, facts } = context;
  const { body, closing } = replyOf(facts);
  const left = body.filter(({ sentence }) => sentence !== hit?.sentence);
  if (left.length === 0) return false;
  if (!isThanks(context)) return true;
  return [...left, ...closing].some((one) => (acknowledges(one) || one.roles.has('owning')) && !has(one, 'canned'));
}

/** 'Thank you for your suggestion.': by the word that the draft has for it, else by what they wrote for. */
function plainThanks(context: RewriteContext): string[] {
  const { facts, hit } = context;
  const { conversation, banks } = facts;
  const reading = hit?.sentence.reading;
  const named = reading && banks.find('their-words', reading)[0];
  const noun = named && reading ? (reading.tokens[named.to - 1]?.norm ?? '') : '';
  const byNoun = noun ? wordings('plain-thanks-for', context, { noun }) : [];
  const asked = conversation.questions.length > 0 && !conversation.problem;
  const kind = asked ? 'plain-thanks-question' : conversation.problem ? 'plain-thanks-problem' : 'plain-thanks';
  return [...byNoun, ...wordings(kind, context), ...wordings('plain-thanks', context)];
}

/** The plain thank-you alone, for who is thanked in a set phrase. */
export const plainThankYou: Move = (context) => {
  const parts = partsOf(context);
  const { draft, voice, finding } = context;
  if (!parts || !finding.span) return [];
  const begin = contentStart(context, parts);
  const split = splitAt(parts, begin);
  const own = split.find(({ from, to }) => parts.hit.from < to && parts.hit.to > from);
  if (!own) return [];
  const place = spanOfTokens(parts.sentence, own.from, own.to);
  return plainThanks(context).map((text) =>
    replaceSpan(draft, place, own.to < parts.end ? text.replace(/\.$/, '') : text, voice.lowerCase),
  );
};
