import { beginsAt, clauseAt, isConditional } from '../context/clause';
import { isQuoted } from '../context/quoted';
import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseContext, PhraseDetector, PhraseHit } from './detector';

/** Entries that begin with a subject of some words: a condition may stand between it and its no. */
const LONG_SUBJECTS = new Set(['house-refuses', 'verdict', 'nothing-given']);

const PREMISES = new Set(['ruled-out', 'decision-stands']);

/** "If we can't reach you" says no to nothing; "once it's sent there's no undoing it" does. */
const notUnderACondition: ContextTest = {
  id: notConditional.id,
  passes: (hit, context) => {
    if (notConditional.passes(hit, context)) return true;
    const { reading } = hit.sentence;
    const clause = clauseAt(reading, hit.from, context.banks);
    const conditions = context.banks
      .find('conditional', reading)
      .filter(({ from, to }) => from >= clause.from && to <= hit.from);
    return (
      conditions.length > 0 &&
      conditions.every(({ from, to }) => reading.tokens[from]?.norm === 'once' && to < hit.from)
    );
  },
};

/** "Try these tips if you're unable to": the no itself is conditional, or a message read out. */
const notWithinCondition: ContextTest = {
  id: 'not-within-condition',
  passes: ({ rule, sentence, to }, { banks }) =>
    !LONG_SUBJECTS.has(rule.entry.id) ||
    (!isConditional(sentence.reading, to - 1, banks) && !isQuoted(sentence.reading, { from: to - 1, to })),
};

/** "You won't be charged", "no need to return it": what is denied is a burden. */
const notGoodNews: ContextTest = {
  id: 'not-good-news',
  passes: ({ sentence, from, to }, { banks }) =>
    !banks.find('good-news-negative', sentence.reading).some((good) => good.from < to && from < good.to),
};

/** "I can't see the second charge", "we can't wait": something found out, or a set phrase. "Can't tell you" is neither. */
const notFindingOrIdiom: ContextTest = {
  id: 'not-finding-or-idiom',
  passes: ({ sentence, from, to }, { banks }) =>
    !lastWordIs('finding-verb', { sentence, from, to }, banks) ||
    banks.find('keeps-from-you', sentence.reading).some((kept) => kept.from < to && from < kept.to),
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

/** "Sorry that you can't sign in", "an account you can't access": the customer's own trouble, said back to them. */
const notTheirTrouble: ContextTest = {
  id: 'not-their-trouble',
  passes: ({ sentence, from, to }, { banks }) => {
    const { reading } = sentence;
    const clause = clauseAt(reading, from, banks);
    const you = banks.find('you', reading).find((one) => one.from >= clause.from && one.from < to);
    if (!you || banks.find('we', reading).some((we) => we.from >= you.to && we.from < to)) return true;
    const before = reading.tokens[you.from - 1];
    if (you.from === from && before?.pos === 'NOUN') return false;
    return !banks.find('report-word', reading).some((word) => word.to <= you.from);
  },
};

/** "While we can't do that here, you can ...": the no comes as an offer already. */
const notAnOffer: ContextTest = {
  id: 'not-an-offer',
  passes: ({ sentence, from, to }, { banks }) => {
    const { reading } = sentence;
    const clause = clauseAt(reading, from, banks);
    const concedes = banks.find('concession', reading).some((word) => word.from >= clause.from && word.to <= from);
    return !concedes || !banks.find('offer-follows', reading).some((offer) => offer.from >= to);
  },
};

/** "The terms exclude it, so we can't": the rule is the premise, and the refusal after it is the finding. */
const notAPremise: ContextTest = {
  id: 'not-a-premise',
  passes: ({ rule, sentence, to }, { banks }) =>
    !PREMISES.has(rule.entry.id) ||
    !banks
      .matches(sentence.reading)
      .some((other) => other.rule.bank === rule.bank && !PREMISES.has(other.rule.entry.id) && other.from >= to),
};

/** "The window is 30 days, because after that we can no longer resell it": the why behind a rule. */
const notAReason: ContextTest = {
  id: 'not-a-reason',
  passes: ({ sentence, from }, { banks }) => {
    const { reading } = sentence;
    const clause = clauseAt(reading, from, banks);
    return clause.from === 0 || !beginsAt('reason-joiner', reading, clause.from, banks);
  },
};

/** Entries that tell a state of affairs: what is done about it may follow in the same breath. */
const STATES = new Set(['not-allowed', 'nothing-given', 'we-do-not', 'house-refuses', 'not-a-thing-we-do']);

/** "The driver isn't allowed past the gate, so he'll bring it on foot": a hurdle, and it is taken already. */
const notSolvedAtOnce: ContextTest = {
  id: 'not-solved-at-once',
  passes: ({ rule, sentence, to }, { banks }) =>
    !STATES.has(rule.entry.id) ||
    !banks
      .find('so-solved', sentence.reading)
      .some(
        (solved) =>
          solved.from >= to &&
          !banks
            .matches(sentence.reading)
            .some((other) => ['negative-phrasing', 'directive'].includes(other.rule.bank) && other.from >= solved.from),
      ),
};

/** "It's a rite of passage, I'm afraid.": said by the way, of what nobody refuses. */
const notAnAside: ContextTest = {
  id: 'not-an-aside',
  passes: ({ rule, sentence, to }, context) => {
    if (rule.entry.id !== 'opener') return true;
    const { tokens } = sentence.reading;
    const opener = openerAlone({ rule, sentence, from: 0, to, why: [] }, context);
    const next = tokens[to];
    return !(opener.from > 1 && tokens[opener.from - 1]?.norm === ',' && (!next || next.kind === 'punctuation'));
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
  // "Unfortunately, we can't": the opener's comma does not part it from its clause
  const opener = banks.find('bad-news', reading).find((one) => one.to <= start && start - one.to <= 1);
  if (opener) start = opener.from;
  let end = clauseAt(reading, to - 1, banks).to;
  // the limit belongs to the refusal: "can't ship | until Friday"
  if (end < reading.tokens.length && beginsAt('time-limit', reading, end, banks))
    end = clauseAt(reading, end, banks).to;
  // "That isn't possible, I'm afraid."
  const trailing = banks.find('bad-news', reading).find((one) => one.from === end + 1);
  if (trailing && reading.tokens.slice(trailing.to).every(({ kind }) => kind === 'punctuation')) end = trailing.to;
  while (end > to && reading.tokens[end - 1]?.kind === 'punctuation') end -= 1;
  return { from: Math.min(start, from), to: Math.max(end, to) };
}

/** The agent or the company says no. */
export const negativePhrasing: PhraseDetector = {
  principle: 'negative-phrasing',
  tests: [
    notQuoted,
    notUnderACondition,
    notWithinCondition,
    notGoodNews,
    notFindingOrIdiom,
    notSparing,
    notTheirTrouble,
    notAnOffer,
    notAPremise,
    notAReason,
    notAnAside,
    notSolvedAtOnce,
  ],
  widen: (hit, context) => (hit.rule.entry.id === 'opener' ? openerAlone(hit, context) : wholeClause(hit, context)),
};

/** The pattern takes the word or mark before the opener; where the clause refuses something, that finding covers it. */
function openerAlone({ sentence, from, to }: PhraseHit, { banks }: PhraseContext) {
  const opener = banks.find('bad-news', sentence.reading).find((one) => one.to === to && one.from >= from);
  return opener ?? { from, to };
}
