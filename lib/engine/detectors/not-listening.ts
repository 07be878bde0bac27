import { contentOf, contentOfAll, shared } from '../content';
import { has, replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** In so few words of set phrases one word in common is chance. */
const SHORT = 30;

/** The reply to a problem shares none of its words, so the customer can't tell that they were heard. */
export const notListening: DraftDetector = {
  principle: 'not-listening',
  detect(facts) {
    const { conversation, banks } = facts;
    if (!conversation.problem) return [];
    const { body, words } = replyOf(facts);
    const said = contentOfAll(conversation.customer, banks);
    if (said.size < 3) return [];
    const asksAgain = body.some((one) => has(one, 'closed-question'));
    const { channel } = conversation.source;
    if (channel === 'social' || (channel === 'chat' && !asksAgain)) return [];
    const restated = new Set(
      body
        .filter((one) => !has(one, 'closed-question'))
        .flatMap(({ sentence }) => shared(said, contentOf(sentence.reading, banks))),
    );
    const asForm = body.some((one) => has(one, 'hollow-empathy', 'canned', 'jargon', 'closed-question'));
    if (restated.size > (asForm && words < SHORT ? 1 : 0)) return [];
    return [{ entry: 'no-overlap', why: [`of ${said.size} words of theirs the reply takes up ${restated.size}`] }];
  },
};
