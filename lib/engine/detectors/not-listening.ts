import { contentOf, contentOfAll, shared } from '../content';
import { has, replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** Of a chat or social reply so few words need not restate anything, unless they ask what was just said. */
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
    if (conversation.source.channel !== 'email' && words < SHORT && !asksAgain) return [];
    const restated = new Set(
      body
        .filter((one) => !has(one, 'closed-question'))
        .flatMap(({ sentence }) => shared(said, contentOf(sentence.reading, banks))),
    );
    if (restated.size > (asksAgain && words < SHORT ? 1 : 0)) return [];
    return [{ entry: 'no-overlap', why: [`of ${said.size} words of theirs the reply takes up ${restated.size}`] }];
  },
};
