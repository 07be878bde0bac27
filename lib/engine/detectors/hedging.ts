import { around } from '../context/neighbours';
import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

/** "I'm not sure why it stopped, so I'll test the line at 3pm": honest, and the next step is there. */
const noNextStepGiven: ContextTest = {
  id: 'no-next-step-given',
  passes: ({ rule, sentence, to }, { banks, document }) => {
    if (rule.entry.id !== 'not-sure' && rule.entry.id !== 'maybe') return true;
    const after = around(document, sentence).filter(({ index }) => index >= sentence.index);
    return !after.some(({ reading, index }) => {
      const acts = banks.find('own-action-next', reading).some(({ from }) => index > sentence.index || from >= to);
      return acts;
    });
  },
};

export const hedging: PhraseDetector = {
  principle: 'hedging',
  tests: [noNextStepGiven, notConditional, notQuoted],
  join: 1,
};
