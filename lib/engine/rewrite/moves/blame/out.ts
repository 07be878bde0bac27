/** Blame that tells nothing goes; a reproach that is all there is becomes a word for the next time. */
import type { Edit } from '../../../types';
import { factsIn } from '../../facts';
import type { Move, RewriteContext } from '../../move';
import { openingAt } from '../../place';
import { wordings } from '../../say';
import { removeSentence, removeSpan } from '../../splice';
import { findToken, isClause, spanOfTokens, textOf } from '../../words';
import { clauseEnd, clauseStart, type Parts, partsOf, replaceTokens } from '../clauses';

/** What blames and tells nothing goes; a reproach that is all there is becomes a word for the next time. */
export const blameOut: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const { hit, sentence } = parts;
  const you = findToken(sentence.reading, hit.from, hit.to, ({ norm }) => /^(?:you|u|you'd|you've)$/.test(norm));
  const next = you < 0 ? [] : shouldHave(context, parts, you);
  return [...withoutIt(context, parts), ...next];
};

/** What blames and tells nothing goes: 'by you', the clause that only gives the fault, the sentence of its own. */
function withoutIt(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, tokens, end } = parts;
  const { draft, voice } = context;
  const { reading } = sentence;
  const optional = (edit: Edit | null) => (edit ? [edit] : []);
  if (tokens[hit.from]?.norm === 'by')
    return optional(removeSpan(draft, spanOfTokens(sentence, hit.from, hit.to), voice.lowerCase));
  const from = Math.min(clauseStart(context, parts, hit.from), hit.from);
  const to = Math.max(clauseEnd(context, parts, hit.to - 1), hit.to);
  const joiner = from > 0 && JOINS.test(tokens[from - 1]?.norm ?? '') ? from - 1 : from;
  const opened = JOINS.test(tokens[from]?.norm ?? '') || joiner < from || tokens[from - 1]?.text === ',';
  const holdsFact = (start: number, stop: number) => factsIn(textOf(reading, start, stop)).length > 0;
  // ', since the card was allowed to expire': the rest stands
  const half = /^(?:if|when|had|unless|once|while|although|though)$/.test(tokens[0]?.norm ?? '');
  if (
    !half &&
    opened &&
    joiner > 2 &&
    to >= end &&
    !holdsFact(joiner, to) &&
    isClause(reading, { from: 0, to: joiner })
  ) {
    let at = joiner;
    while (at > 0 && /^[,;–—-]$/.test(tokens[at - 1]?.text ?? '')) at -= 1;
    const start = sentence.start + (tokens[at - 1]?.end ?? 0);
    return [{ start, end: sentence.start + (tokens[to - 1]?.end ?? 0), text: '' }];
  }
  const { length } = context.facts.document.sentences;
  if (length > 1 && !holdsFact(0, end) && opening(context) <= sentence.start)
    return optional(removeSentence(draft, { start: sentence.start, end: sentence.end }));
  return [];
}

const JOINS = /^(?:and|but|because|since|as|so|though|although|while|which|if|when|had)$/;

function opening({ facts }: RewriteContext): number {
  return openingAt(facts).at;
}

/** 'You should have called first' -> 'For next time: please call first, so that [reason]'. */
function shouldHave(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens } = parts;
  let at = you + 1;
  const should = tokens[at];
  if (!should || !['should', 'could', 'ought', 'must'].includes(should.norm) || should.norm === 'must') return [];
  const negative = tokens[at + 1]?.norm === 'not';
  at += negative ? 2 : 1;
  while (tokens[at]?.pos === 'ADV' || tokens[at]?.norm === 'to') at += 1;
  if (tokens[at]?.norm !== 'have') return [];
  at += 1;
  while (tokens[at]?.pos === 'ADV') at += 1;
  const verb = tokens[at];
  if (!verb || verb.lemma === 'be' || verb.norm === 'been') return [];
  const end = clauseEnd(context, parts, at);
  const rest = textOf(sentence.reading, at + 1, end);
  const action = [verb.lemma, rest].filter(Boolean).join(' ');
  return wordings(negative ? 'next-time-not' : 'next-time', context, { action }).map((text) =>
    replaceTokens(context, sentence, you, end, text),
  );
}
