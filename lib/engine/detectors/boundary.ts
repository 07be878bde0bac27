import { replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** The customer is abusive, and the reply sets no firm, polite limit. */
export const boundary: DraftDetector = {
  principle: 'boundary',
  detect(facts) {
    if (facts.conversation.mood.id !== 'abusive') return [];
    if (replyOf(facts).sentences.some((one) => one.roles.has('limit'))) return [];
    return [{ entry: 'no-limit', why: ['mood: abusive', 'no limit set in the draft'] }];
  },
};
