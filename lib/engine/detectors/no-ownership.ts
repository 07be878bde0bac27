import type { CompiledBanks } from '../../phrasebank/compile';
import { isConditional } from '../context/clause';
import type { Reading } from '../document';
import { has, replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** Our own mistake told as if it had happened by itself. Naming a third party is an excuse, not this. */
export const noOwnership: DraftDetector = {
  principle: 'no-ownership',
  detect(facts) {
    const { sentences } = replyOf(facts);
    const impersonal = sentences.find(
      (one) =>
        one.roles.has('impersonal-fault') &&
        isSaid(one.sentence.reading, facts.banks) &&
        !one.roles.has('owning') &&
        !has(one, 'excuse', 'blame'),
    );
    if (!impersonal || sentences.some((one) => one.roles.has('owning')) || !facts.conversation.problem) return [];
    return [{ entry: 'impersonal-mistake', why: [`nobody did it: ${impersonal.sentence.reading.text}`] }];
  },
};

/** "If you think it was removed in error": nobody says that it was. */
function isSaid(reading: Reading, banks: CompiledBanks): boolean {
  return banks.find('impersonal-fault', reading).some(({ from }) => !isConditional(reading, from, banks));
}
