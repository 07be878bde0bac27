import { notQuoted } from './context-tests';
import type { ContextTest, PhraseDetector } from './detector';

const THANKS = new Set(['thank-you-for-choosing', 'thanks-for-being-ours', 'continued-support']);

/** "Thank you for supporting us for six years", "for trusting us with this": meant for this customer. */
const notForTheCase: ContextTest = {
  id: 'not-for-the-case',
  passes: ({ rule, sentence: { reading }, from, to }, { banks }) =>
    !THANKS.has(rule.entry.id) ||
    !banks
      .find('thanks-for-the-case', reading)
      .some((named) => named.from > from && named.from <= to + 1 && named.to >= to),
};

export const canned: PhraseDetector = { principle: 'canned', tests: [notForTheCase, notQuoted], join: 3 };
