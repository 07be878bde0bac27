import { beginsAt, endsAt } from '../context/clause';
import { around } from '../context/neighbours';
import { subjectOf } from '../context/subject';
import type { Sentence } from '../document';
import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseContext, PhraseDetector, PhraseHit } from './detector';

/** Longer than this an imperative explains; at this length and below it orders. */
const CURT_WORDS = 12;
/** The same for a verb that friendly how-to steps begin with too. */
const CURT_STEP_WORDS = 7;
/** So many words lie between 'sorry' and what is regretted: "sorry that you ...". */
const REGRET_REACH = 3;
const BAN_WORDS = 14;
/** "Hi Kim!" warms nothing. */
const GREETING_TOKENS = 4;
/** Entries with a subject of their own: "the documents need to be lodged" is no relative clause. */
const IMPERSONAL = new Set(['they-must', 'it-is-mandatory', 'or-else']);
/** Entries whose own words say please and still order, or threaten. */
const UNSOFTENED = new Set(['or-else']);

/** "All you need to do", "is there anything you have to change", "you never have to": no order, a clause about one. */
const notRelative: ContextTest = {
  id: 'not-relative',
  passes: ({ rule, sentence, from, to }, { banks }) =>
    (IMPERSONAL.has(rule.entry.id) ||
      !endsAt('relative-word', sentence.reading, from, banks) ||
      // "please note that you must": the 'that' of a notice
      (sentence.reading.tokens[from - 1]?.norm === 'that' &&
        endsAt('note-that', sentence.reading, from - 1, banks) !== undefined)) &&
    !banks.find('no-order', sentence.reading).some((other) => other.from < to && from < other.to),
};

/** "You should hear a click", "you must be tired": what is to be expected or guessed. */
const notExpectation: ContextTest = {
  id: 'not-expectation',
  passes: ({ sentence, from, to }, { banks }) => {
    const { reading } = sentence;
    return !banks
      .find('must', reading)
      .some(
        (must) =>
          must.from > from - 1 &&
          must.to <= to &&
          banks.find('must-of-guess', reading).some((guess) => guess.from >= must.from && guess.to <= must.to) &&
          (beginsAt('expected-verb', reading, must.to, banks) !== undefined ||
            (reading.tokens[must.to]?.norm === 'not' && reading.tokens[must.from]?.norm !== 'shall') ||
            reading.tokens[must.to]?.norm === '?'),
      );
  },
};

/** "To get this moving you'll need to ... please" asks; so does a sentence with a question mark. */
const notPolite: ContextTest = {
  id: 'not-polite',
  passes: ({ rule, sentence }, { banks }) => {
    if (UNSOFTENED.has(rule.entry.id)) return true;
    const { tokens } = sentence.reading;
    const asks = banks
      .find('please', sentence.reading)
      .some(
        ({ from, to }) =>
          !beginsAt('note-word', sentence.reading, to, banks) &&
          tokens[from - 1]?.norm !== 'are' &&
          (rule.entry.id !== 'make-sure' || tokens[from]?.norm !== 'kindly'),
      );
    return !asks && tokens.at(-1)?.norm !== '?';
  },
};

/** "I'm sorry you've got to bring it in again": regretted, not ordered. */
const notRegretted: ContextTest = {
  id: 'not-regretted',
  passes: ({ sentence, from }, { banks }) =>
    !banks.find('regret-lead', sentence.reading).some(({ to }) => to <= from && from - to <= REGRET_REACH),
};

/** "You have to try the sauna, it's lovely!": a tip among friends. */
const notATip: ContextTest = {
  id: 'not-a-tip',
  passes: ({ rule, sentence, to }, { banks }) => {
    const { reading } = sentence;
    if (rule.entry.id !== 'you-must' || !/[!\p{Extended_Pictographic}]/u.test(reading.text)) return true;
    return !banks.find('eager-verb', reading).some((verb) => verb.from === to || verb.to === to);
  },
};

/** "Make sure the app is up to date" in a friendly reply is a step; in a cold one it is an order. */
const notAFriendlyStep: ContextTest = {
  id: 'not-a-friendly-step',
  passes: ({ rule, sentence }, context) =>
    rule.entry.id !== 'make-sure' ||
    context.banks.find('please', sentence.reading).length > 0 ||
    (isCold(sentence, context) && !/[!\p{Extended_Pictographic}]|\/\w/u.test(sentence.reading.text)),
};

