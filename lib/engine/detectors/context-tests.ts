/** Context tests that several principles share. */
import { clauseAt, isConditional } from '../context/clause';
import { isQuoted } from '../context/quoted';
import { isRestated } from '../context/restated';
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

/** "No sink, guests on the way and a fitter who's gone home": what the customer told, said back. */
export const notRestated: ContextTest = {
  id: 'not-restated',
  passes: ({ sentence, from, to }, { conversation }) => !isRestated(sentence.reading, { from, to }, conversation),
};
