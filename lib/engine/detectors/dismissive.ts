import { notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** "It's only £5 a month", "you can relax, it's on its way": small words that are good news. */
const notReassuring: ContextTest = {
  id: 'not-reassuring',
  passes: ({ sentence, from, to }, { banks }) =>
    !banks.find('reassurance', sentence.reading).some((kind) => kind.from < to && from < kind.to),
};

/** Minimises, contradicts, lectures, is sarcastic or impatient. */
export const dismissive: PhraseDetector = {
  principle: 'dismissive',
  tests: [notQuoted, notReassuring],
};
