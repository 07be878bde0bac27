import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** A rule with the why behind it: in the same sentence, or opening the next one. */
const noReasonGiven: ContextTest = {
  id: 'no-reason-given',
  passes: ({ sentence, from }, { banks, document }) => {
    const given = banks.find('reason-given', sentence.reading);
    if (given.some((reason) => reason.from < from || reason.from > from + 1)) return false;
    const next = document.sentences[sentence.index + 1];
    return !next || !banks.find('reason-follows', next.reading).some(({ from: at }) => at === 0);
  },
};

/** "Our policy covers this": a rule that works for the customer. */
const notHelpful: ContextTest = {
  id: 'not-helpful',
  passes: ({ sentence }, { banks }) => !banks.has('rule-helps', sentence.reading),
};

/** The customer's own insurance policy, or another company's. */
const notTheirPolicy: ContextTest = {
  id: 'not-their-policy',
  passes: ({ sentence, from, to }, { banks }) =>
    !banks.find('their-policy', sentence.reading).some((theirs) => theirs.from < to && from < theirs.to),
};

/** A policy or rule as the reason for a no, without the why behind it. */
export const policyShield: PhraseDetector = {
  principle: 'policy-shield',
  tests: [notQuoted, notConditional, noReasonGiven, notHelpful, notTheirPolicy],
  join: 12,
};
