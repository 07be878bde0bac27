import { has, replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** Our own mistake told as if it had happened by itself. Naming a third party is an excuse, not this. */
export const noOwnership: DraftDetector = {
  principle: 'no-ownership',
  detect(facts) {
    const { sentences } = replyOf(facts);
    const impersonal = sentences.find(
      (one) => one.roles.has('impersonal-fault') && !one.roles.has('owning') && !has(one, 'excuse', 'blame'),
    );
    if (!impersonal || sentences.some((one) => one.roles.has('owning')) || !facts.conversation.problem) return [];
    return [{ entry: 'impersonal-mistake', why: [`nobody did it: ${impersonal.sentence.reading.text}`] }];
  },
};
