/** The word of regret: whether the reply has said it, whether the sentence must stay, and the regret in its place. */
import { has, replyOf } from '../../../reply';
import type { Role } from '../../../roles';
import type { Edit, PrincipleId } from '../../../types';
import { factsIn, isWeekday } from '../../facts';
import { problemOf } from '../../lift';
import type { Move, RewriteContext } from '../../move';
import { openingAt } from '../../place';
import { wordings } from '../../say';
import { decapitalise } from '../../splice';
import { type Parts, partsOf } from '../clauses';
import { calledName, factsOf, inPlace, sentenceOut, withName } from './in-place';

/** The regret in the sentence's place, where the sentence tells nothing that the customer needs. */
export const regretInstead: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || namedAlready(context) || isNeeded(context, parts)) return [];
  // to abuse that names no trouble, what we answer in kind becomes a limit and not a regret
  const abused = context.facts.conversation.mood.id === 'abusive' && problemOf(context.facts) === null;
  if (abused && context.finding.principle === 'dismissive')
    return wordings('boundary-instead', context).map((text) => inPlace(context, parts, text));
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

/** They wrote of their waiting, and the sentence tells of it too. */
function hasWaited({ facts }: RewriteContext, { sentence }: Parts): boolean {
  return (
    facts.banks.has('tells-of-waiting', sentence.reading) &&
    facts.conversation.customer.sentences.some(({ reading }) => facts.banks.has('has-waited', reading))
  );
}

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
  const isColour = (fact: string) => finding.principle === 'excuse' && isWeekday(fact);
  if (factsOf(context, parts).some((fact) => !isColour(fact))) return true;
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

const ASKS_WHY = ['asks-reason'];

/** Why, when and where are answered by a cause. */
const ASKS_FOR_IT = ['asks-reason', 'asks-when', 'asks-place'];

const EXPLAINS = new Set<PrincipleId>(['excuse', 'blame']);

/** 'This is not ideal', 'It was unfortunate that ...': the one sign that somebody minds. */
export function isSoleRegret(context: RewriteContext, { sentence }: Parts): boolean {
  const { banks } = context.facts;
  const minds = ['sorry-word', 'hard-word', 'faint-regret'];
  return minds.some((name) => banks.has(name, sentence.reading)) && !namedAlready(context);
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
