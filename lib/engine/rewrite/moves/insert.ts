/** What a draft as a whole lacks, put in at its place: section B of the rubric. */
import type { DraftFacts } from '../../detectors/detector';
import type { Sentence } from '../../document';
import { has, type ReplySentence, replyOf } from '../../reply';
import type { Role } from '../../roles';
import type { Edit } from '../../types';
import { inPlaceOf } from '../beside';
import { factsIn } from '../facts';
import { asksIndirectly } from '../indirect';
import { problemOf } from '../lift';
import type { Move, RewriteContext } from '../move';
import { insertAtClosing, insertAtOpening } from '../place';
import { wordings, wordingsFor } from '../say';
import { ended, insertGreeting } from '../template';
import { caseSentences, isBereaved } from './acknowledge';

export const opening = (texts: string[], { facts, voice }: RewriteContext): Edit[] =>
  texts.map((text) => insertAtOpening(facts, ended(text), voice));
export const closing = (texts: string[], { facts, voice }: RewriteContext): Edit[] =>
  texts.map((text) => insertAtClosing(facts, text, voice));

/** What the customer said happened, back in our words; in place of an empty apology or question that stands there. */
export const restate: Move = (context) => {
  const { facts, voice } = context;
  const moved = facts.conversation.mood.id === 'upset';
  const lifted = problemOf(facts) !== null;
  const question = lifted ? null : asksIndirectly(facts);
  const asked = question ? wordings('restate-question', context, { question }) : [];
  // a case file is no comfort: who was let down is told so with the case in it
  const sorry = moved && (lifted || asked.length === 0) && !saysSorry(facts) ? caseSentences(context) : [];
  const said = [...sorry, ...asked, ...wordings('restate', context), ...wordings('restate-gap', context)];
  const empty = emptyOpening(context);
  // an apology gives way to one with the case in it, and to nothing else
  if (!empty || (empty.sorry && !lifted && !isBereaved(facts))) return opening(said, context);
  const instead = empty.sorry ? caseSentences(context) : said;
  return [
    ...instead.map((text) => inPlaceOf(empty.sentence, empty.sentence, ended(text), voice)),
    ...opening(said, context),
  ];
};

/** Once is enough. */
function saysSorry(facts: DraftFacts): boolean {
  return replyOf(facts).body.some(({ sentence }) => facts.banks.has('sorry-word', sentence.reading));
}

/** The sentence of the body that only says sorry, or the first where it asks whether there is a problem; and nothing hangs on it. */
function emptyOpening({ facts }: RewriteContext): { sentence: Sentence; sorry: boolean } | null {
  const { body } = replyOf(facts);
  const empty = (one: ReplySentence) =>
    factsIn(one.sentence.reading.text).length === 0 &&
    one.sentence.reading.tokens.filter(({ kind }) => kind === 'word').length <= 18;
  const at = body.findIndex((one) => has(one, 'hollow-empathy') && empty(one));
  const found = at >= 0 ? body[at] : body[0];
  if (!found || !empty(found)) return null;
  // 'Did you check the box?' asks for something; 'Is there a problem?' does not
  const asksNothing =
    has(found, 'closed-question') &&
    facts.banks.has('trouble-word', found.sentence.reading) &&
    found.sentence.reading.tokens.length <= 10;
  if (at < 0 && !asksNothing) return null;
  const next = body[Math.max(0, at) + 1];
  if (next && facts.banks.has('follows-up-there', next.sentence.reading)) return null;
  return { sentence: found.sentence, sorry: at >= 0 };
}

export const offerOption: Move = (context) => closing(wordingsFor('offer', context), context);

/** What we will do is the agent's to name; an update is offered after it, and only where something is on its way. */
export const nextStep: Move = (context) => {
  const { facts } = context;
  const pending = replyOf(facts).body.some(({ sentence }) => facts.banks.has('passed-along', sentence.reading));
  const [first = '', ...more] = wordingsFor('next-step', context);
  return closing([first, ...(pending ? wordingsFor('step-pending', context) : []), ...more], context);
};

/** A look back at what was put right, by its name; nobody's wish from who wrote in anger. */
export const offerFollowUp: Move = (context) => {
  const abusive = context.facts.conversation.mood.id === 'abusive';
  const [named = '', ...more] = wordings('follow-up', context);
  const matter = [named, ...wordings('follow-up-topic', context), ...more];
  return closing([...(abusive ? [] : matter), ...wordings('follow-up-open', context)], context);
};

/** In place of heat in the draft; where there is none, after what the reply has to say. */
export const setBoundary: Move = (context) => [
  ...inPlaceOfHeat(wordings('boundary-instead', context), context),
  ...closing([...wordings('boundary-after', context), ...wordings('boundary', context)], context),
];

export function inPlaceOfHeat(texts: readonly string[], context: RewriteContext): Edit[] {
  const { facts, voice } = context;
  const { sentences } = replyOf(facts);
  const heated = sentences.filter((one) => isHeated(one, context));
  const [first] = heated;
  if (!first) return [];
  const from = widened(sentences, first);
  let last = first;
  for (const one of heated) if (one.sentence.index === last.sentence.index + 1) last = one;
  const ends = last === first ? [first] : [last, first];
  return ends.flatMap((end) => texts.map((said) => inPlaceOf(from.sentence, end.sentence, said, voice)));
}

function isHeated(one: ReplySentence, { facts }: RewriteContext): boolean {
  // what is asked for, or done, is no heat
  if (['greeting', 'sign-off', 'request', 'action'].some((role) => one.roles.has(role as Role))) return false;
  const { reading } = one.sentence;
  if (facts.banks.has('heat-back', reading)) return true;
  return has(one, 'dismissive', 'shouting') && !facts.banks.has('resolved', reading);
}

/** 'Charming!' and 'Wow, ok.' before the heat belong to it. */
function widened(sentences: readonly ReplySentence[], first: ReplySentence): ReplySentence {
  const before = sentences[first.sentence.index - 1];
  if (!before || before.roles.has('greeting')) return first;
  const words = before.sentence.reading.tokens.filter(({ kind }) => kind === 'word').length;
  return words <= 3 && /[.!]$/.test(before.sentence.reading.text) ? before : first;
}

export const addGreeting: Move = (context) =>
  wordings('greeting', context)
    // 'Hello Mrs Cho' before 'Hi Mrs Cho'
    .sort((a, b) => (/^\S+ \S+ \S/.test(a) ? b.length - a.length : 0))
    .map((text) => insertGreeting(context, text));
