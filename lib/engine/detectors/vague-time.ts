import { clauseAt } from '../context/clause';
import type { Reading } from '../document';
import { notAskedOfCustomer, notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

const FUTURE = new Set(['will', 'shall', "'ll"]);

/** "Shortly, by 4pm": a time in the same clause, or further on in the sentence, makes the promise one to plan around. */
const noTimeGiven: ContextTest = {
  id: 'no-time-given',
  passes: ({ sentence, from, to }, { banks }) => {
    const { reading } = sentence;
    const clause = clauseAt(reading, from, banks);
    // "By 5pm, or the moment I hear back"
    if (reading.tokens[from - 1]?.norm === 'or' && banks.find('given-time', reading).some(({ to: end }) => end < from))
      return false;
    return !banks
      .find('given-time', reading)
      .some(
        (time) =>
          (time.from >= clause.from && time.to <= from && !turnsToFuture(reading, time.to, from)) || time.from >= to,
      );
  },
};

/** "Your card was ordered today and will follow soon": the time belongs to what was done. */
function turnsToFuture({ tokens }: Reading, after: number, before: number): boolean {
  return tokens.slice(after, before).some(({ norm }, at, all) => norm === 'and' && FUTURE.has(all[at + 1]?.norm ?? ''));
}

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
