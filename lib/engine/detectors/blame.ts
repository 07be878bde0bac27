import { endsAt, isConditional } from '../context/clause';
import { notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** "If you forgot your password": no one is accused. "Had you read" is a condition too, and an accusation. */
const notConditional: ContextTest = {
  id: 'not-conditional',
  passes: ({ sentence, from, to }, { banks }) =>
    banks.find('reproach', sentence.reading).some((reproach) => reproach.from === from || reproach.to === to) ||
    !isConditional(sentence.reading, from, banks),
};

/** "You didn't get it", "you haven't missed anything": no duty of theirs. */
const notTheirDuty: ContextTest = {
  id: 'not-their-duty',
  passes: ({ rule, sentence, from, to }, { banks }) =>
    !banks.find('no-fault', sentence.reading).some((none) => none.from >= from && none.from < to) ||
    rule.entry.severity === 'high',
};

/** "The box you skip": a clause about a thing, no charge against them. */
const notRelative: ContextTest = {
  id: 'not-relative',
  passes: ({ sentence, from }, { banks }) => {
    const { reading } = sentence;
    if (!banks.find('you', reading).some((you) => you.from === from)) return true;
    const before = reading.tokens[from - 1];
    return before?.pos !== 'NOUN' && !endsAt('relative-word', reading, from, banks);
  },
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
  tests: [notQuoted, notConditional, notTheirDuty, notOurDuty, notRelative, notAskedOrFelt],
};
