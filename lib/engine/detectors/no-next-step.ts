import { has, isRefusal, type ReplySentence, replyOf } from '../reply';
import type { DraftDetector, DraftFacts } from './detector';

/** A problem stays open, and the customer is left not knowing what happens next, who does it or by when. */
export const noNextStep: DraftDetector = {
  principle: 'no-next-step',
  detect(facts) {
    const { conversation } = facts;
    if (!conversation.problem && conversation.questions.length === 0) return [];
    const { body } = replyOf(facts);
    if (body.length === 0 || body.some(isRefusal) || body.some((one) => leads(one, facts))) return [];
    if (conversation.mood.id === 'calm' && !body.every((one) => has(one, 'canned', 'hedging', 'jargon', 'vague-time')))
      return [];
    return [
      { entry: 'left-hanging', why: ['a problem or question is open', 'no action, time, request, link or question'] },
    ];
  },
};

/** What tells the customer how it goes on. A word to "the relevant team" alone does not. */
function leads(one: ReplySentence, { banks }: DraftFacts): boolean {
  const { roles, sentence } = one;
  if (has(one, 'vague-time', 'directive')) return true;
  if (roles.has('link')) return true;
  if (has(one, 'canned', 'dismissive', 'blame', 'hollow-empathy')) return false;
  if (roles.has('resolved') || roles.has('check-in') || roles.has('request')) return true;
  if (roles.has('question') && !has(one, 'dismissive')) return true;
  if (roles.has('pass-on')) return false;
  return (roles.has('action') && !has(one, 'hedging')) || banks.has('due-point', sentence.reading);
}
