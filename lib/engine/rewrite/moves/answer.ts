import { answeredQuestions } from '../../answers';
import type { Sentence } from '../../document';
import { replyOf } from '../../reply';
import { insertBefore } from '../beside';
import { indirect, thereIs } from '../indirect';
import type { Move, RewriteContext } from '../move';
import { insertAtClosing } from '../place';
import { wordings } from '../say';

/** 'On when it will be fixed: [answer].', for the first question that the draft leaves open. */
export const answerQuestion: Move = (context) => {
  const { facts, voice } = context;
  const { customer } = facts.conversation;
  const questions = answeredQuestions(facts);
  const missed = questions.filter(({ verdict }) => verdict.says === 'yes');
  // of several the one that the reply touches least; the last is forgotten most
  const [open] = (missed.length > 0 ? missed : questions.filter(({ answered }) => !answered)).sort(
    (a, b) => (a.signs['words-covered'] ?? 0) - (b.signs['words-covered'] ?? 0) || b.span.start - a.span.start,
  );
  const asked = open && customer.sentences.find(({ start, end }) => open.span.start < end && open.span.end > start);
  // A sentence may ask twice: what is said back is the question that is open
  const begin = open && asked ? asked.reading.tokens.findIndex(({ end }) => asked.start + end > open.span.start) : 0;
  const thing = asked ? thereIs(asked, begin) : null;
  const question = asked ? indirect(asked, begin) : null;
  const texts = [
    ...(thing ? wordings('answer-thing', context, { thing }) : []),
    ...(question ? wordings('answer', context, { question }) : []),
  ];
  const said = [...texts, ...wordings('answer-gap', context)];
  const asks = trailingQuestion(context);
  return said.map((text) => (asks ? insertBefore(facts, asks, text, voice) : insertAtClosing(facts, text, voice)));
};

/** What we ask back stands last: the answer goes before it. */
function trailingQuestion({ facts }: RewriteContext): Sentence | null {
  const { body } = replyOf(facts);
  const last = body.at(-1);
  return last?.roles.has('question') && body.length > 1 ? last.sentence : null;
}
