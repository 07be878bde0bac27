import type { DraftFacts } from './detectors/detector';
import type { Question } from './types';

/** The customer's questions, each with whether the draft answers it. */
export function answeredQuestions({ conversation }: DraftFacts): Question[] {
  return conversation.questions.map((span) => ({ span, answered: false }));
}
