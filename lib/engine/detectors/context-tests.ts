/** Context tests that several principles share. */
import { clauseAt, isConditional } from '../context/clause';
import { isQuoted } from '../context/quoted';
import type { ContextTest } from './detector';

/** Somebody else's words: the customer's, a button's. */
export const notQuoted: ContextTest = {
  id: 'not-quoted',
  passes: ({ sentence, from, to }) => !isQuoted(sentence.reading, { from, to }),
};

/** "If it doesn't come soon": nothing is said to be so. */
export const notConditional: ContextTest = {
  id: 'not-conditional',
  passes: ({ sentence, from }, { banks }) => !isConditional(sentence.reading, from, banks),
};

/** "Please send it ASAP", "DM us": the clause asks the customer, and speaks of the customer's time. */
export const notAskedOfCustomer: ContextTest = {
  id: 'not-asked-of-customer',
  passes: ({ sentence, from }, { banks }) => {
    const { reading } = sentence;
    const clause = clauseAt(reading, from, banks);
    return !banks.find('request-opener', reading).some((ask) => ask.from >= clause.from && ask.to <= from);
  },
};
