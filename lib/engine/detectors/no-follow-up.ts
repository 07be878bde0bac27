import { has, isRefusal, replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** A problem was put right, and nobody will look whether it stays right. */
export const noFollowUp: DraftDetector = {
  principle: 'no-follow-up',
  detect(facts) {
    const { conversation } = facts;
    if (!conversation.problem || conversation.source.channel === 'social') return [];
    const { body } = replyOf(facts);
    const solved = body.some((one) => one.roles.has('resolved') && !one.roles.has('question'));
    const open = body.some(
      (one) =>
        one.roles.has('check-in') ||
        one.roles.has('promise') ||
        one.roles.has('question') ||
        (one.roles.has('link') && !one.roles.has('resolved')) ||
        isRefusal(one) ||
        has(one, 'vague-time'),
    );
    if (!solved || open) return [];
    return [{ entry: 'solved-and-gone', why: ['a problem was put right', 'no check-in offered'] }];
  },
};
