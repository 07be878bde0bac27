import { beginsAt, endsAt, isConditional } from '../context/clause';
import { around } from '../context/neighbours';
import { notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** Rules whose very form is a condition: "had it been read", or a question: "why did you wait?". */
const CONDITIONAL_RULES = new Set(['blame/hindsight']);
const ASKING_RULES = new Set(['blame/reproachful-question', 'blame/suspects']);

/** "If you forgot your password": no one is accused. "Had you read" is a condition too, and an accusation. */
const notConditional: ContextTest = {
  id: 'not-conditional',
  passes: ({ rule, sentence, from, to }, { banks }) =>
    CONDITIONAL_RULES.has(rule.id) ||
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
  passes: ({ rule, sentence, from }, { banks }) => {
    const { reading } = sentence;
    if (ASKING_RULES.has(rule.id)) return true;
    if (reading.tokens.at(-1)?.norm === '?') return false;
    return !banks.find('sympathy', reading).some(({ to }) => to <= from);
  },
};

/** "We had never checked": our own doing. */
const notOurDoing: ContextTest = {
  id: 'not-our-doing',
  passes: ({ sentence, from, to }, { banks }) => {
    const { reading } = sentence;
    return (
      banks.find('we', reading).some((we) => we.from >= from && we.to <= to) || !endsAt('we', reading, from, banks)
    );
  },
};

/** "The price we gave you was wrong": done to them, not by them. */
const notDoneToThem: ContextTest = {
  id: 'not-done-to-them',
  passes: ({ sentence, from }, { banks }) =>
    !beginsAt('you', sentence.reading, from, banks) || !endsAt('done-to', sentence.reading, from, banks),
};

/** "You were told all was well, and that's our failing": what they went through, and we own it. */
const notOwned: ContextTest = {
  id: 'not-owned',
  passes: ({ rule, sentence }, { banks, document }) =>
    rule.entry.severity === 'high' ||
    !around(document, sentence).some(
      ({ index, reading }) => index >= sentence.index && banks.has('our-fault', reading),
    ),
};

/** Puts the fault on the customer. */
export const blame: PhraseDetector = {
  principle: 'blame',
  tests: [
    notQuoted,
    notConditional,
    notTheirDuty,
    notOurDuty,
    notRelative,
    notAskedOrFelt,
    notOurDoing,
    notDoneToThem,
    notOwned,
  ],
};
