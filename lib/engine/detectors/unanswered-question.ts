import { answeredQuestions } from '../answers';
import { replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** Something was asked, and the reply neither answers it nor says when it will. */
export const unansweredQuestion: DraftDetector = {
  principle: 'unanswered-question',
  detect(facts) {
    if (replyOf(facts).body.length === 0) return [];
    const questions = answeredQuestions(facts);
    const missed = questions.filter(({ verdict }) => verdict.says !== null);
    if (missed.length === 0) return [];
    const text = facts.conversation.source.customer ?? '';
    const why = missed.flatMap(({ span, verdict }) => [
      `not answered: ${text.slice(span.start, span.end)}`,
      ...verdict.why,
    ]);
    const faint = missed.every(({ verdict }) => verdict.says === 'hint') ? { severity: 'low' as const } : {};
    return [{ entry: missed.length === questions.length ? 'not-answered' : 'one-of-several', ...faint, why }];
  },
};
