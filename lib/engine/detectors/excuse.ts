import { hasNearby } from '../context/neighbours';
import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** "Our system charged you twice. That's on us": a cause that the reply owns is an account and no excuse. */
const notOwned: ContextTest = {
  id: 'not-owned',
  passes: ({ sentence }, { banks, document }) => !hasNearby('ownership', document, sentence, banks),
};

/** As `notConditional`; in "can't tell you when it will come due to ..." the 'when' is no condition. */
const notSupposed: ContextTest = {
  id: notConditional.id,
  passes: (hit, context) =>
    notConditional.passes(hit, context) || context.banks.has('keeps-from-you', hit.sentence.reading),
};

/** "That sits with billing, not us" is one excuse: the tail adds nothing to what stands before it. */
const notTail: ContextTest = {
  id: 'not-a-tail',
  passes: ({ sentence, from, to }, { banks }) => {
    if (!banks.find('not-us', sentence.reading).some((tail) => tail.from >= from && tail.from <= from + 1)) return true;
    return !banks
      .matches(sentence.reading)
      .some((other) => other.rule.bank === 'excuse' && other.from < from && other.to <= from && other.to < to);
  },
};

/** Dwells on why it went wrong, or points elsewhere, in place of owning it. */
export const excuse: PhraseDetector = {
  principle: 'excuse',
  tests: [notQuoted, notSupposed, notOwned, notTail],
};
