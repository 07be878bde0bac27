import { isConditional } from '../context/clause';
import { isQuoted } from '../context/quoted';
import { isRestated } from '../context/restated';
import type { Reading } from '../document';
import { has, replyOf } from '../reply';
import type { DraftDetector, DraftFacts } from './detector';

/** Our own mistake told as if it had happened by itself. Naming a third party is an excuse, not this. */
export const noOwnership: DraftDetector = {
  principle: 'no-ownership',
  detect(facts) {
    const { sentences } = replyOf(facts);
    const impersonal = sentences.find(
      (one) =>
        one.roles.has('impersonal-fault') &&
        isSaid(one.sentence.reading, facts) &&
        !one.roles.has('owning') &&
        !has(one, 'excuse', 'blame'),
    );
    if (!impersonal || sentences.some((one) => one.roles.has('owning'))) return [];
    return [{ entry: 'impersonal-mistake', why: [`nobody did it: ${impersonal.sentence.reading.text}`] }];
  },
};

/**
 * "If you think it was removed in error" and "I'm sorry that it was cracked": nobody tells it as news. Nor does a
 * question, or what the customer is told to do about it.
 */
function isSaid(reading: Reading, { banks, conversation }: DraftFacts): boolean {
  if (reading.tokens[reading.tokens.length - 1]?.norm === '?') return false;
  if (banks.has('what-might-be', reading)) return false;
  const leads = [...banks.find('names-the-case', reading), ...banks.find('customer-did', reading)];
  const felt = banks.find('case-felt', reading);
  return banks
    .find('impersonal-fault', reading)
    .some(
      ({ from, to }) =>
        !isConditional(reading, from, banks) &&
        !isQuoted(reading, { from, to }) &&
        !isRestated(reading, { from, to }, conversation) &&
        !leads.some((lead) => lead.to <= from && from - lead.to <= 6) &&
        !felt.some((feeling) => feeling.from >= from),
    );
}
