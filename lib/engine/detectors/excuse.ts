import { hasNearby } from '../context/neighbours';
import { notConditional, notQuoted, notRestated } from './context-tests';
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

/** "How do I export?", "Can I change my order?": where nothing went wrong, a cause tells how things are. */
const notToldOnAsking: ContextTest = {
  id: 'not-told-on-asking',
  passes: (_hit, { conversation: { problem, customer }, banks }) =>
    problem || !customer.sentences.some(({ reading }) => banks.has('asks-how', reading)),
};

/**
 * "Our system charged you twice. That's on us": a cause that the reply owns is an account and no excuse. A plain
 * word for it ("the error is ours entirely", "don't blame him") counts wherever it stands.
 */
const notOwned: ContextTest = {
  id: 'not-owned',
  passes: ({ sentence }, { banks, document }) =>
    !hasNearby('ownership', document, sentence, banks) &&
    !document.sentences.some(({ reading }) => banks.has('fault-owned', reading)),
};

/** "The kitchen hasn't started yet, so I've made it two": it leads to what was done for them. */
const notLeadingToHelp: ContextTest = {
  id: 'not-leading-to-help',
  passes: ({ sentence: { reading }, to }, { banks }) =>
    !banks.find('so-we-did', reading).some(({ from }) => from >= to && from - to <= 2),
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

/** "The landlord holds the purse strings and he takes his time" is one, for it is the same man. */
const LEANING = new Set(['he', 'she', 'you', 'our', 'a']);

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
  tests: [
    somethingIsWrong,
    notToldOnAsking,
    notQuoted,
    notSupposed,
    notNamingTheCase,
    notRestated,
    notOwned,
    notLeadingToHelp,
    notTail,
  ],
  join: 7,
  keepsApart: APART,
  leansOn: LEANING,
  once: true,
};
