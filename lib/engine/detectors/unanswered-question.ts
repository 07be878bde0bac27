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
    if (open.length === questions.length) return [{ entry: 'not-answered', why }];
    // In anger people ask more than they want answered.
    const faint = facts.conversation.mood.id !== 'calm';
    return [{ entry: 'one-of-several', ...(faint ? { severity: 'low' as const } : {}), why }];
  },
};
