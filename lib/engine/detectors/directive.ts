import { beginsAt, endsAt } from '../context/clause';
import { around } from '../context/neighbours';
import { subjectOf } from '../context/subject';
import type { Sentence } from '../document';
import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseContext, PhraseDetector, PhraseHit } from './detector';

/** Longer than this an imperative explains; at this length and below it orders. */
const CURT_WORDS = 10;

/** "All you need to do", "is there anything you have to change", "you never have to": no order, a clause about one. */
const notRelative: ContextTest = {
  id: 'not-relative',
  passes: ({ sentence, from, to }, { banks }) =>
    !endsAt('relative-word', sentence.reading, from, banks) &&
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
          (beginsAt('expected-verb', reading, must.to, banks) !== undefined ||
            reading.tokens[must.to]?.norm === 'not' ||
            reading.tokens[must.to]?.norm === '?'),
      );
  },
};

/** "To get this moving you'll need to ... please" asks; so does a sentence with a question mark. */
const notPolite: ContextTest = {
  id: 'not-polite',
  passes: ({ sentence }, { banks }) =>
    !banks.has('please', sentence.reading) && sentence.reading.tokens.at(-1)?.norm !== '?',
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
  const verb = beginsAt('send-away-verb', reading, 0, banks);
  if (!verb || words > CURT_WORDS || words < 2) return hits;
  const second = tokens[verb.to];
  // "Read the terms," opens a longer sentence; "Take care," closes the letter
  if (second && (second.pos === 'AUX' || second.norm === 'not' || tokens.at(-1)?.norm === ',')) return hits;
  if (isWarm(sentence, context) || !isCold(sentence, context)) return hits;
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
    .every(
      (other) =>
        !context.banks.has('please', other.reading) && !/[!\p{Extended_Pictographic}]/u.test(other.reading.text),
    );
}

/** Orders the customer about. */
export const directive: PhraseDetector = {
  principle: 'directive',
  tests: [notQuoted, notConditional, notRelative, notExpectation, notPolite],
  find: curtImperatives,
};
