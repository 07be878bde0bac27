import { endsAt } from '../context/clause';
import { hasNearby } from '../context/neighbours';
import type { ConversationReading } from '../conversation';
import { notQuoted } from './context-tests';
import type { ContextTest, PhraseContext, PhraseDetector } from './detector';

/** Entries that ask whether anything at all is wrong: a date or a card in them makes no checked fact of it. */
const VAGUE = new Set(['is-there-a-problem', 'are-you-having-issues', 'is-it-not', 'guess', 'presumption']);
/** Entries that guess, and do so only while the customer has not told what happened. */
const GUESSES = new Set(['guess', 'presumption']);
/** A message of at most so many words and figures has not told the story yet. */
const UNTOLD_WORDS = 14;
const UNTOLD_FIGURES = 1;

/** "Is this the right postcode?", "a folding one or a long one?": one fact, which a yes or no does settle. */
const noFactChecked: ContextTest = {
  id: 'no-fact-checked',
  passes: ({ rule, sentence, from, to }, { banks }) =>
    ['open-fact', 'praise-state', ...(VAGUE.has(rule.entry.id) ? [] : ['checked-fact'])].every(
      (name) => !banks.find(name, sentence.reading).some((fact) => fact.from < to && fact.to > from),
    ),
};

/** "When did something go wrong?" is an open question; "may I ask whether ..." is none. */
const opensQuestion: ContextTest = {
  id: 'opens-question',
  passes: ({ sentence, from }, { banks }) => {
    const { tokens } = sentence.reading;
    const before = tokens[from - 1];
    // "what version of the app are you running?"
    const mark = tokens.findLastIndex(({ kind }, at) => kind === 'punctuation' && at < from);
    if (banks.find('asks-open', sentence.reading).some((asks) => asks.from > mark && asks.to <= from)) return false;
    if (!before || before.kind === 'punctuation' || before.kind === 'symbol') return true;
    if (endsAt('question-opener', sentence.reading, from, banks)) return true;
    const embedded = tokens[from]?.norm === 'if' || tokens[from]?.norm === 'whether';
    return embedded && banks.find('asks-if', sentence.reading).some(({ to }) => to <= from);
  },
};

/** "I've reset it from here. Is it working now?": asks for the outcome of our own step. */
const notAfterOurStep: ContextTest = {
  id: 'not-after-our-step',
  passes: ({ rule, sentence }, { banks, document }) =>
    rule.entry.id !== 'is-it-resolved' || !hasNearby('own-action', document, sentence, banks),
};

/** "I'm not happy with the sofa": a yes/no question after it guesses. Where the story is told it checks a fact. */
const storyUntold: ContextTest = {
  id: 'story-untold',
  passes: ({ rule, sentence, from, to }, context) =>
    !GUESSES.has(rule.entry.id) ||
    (isUntold(context) &&
      (rule.entry.id !== 'guess' ||
        !context.banks.find('not-a-guess', sentence.reading).some((fact) => fact.from < to && fact.to > from))),
};

function isUntold({ conversation, banks }: PhraseContext): boolean {
  const tokens = conversation.customer.sentences.flatMap(({ reading }) => reading.tokens);
  const words = tokens.filter(({ kind }) => kind === 'word').length;
  const figures = tokens.filter(({ kind }) => kind === 'number').length;
  return words > 0 && words <= UNTOLD_WORDS && figures <= UNTOLD_FIGURES && isComplaint(conversation, banks);
}

function isComplaint({ mood, problem, customer }: ConversationReading, banks: PhraseContext['banks']): boolean {
  if (mood.id !== 'calm' || problem) return true;
  return customer.sentences.some(
    ({ reading }) =>
      ['amiss-noun', 'amiss-state', 'amiss-verb', 'complains'].some((name) => banks.has(name, reading)) ||
      reading.tokens.some(({ norm }) => norm === 'not' || norm === 'no'),
  );
}

export const closedQuestion: PhraseDetector = {
  principle: 'closed-question',
  tests: [noFactChecked, opensQuestion, notAfterOurStep, storyUntold, notQuoted],
};
