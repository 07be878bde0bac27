import { notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** "Is this the right postcode?", "a folding one or a long one?": one fact, which a yes or no does settle. */
const noFactChecked: ContextTest = {
  id: 'no-fact-checked',
  passes: ({ sentence, from, to }, { banks }) =>
    !banks.find('checked-fact', sentence.reading).some((fact) => fact.from < to && fact.to > from),
};

export const closedQuestion: PhraseDetector = { principle: 'closed-question', tests: [noFactChecked, notQuoted] };
