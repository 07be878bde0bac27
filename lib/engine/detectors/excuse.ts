import { hasNearby } from '../context/neighbours';
import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/**
 * Families that say no more than who did what ("our porter took his time"): an excuse only where something went
 * wrong. A host that shows no message leaves that open.
 */
const NARRATIVE = new Set(['others-failed', 'rush', 'stretched', 'no-say', 'tools-failed']);

const somethingIsWrong: ContextTest = {
  id: 'something-is-wrong',
  passes: ({ rule }, { conversation: { problem, customer }, banks }) =>
    !NARRATIVE.has(rule.entry.id) ||
    problem ||
    customer.sentences.length === 0 ||
    customer.sentences.some(({ reading }) => banks.has('something-off', reading)),
};

/** "Our system charged you twice. That's on us": a cause that the reply owns is an account and no excuse. */
const notOwned: ContextTest = {
  id: 'not-owned',
  passes: ({ sentence }, { banks, document }) => !hasNearby('ownership', document, sentence, banks),
};

/** "I'm sorry that our driver left it in the rain", "Did the driver ring?": the case is named or asked for. */
const notNamingTheCase: ContextTest = {
  id: 'not-naming-the-case',
  passes: ({ rule, sentence: { reading }, from, to }, { banks }) =>
    !NARRATIVE.has(rule.entry.id) ||
    (!banks.find('names-the-case', reading).some((lead) => lead.to <= from && from - lead.to <= 3) &&
      !banks.find('case-felt', reading).some((felt) => felt.from >= to) &&
      reading.tokens[reading.tokens.length - 1]?.norm !== '?'),
};

/** As `notConditional`; in "can't tell you when it will come due to ..." the 'when' is no condition. */
const notSupposed: ContextTest = {
  id: notConditional.id,
  passes: (hit, context) =>
    notConditional.passes(hit, context) || context.banks.has('keeps-from-you', hit.sentence.reading),
};

/** "December is mad, half of us are away" is one excuse; after an 'and' the next one is told for itself. */
const APART = new Set(['and', 'but', 'or', ';', ':']);

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
  tests: [somethingIsWrong, notQuoted, notSupposed, notNamingTheCase, notOwned, notTail],
  join: 3,
  keepsApart: APART,
};
