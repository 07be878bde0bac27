import { answeredQuestions } from '../questions';
import { replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** Something was asked, and the reply neither answers it nor says when it will. */
export const unansweredQuestion: DraftDetector = {
  principle: 'unanswered-question',
  detect(facts) {
    const questions = answeredQuestions(facts);
    const open = questions.filter(({ answered }) => !answered);
    if (open.length === 0 || replyOf(facts).body.length === 0) return [];
    const text = facts.conversation.source.customer ?? '';
    const why = open.map(({ span }) => `not answered: ${text.slice(span.start, span.end)}`);
    return [{ entry: open.length < questions.length ? 'one-of-several' : 'not-answered', why }];
  },
};
