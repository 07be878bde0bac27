/** What a draft as a whole lacks, put in at its place: section B of the rubric. */
import type { Sentence } from '../../document';
import { has, type ReplySentence, replyOf } from '../../reply';
import type { Role } from '../../roles';
import type { Edit } from '../../types';
import { inPlaceOf } from '../beside';
import { factsIn } from '../facts';
import { problemOf } from '../lift';
import type { Move, RewriteContext } from '../move';
import { insertAtClosing, insertAtOpening } from '../place';
import { wordings, wordingsFor } from '../say';
import { ended, insertGreeting } from '../template';
import { asksIndirectly } from './reply';

const opening = (texts: string[], { facts, voice }: RewriteContext): Edit[] =>
  texts.map((text) => insertAtOpening(facts, ended(text), voice));
const closing = (texts: string[], { facts, voice }: RewriteContext): Edit[] =>
  texts.map((text) => insertAtClosing(facts, text, voice));

/** What the customer said happened, back in our words; in place of an empty apology or question that stands there. */
export const restate: Move = (context) => {
  const { facts, voice } = context;
  const upset = facts.conversation.mood.id === 'upset';
  const lifted = problemOf(facts) !== null;
  const question = lifted ? null : asksIndirectly(facts);
  const asked = question ? wordings('restate-question', context, { question }) : [];
  const said = [
    ...(asked.length > 0 ? asked : []),
    ...wordings('restate', context),
    ...(upset ? wordings('sorry-topic', context) : wordings('restate-topic', context)),
  ];
  const empty = emptyOpening(context);
  if (!empty) return opening([...said, ...wordings('restate-gap', context)], context);
  const sorry = lifted ? wordings('sorry-that', context) : upset ? wordings('sorry-topic', context) : [];
  const texts = empty.sorry ? [...sorry, ...said] : said;
  return [
    ...texts.map((text) => inPlaceOf(empty.sentence, empty.sentence, ended(text), voice)),
    ...opening([...said, ...wordings('restate-gap', context)], context),
  ];
};

/** The first sentence of the body, where it only says sorry, or asks whether there is a problem; and nothing hangs on it. */
function emptyOpening({ facts }: RewriteContext): { sentence: Sentence; sorry: boolean } | null {
  const { body } = replyOf(facts);
  const [first, second] = body;
  if (!first || factsIn(first.sentence.reading.text).length > 0) return null;
  if (second && facts.banks.has('follows-up-there', second.sentence.reading)) return null;
  const sorry = has(first, 'hollow-empathy');
  const words = first.sentence.reading.tokens.filter(({ kind }) => kind === 'word').length;
  if (words > 14 || (!sorry && !has(first, 'closed-question'))) return null;
  return { sentence: first.sentence, sorry };
}

export const offerOption: Move = (context) => closing(wordingsFor('offer', context), context);

/** An update is promised only where something is on its way already; else the step is the agent's to name. */
export const nextStep: Move = (context) => {
  const { facts } = context;
  const pending = replyOf(facts).body.some(({ sentence }) => facts.banks.has('passed-along', sentence.reading));
  const texts = [...(pending ? wordingsFor('step-pending', context) : []), ...wordingsFor('next-step', context)];
  return closing([...new Set(texts)], context);
};

/** An open door first: a call back is one more promise, and nobody's wish from who wrote in anger. */
export const offerFollowUp: Move = (context) => {
  const abusive = context.facts.conversation.mood.id === 'abusive';
  const open = wordings('follow-up-open', context).slice(0, 1);
  return closing([...open, ...(abusive ? [] : wordingsFor('follow-up', context))], context);
};

/** In place of heat in the draft; where there is none, after what the reply has to say. */
export const setBoundary: Move = (context) => {
  const { facts, voice } = context;
  const { sentences } = replyOf(facts);
  const heated = sentences.filter((one) => isHeated(one, context));
  const [first] = heated;
  const edits: Edit[] = [];
  if (first) {
    const from = widened(sentences, first);
    let last = first;
    for (const one of heated) if (one.sentence.index === last.sentence.index + 1) last = one;
    const text = wordings('boundary-instead', context);
    edits.push(...text.map((said) => inPlaceOf(from.sentence, last.sentence, said, voice)));
    if (last !== first) edits.push(...text.map((said) => inPlaceOf(from.sentence, first.sentence, said, voice)));
  }
  return [...edits, ...closing([...wordings('boundary-after', context), ...wordings('boundary', context)], context)];
};

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