/** A curt bare imperative: "Email them." Friendly steps, links and warm sentences are none. */
function curtImperatives(context: PhraseContext): PhraseHit[] {
  const { sentence, banks, document } = context;
  const { reading } = sentence;
  const { tokens } = reading;
  const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length;
  const first = tokens[0];
  if (!first || words === 0) return [];
  const hits: PhraseHit[] = [];
  const ban = banks
    .find('ban', reading)
    .find(({ from }) => isShouted(tokens[from + 1]?.text ?? '') && subjectOf(reading, from, banks) === 'none');
  if (ban && !banks.has('please', reading)) {
    hits.push({ rule: banks.rule('directive/do-not'), sentence, ...ban, why: ['find: a ban in capitals'] });
  }
  const flatBan = banks.find('ban', reading).find(({ from }) => from === 0);
  if (flatBan && words <= BAN_WORDS && !beginsAt('no-order-verb', reading, flatBan.to - 1, banks)) {
    if (isWarm(sentence, context) || !isCold(sentence, context) || hits.length > 0) return hits;
    hits.push({
      rule: banks.rule('directive/do-not'),
      sentence,
      from: 0,
      to: tokens.length,
      why: ['find: a flat ban'],
    });
    return hits;
  }
  const at = tokens[0]?.norm === 'then' || tokens[0]?.norm === 'so' ? 1 : 0;
  const sends = at === 0 ? beginsAt('send-away-verb', reading, 0, banks) : undefined;
  const verb = sends ?? beginsAt('order-verb', reading, at, banks);
  if (!verb || words > (sends ? CURT_WORDS : CURT_STEP_WORDS) || words < 2) return hits;
  // "Take your time."
  if (beginsAt('kind-imperative', reading, at, banks)) return hits;
  if (!sends && (isOpen(sentence, context) || tokens.some(({ norm }) => norm === ','))) return hits;
  // "How long do I leave the glue?" "Leave it overnight.": the steps that were asked for
  if (hasSteps(sentence, context) && !beginsAt('refers-away-verb', reading, at, banks)) return hits;
  const second = tokens[verb.to];
  // "Check-in at 3", "Head of Customer Care" under a sign-off: nouns
  if (second?.norm === '-' || isUnderSignOff(sentence, context)) return hits;
  // "Anything else that you wonder about? Send me the list.": the order takes up an offer
  if (document.sentences[sentence.index - 1]?.reading.tokens.at(-1)?.norm === '?') return hits;
  // "Read the terms," opens a longer sentence; "Take care," closes the letter
  if (second && (second.norm === 'you' || second.pos === 'AUX' || second.norm === 'not' || tokens.at(-1)?.norm === ','))
    return hits;
  if ((at === 0 && isWarm(sentence, context)) || !isCold(sentence, context)) return hits;
  if (tokens.some(({ norm }) => norm === ':' || norm === '>' || norm.includes('://'))) return hits;
  const next = document.sentences[sentence.index + 1];
  const previous = document.sentences[sentence.index - 1];
  if (
    [previous, next].some(
      (other) =>
        other &&
        banks.find('send-away-verb', other.reading).some(({ from }) => from === 0) &&
        other.block === sentence.block &&
        isWarm(other, context),
    )
  )
    return hits;
  hits.push({
    rule: banks.rule('directive/bare-imperative'),
    sentence,
    from: 0,
    to: tokens.length,
    why: ['find: a short sentence that begins with an order'],
  });
  return hits;
}

/** A reply with warmth anywhere, or with the names of buttons, gives steps. */
function isOpen({ reading }: Sentence, { document, banks }: PhraseContext): boolean {
  return (
    banks.has('how-to-word', reading) ||
    document.sentences.some((one) => !isGreetingAlone(one) && isKind(one.reading, banks))
  );
}

/** The customer asked how, and the order is one sentence of several that tell it. */
function hasSteps(sentence: Sentence, { conversation, document, banks }: PhraseContext): boolean {
  const alone = document.sentences.every((other) => other === sentence || isGreetingAlone(other));
  return !alone && conversation.customer.sentences.some(({ reading }) => banks.has('asks-how', reading));
}

/** A line of the signature: nothing ends it, and a sign-off stands up to two lines above. */
function isUnderSignOff({ index, reading, block }: Sentence, { document, banks }: PhraseContext): boolean {
  if (block === 0 || reading.tokens.at(-1)?.kind === 'punctuation') return false;
  return document.sentences.slice(Math.max(0, index - 2), index).some((one) => banks.has('sign-off', one.reading));
}

function isKind(reading: Sentence['reading'], banks: PhraseContext['banks']): boolean {
  return banks.has('please', reading) || /(?<!!)!(?!!)|\p{Extended_Pictographic}|:\)/u.test(reading.text);
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase();
}

function isWarm({ reading }: Sentence, { banks }: PhraseContext): boolean {
  if (banks.has('warm-word', reading) || banks.has('step-word', reading)) return true;
  return /[!?\p{Extended_Pictographic}]/u.test(reading.text) || /\b[\w-]+\.[\w-]+\/|https?:|@\w/.test(reading.text);
}

/** The sentences around it are not warm either. */
function isCold(sentence: Sentence, context: PhraseContext): boolean {
  return around(context.document, sentence)
    .filter((other) => other !== sentence)
    .every((other) => isGreetingAlone(other) || !isKind(other.reading, context.banks));
}

function isGreetingAlone({ index, reading }: Sentence): boolean {
  return index === 0 && reading.tokens.length <= GREETING_TOKENS;
}

/** Orders the customer about. */
export const directive: PhraseDetector = {
  principle: 'directive',
  tests: [notQuoted, notConditional, notRelative, notExpectation, notPolite, notRegretted, notATip, notAFriendlyStep],
  find: curtImperatives,
};
