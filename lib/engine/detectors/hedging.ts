import { around, hasNearby } from '../context/neighbours';
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

/** "Seventy percent that it's in by the 15th", "about three metres": an estimate with its figure is an answer. */
const noFigureGiven: ContextTest = {
  id: 'no-figure-given',
  passes: ({ rule, sentence: { reading }, from }, { banks }) =>
    rule.entry.id === 'not-sure' || !banks.find('honest-odds', reading).some((odds) => odds.from >= from - 2),
};

/** "If it can't be mended, we'll buy you a new one": what happens either way is said. */
const noEitherWay: ContextTest = {
  id: 'no-either-way',
  passes: ({ sentence }, { banks, document }) => !hasNearby('either-way', document, sentence, banks),
};

/** "That's probably the better deal", "perhaps a friend would enjoy it": advice, and nothing that we owe. */
const notAdvice: ContextTest = {
  id: 'not-advice',
  passes: ({ sentence: { reading }, from, to }, { banks }) =>
    !banks.find('advice-softly', reading).some((advice) => advice.from < to && from < advice.to),
};

export const hedging: PhraseDetector = {
  principle: 'hedging',
  tests: [noNextStepGiven, noFigureGiven, noEitherWay, notAdvice, notConditional, notQuoted],
  join: 4,
};
