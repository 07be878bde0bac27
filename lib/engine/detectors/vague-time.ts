import { clauseAt } from '../context/clause';
import { notAskedOfCustomer, notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** "Shortly, by 4pm": a time in the same clause, or further on in the sentence, makes the promise one to plan around. */
const noTimeGiven: ContextTest = {
  id: 'no-time-given',
  passes: ({ sentence, from, to }, { banks }) => {
    const { reading } = sentence;
    const clause = clauseAt(reading, from, banks);
    return !banks
      .find('given-time', reading)
      .some((time) => time.from >= clause.from && (time.to <= from || time.from >= to));
  },
};

/** "It shipped as quickly as possible": no promise, but what has been. */
const notPast: ContextTest = {
  id: 'not-past',
  passes: ({ sentence, from }, { banks }) => {
    const { reading } = sentence;
    const clause = clauseAt(reading, from, banks);
    const before = (name: string) =>
      banks.find(name, reading).some((word) => word.from >= clause.from && word.to <= from);
    return before('future-word') || !before('past-word');
  },
};

export const vagueTime: PhraseDetector = {
  principle: 'vague-time',
  tests: [noTimeGiven, notConditional, notAskedOfCustomer, notPast, notQuoted],
};
