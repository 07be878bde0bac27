import { beginsAt, clauseAt, hasWithin, isConditional } from '../context/clause';
import { isQuoted } from '../context/quoted';
import type { ContextTest, PhraseContext, PhraseDetector, PhraseHit } from './detector';

const notQuoted: ContextTest = {
  id: 'not-quoted',
  passes: ({ sentence, from, to }) => !isQuoted(sentence.reading, { from, to }),
};

/** "If we can't reach you" refuses nothing. */
const notConditional: ContextTest = {
  id: 'not-conditional',
  passes: ({ sentence, from }, { banks }) => !isConditional(sentence.reading, from, banks),
};

/** "You won't be charged", "no need to return it": what is denied is a burden. */
const notGoodNews: ContextTest = {
  id: 'not-good-news',
  passes: ({ sentence, from, to }, { banks }) =>
    !banks.find('good-news-negative', sentence.reading).some((good) => good.from < to && from < good.to),
};

/** "I can't see the second charge", "we can't wait": something found out, or a set phrase. */
const notFindingOrIdiom: ContextTest = {
  id: 'not-finding-or-idiom',
  passes: ({ sentence, from, to }, { banks }) => !lastWordIs('finding-verb', { sentence, from, to }, banks),
};

/** "We won't charge you": a refusal to do harm. */
const notSparing: ContextTest = {
  id: 'not-sparing',
  passes: ({ sentence, from, to }, { banks }) => {
    const { tokens } = sentence.reading;
    const says = (norm: string) => tokens.slice(from, to).some((token) => token.norm === norm);
    if (!says('will') && !says('do')) return true;
    return !lastWordIs('spared-verb', { sentence, from, to }, banks);
  },
};

/** "Sorry that you can't sign in": the customer's own trouble, said back to them. */
const notTheirTrouble: ContextTest = {
  id: 'not-their-trouble',
  passes: ({ sentence, from }, { banks }) => {
    const { reading } = sentence;
    if (!banks.find('you', reading).some((you) => you.from === from)) return true;
    return !banks.find('report-word', reading).some((word) => word.to <= from);
  },
};

function lastWordIs(
  name: string,
  { sentence, from, to }: Pick<PhraseHit, 'sentence' | 'from' | 'to'>,
  banks: PhraseContext['banks'],
): boolean {
  return banks.find(name, sentence.reading).some((word) => word.from > from && word.from < to && word.to >= to);
}

/** From the bad-news opener of the clause to the clause's end: what a rewrite has to replace as one piece. */
function wholeClause({ sentence, from, to }: PhraseHit, { banks }: PhraseContext) {
  const { reading } = sentence;
  let start = clauseAt(reading, from, banks).from;
  const joiner = beginsAt('clause-joiner', reading, start, banks);
  if (joiner && joiner.to <= from) start = joiner.from + 1;
  // "Unfortunately, as the window has closed, we can't": the opener belongs to the refusal wherever its clause begins
  const opener = banks.find('bad-news', reading).find((one) => one.to <= from);
  if (opener && !hasWithin('contrast', reading, { from: opener.to, to: from }, banks))
    start = Math.min(start, opener.from);
  let end = clauseAt(reading, to - 1, banks).to;
  // the limit belongs to the refusal: "can't ship | until Friday"
  if (end < reading.tokens.length && beginsAt('time-limit', reading, end, banks))
    end = clauseAt(reading, end, banks).to;
  while (end > to && reading.tokens[end - 1]?.kind === 'punctuation') end -= 1;
  return { from: Math.min(start, from), to: Math.max(end, to) };
}

/** The agent or the company says no. */
export const negativePhrasing: PhraseDetector = {
  principle: 'negative-phrasing',
  tests: [notQuoted, notConditional, notGoodNews, notFindingOrIdiom, notSparing, notTheirTrouble],
  widen: (hit, context) => (hit.rule.entry.id === 'opener' ? openerAlone(hit, context) : wholeClause(hit, context)),
};

/** The pattern takes the word or mark before the opener; where the clause refuses something, that finding covers it. */
function openerAlone({ sentence, from, to }: PhraseHit, { banks }: PhraseContext) {
  const opener = banks.find('bad-news', sentence.reading).find((one) => one.to === to && one.from >= from);
  return opener ?? { from, to };
}
