import { isConditional } from '../context/clause';
import { isQuoted } from '../context/quoted';
import type { ContextTest, PhraseDetector } from './detector';

const notQuoted: ContextTest = {
  id: 'not-quoted',
  passes: ({ sentence, from, to }) => !isQuoted(sentence.reading, { from, to }),
};

/** "If you forgot your password": no one is accused. "Had you read" is a condition too, and an accusation. */
const notConditional: ContextTest = {
  id: 'not-conditional',
  passes: ({ sentence, from }, { banks }) =>
    banks.find('reproach', sentence.reading).some((reproach) => reproach.from === from) ||
    !isConditional(sentence.reading, from, banks),
};

/** "You should have had it by now": what we owed them. */
const notOurDuty: ContextTest = {
  id: 'not-our-duty',
  passes: ({ sentence, from, to }, { banks }) =>
    !banks.find('owed-to-you', sentence.reading).some((owed) => owed.from < to && from < owed.to),
};

/** "Did you enter the wrong code?" asks; "sorry that you weren't told" feels with them. */
const notAskedOrFelt: ContextTest = {
  id: 'not-asked-or-felt',
  passes: ({ sentence, from }, { banks }) => {
    const { reading } = sentence;
    if (reading.tokens.at(-1)?.norm === '?') return false;
    return !banks.find('sympathy', reading).some(({ to }) => to <= from);
  },
};

/** Puts the fault on the customer. */
export const blame: PhraseDetector = {
  principle: 'blame',
  tests: [notQuoted, notConditional, notOurDuty, notAskedOrFelt],
};
