/** Whether the draft answers what was asked: an answer of the kind that was asked for, on the matter, or when it comes. */
import type { CompiledBanks } from '../phrasebank/compile';
import { contentOf, meaningsOf, shared } from './content';
import type { DraftFacts } from './detectors/detector';
import { findGaps } from './gaps';
import { type Asked, type QuestionKind, questionsIn } from './questions';
import { has, isRefusal, type ReplySentence, replyOf } from './reply';
import type { Question } from './types';
import { type Signs, type Verdict, vote } from './vote';

export interface AnsweredQuestion extends Question {
  verdict: Verdict;
  signs: Signs;
}

/** The word class that an answer of this kind shows; a plain question of fact may be met by anything. */
const ANSWERED_BY: Readonly<Record<QuestionKind, string>> = {
  time: 'time-answer',
  amount: 'amount-answer',
  place: 'place-answer',
  reason: 'reason-answer',
  person: 'person-answer',
  choice: 'leave-answer',
  way: 'way-answer',
  sense: 'sense-answer',
  help: 'way-answer',
  leave: 'leave-answer',
  action: 'action-answer',
  fact: 'leave-answer',
};

/** Kinds whose answer is a thing one can point at, so that its absence is telling. */
const FACTUAL: ReadonlySet<QuestionKind> = new Set(['time', 'amount', 'reason', 'sense']);

/** Enough words in common for a sentence to be about the question. */
const ABOUT = 3;
/** One word of three is chance. */
const BARELY = 0.4;

const kept = new WeakMap<object, AnsweredQuestion[]>();

/** Each question with whether the draft answers it, points to the answer, or says when it will come. */
export function answeredQuestions(facts: DraftFacts): AnsweredQuestion[] {
  const known = kept.get(facts.phrases);
  if (known) return known;
  const asked = questionsIn(facts.conversation.customer, facts.banks);
  const answered = asked.map((question): AnsweredQuestion => {
    const signs = questionSigns(question, asked, facts);
    const judged = vote('unanswered-question', signs);
    const verdict = isHeldOpen(question, facts) ? { ...judged, says: null } : judged;
    // "We can't tell you when", and not a word when they will
    const evaded = signs['will-not-say'] === 1 && signs['later-with-a-time'] === 0 && signs.link === 0;
    return {
      span: { start: question.start, end: question.end },
      answered: verdict.says === null && !evaded,
      verdict,
      signs,
    };
  });
  kept.set(facts.phrases, answered);
  return answered;
}

/** "I have moved it to [day, time]": we act on what they asked for, and the gap itself says what is still to be told. */
function isHeldOpen({ kind }: Asked, facts: DraftFacts): boolean {
  if (kind !== 'time' && kind !== 'leave' && kind !== 'action') return false;
  return replyOf(facts).body.some((one) => acts(one) && findGaps(one.sentence.reading.text).length > 0);
}

