import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** "No question", "without a hitch": a promise only where the sentence speaks of what is to come. */
const speaksOfTheFuture: ContextTest = {
  id: 'speaks-of-the-future',
  passes: ({ rule, sentence }, { banks }) =>
    rule.entry.id !== 'no-matter-what' || banks.has('promise-word', sentence.reading),
};

export const overpromise: PhraseDetector = {
  principle: 'overpromise',
  tests: [speaksOfTheFuture, notConditional, notQuoted],
  join: 9,
};