/** What speaks for and against an answer; for the vote, and for those who train it. */
export function questionSigns(question: Asked, all: readonly Asked[], facts: DraftFacts): Signs {
  const { banks, conversation } = facts;
  const { body } = replyOf(facts);
  const matter = body.filter((one) => saysSomething(one, banks));
  const common = (one: ReplySentence, words: ReadonlySet<string>) =>
    shared(words, meaningsOf(one.sentence.reading, banks)).length;
  const close = (one: ReplySentence, asked: Asked) =>
    common(one, asked.words) / Math.max(1, Math.min(ABOUT, asked.words.size));
  const best = Math.max(0, ...matter.map((one) => close(one, question)));
  const inReply = new Set(matter.flatMap(({ sentence }) => [...meaningsOf(sentence.reading, banks)]));
  const allInReply = new Set(matter.flatMap(({ sentence }) => [...contentOf(sentence.reading, banks)]));
  const covered = shared(question.words, inReply).length / Math.max(1, question.words.size);
  const ofKind = matter.filter((one) => meets(question, one, common(one, question.words), banks));
  const onIt = matter.filter((one) => common(one, question.words) > 0);
  // A line on social media answers what it can, and the rest by a link or a message.
  const others = conversation.source.channel === 'social' ? [] : all.filter((one) => one !== question);
  // "Yes, there are showers." is the answer to that question, not to the next one
  const own = ofKind.filter(
    (one) => others.length === 0 || !others.some((other) => close(one, other) > close(one, question)),
  );
  const later = body.filter((one) => one.roles.has('later-answer') && !has(one, 'dismissive'));
  const timed = later.filter((one) => !has(one, 'vague-time') || banks.has('due-point', one.sentence.reading));
  // "We can't tell you when" refuses the answer, not the thing.
  const refuses = (one: ReplySentence) => isRefusal(one) && !banks.has('refusal-to-say', one.sentence.reading);
  const sign = (value: boolean | number) => Number(value);
  // Of several questions each needs something of its own; a single one is what the reply is about.
  const said = (test: (one: ReplySentence) => boolean) => (others.length === 0 ? body : onIt).some(test);
  const lacking = own.length === 0;
  return {
    'words-met': Math.min(1, best),
    'words-covered': Math.min(1, covered),
    'no-common-word': sign(covered === 0 && question.words.size > 0),
    'topic-not-named': sign(question.topic !== null && !allInReply.has(question.topic)),
    'topic-not-named-nor-kind-met': sign(
      question.topic !== null && !allInReply.has(question.topic) && own.length === 0,
    ),
    'few-words-asked': sign(question.words.size < 2),
    'kind-met': sign(ofKind.length > 0),
    'kind-met-in-a-sentence-of-its-own': sign(own.length > 0),
    'kind-met-on-the-matter': sign(ofKind.some((one) => common(one, question.words) > 0)),
    'no-answer-of-that-kind': sign(lacking && FACTUAL.has(question.kind)),
    'no-act-or-offer': sign(
      (question.kind === 'action' || question.kind === 'help') &&
        !body.some((one) => acts(one) || one.roles.has('option') || isRefusal(one)),
    ),
    'no-yes-or-no': sign(
      (question.kind === 'leave' || question.kind === 'fact' || question.kind === 'choice') &&
        !matter.some(
          (one) =>
            banks.has('yes-no', one.sentence.reading) && (others.length === 0 || common(one, question.words) > 0),
        ),
    ),
    link: sign(body.some((one) => one.roles.has('link'))),
    'later-with-a-time': sign(timed.length > 0),
    'later-without-a-time': sign(later.length > 0 && timed.length === 0),
    refused: sign(said(refuses)),
    'refused-on-the-matter': sign(onIt.some(refuses)),
    'unsure-on-the-matter': sign(onIt.some((one) => has(one, 'hedging', 'vague-time'))),
    'a-way-shown': sign(said((one) => one.roles.has('request') || has(one, 'directive'))),
    'asks-back': sign(said((one) => one.roles.has('question') && !has(one, 'closed-question'))),
    acted: sign(said(acts)),
    'passed-on': sign(body.some((one) => one.roles.has('pass-on')) && !matter.some(acts)),
    'points-elsewhere': sign(body.some((one) => banks.has('points-elsewhere', one.sentence.reading))),
    'will-not-say': sign(body.some((one) => banks.has('refusal-to-say', one.sentence.reading))),
    'says-nothing': sign(matter.length === 0),
    matter: Math.min(1, matter.length / 4),
    'customers-in-general': sign(body.some((one) => banks.has('general-notice', one.sentence.reading))),
    'one-of-several': sign(others.length > 0),
    'one-of-several-not-touched': sign(others.length > 0 && covered === 0),
    'one-of-several-barely-touched': sign(others.length > 0 && best < BARELY),
    'one-of-several-answered-by-none': sign(others.length > 0 && lacking),
    'all-untouched': sign(all.every((one) => !matter.some((line) => common(line, one.words) > 0))),
    upset: sign(conversation.mood.id !== 'calm'),
    chat: sign(conversation.source.channel === 'chat'),
    social: sign(conversation.source.channel === 'social'),
    'no-question-mark': sign(!/\?/.test(question.reading.text)),
    [`asked-${question.kind}`]: 1,
  };
}

/** Whether a sentence is an answer of the kind that was asked for. `common`: words it shares with the question. */
function meets({ kind, words }: Asked, one: ReplySentence, common: number, banks: CompiledBanks): boolean {
  const { reading } = one.sentence;
  const shows = banks.has(ANSWERED_BY[kind], reading);
  const about = common > 0 && common * 3 >= Math.min(ABOUT, words.size);
  switch (kind) {
    case 'time':
      // "We shipped three releases this month" holds a time, and says nothing of when
      return (
        shows &&
        (!has(one, 'excuse') || banks.has('due-point', reading)) &&
        (about || PRONOUN.test(reading.text) || acts(one) || banks.has('future-word', reading) || isShort(one))
      );
    case 'action':
    case 'help':
      return (
        acts(one) || isRefusal(one) || one.roles.has('request') || has(one, 'directive') || banks.has('yes-no', reading)
      );
    case 'place':
    case 'person':
      return shows && (about || acts(one));
    case 'reason':
      return shows && !has(one, 'canned');
    case 'leave':
    case 'choice':
    case 'fact':
      return isRefusal(one) || banks.has('yes-no', reading) || (shows && about);
    default:
      return shows;
  }
}

/** "It runs from 7": what they asked about, by another name. */
const PRONOUN = /(?:^|[,:;] )(?:it|they|yours|that|this|he|she)(?:'s|’s)? /i;

const FEW = 9;

function isShort({ sentence }: ReplySentence): boolean {
  return sentence.reading.tokens.length < FEW;
}

function acts({ roles }: ReplySentence): boolean {
  return (roles.has('action') || roles.has('resolved') || roles.has('promise')) && !roles.has('pass-on');
}

/** A sentence that carries matter: no set phrase, no thanks, no word to another team. */
function saysSomething(one: ReplySentence, banks: CompiledBanks): boolean {
  const { roles } = one;
  if (has(one, 'closed-question', 'canned', 'hollow-empathy')) return false;
  if (roles.has('limit') || banks.has('points-elsewhere', one.sentence.reading)) return false;
  if (roles.has('thanks') && meaningsOf(one.sentence.reading, banks).size < 3) return false;
  return true;
}
