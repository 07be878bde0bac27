import { once } from '../cache';
import { contentOf, meaningsOf, shared } from '../content';
import type { Sentence } from '../document';
import { has, type ReplySentence, replyOf, wordsOf } from '../reply';
import { type Signs, vote } from '../vote';
import type { DraftDetector, DraftFacts } from './detector';

/** So few words of theirs give nothing to take up. */
const TOLD = 3;
const MANY_SHARED = 4;
const SHORT = 20;
const LONG = 70;

/** The reply to a problem takes up nothing of it, or asks for what was told: were they heard? */
export const notListening: DraftDetector = {
  principle: 'not-listening',
  detect(facts) {
    const signs = listeningSigns(facts);
    if (!signs) return [];
    const { says, why } = vote('not-listening', signs);
    if (!says) return [];
    return [{ entry: 'no-overlap', ...(says === 'hint' ? { severity: 'low' as const } : {}), why }];
  },
};

/** What speaks for and against having listened; null where there was nothing to listen to. */
export const listeningSigns = once((facts: DraftFacts): Signs | null => {
  const { conversation, banks } = facts;
  const { channel } = conversation.source;
  const { body, words } = replyOf(facts);
  const told = conversation.customer.sentences;
  const said = new Set(told.flatMap(({ reading }) => [...meaningsOf(reading, banks)]));
  if (said.size < TOLD || body.length === 0 || channel === 'social') return null;
  const inCommon = (one: ReplySentence) => shared(said, meaningsOf(one.sentence.reading, banks));
  const asking = (one: ReplySentence) => has(one, 'closed-question') || one.roles.has('question');
  const restated = new Set(body.filter((one) => !has(one, 'closed-question')).flatMap(inCommon));
  const stated = new Set(body.filter((one) => !asking(one) && !one.roles.has('request')).flatMap(inCommon));
  const customer = [...told, ...conversation.told.flatMap(({ sentences }) => sentences)];
  const sign = (value: boolean | number) => Number(value);
  const saying = (name: string) => body.some(({ sentence }) => banks.has(name, sentence.reading));
  return {
    'words-taken-up': Math.min(1, restated.size / MANY_SHARED),
    'share-taken-up': Math.min(1, (3 * restated.size) / said.size),
    'words-stated': Math.min(1, stated.size / MANY_SHARED),
    'nothing-taken-up': sign(restated.size === 0),
    'nothing-stated': sign(stated.size === 0),
    'one-word-taken-up': sign(restated.size === 1),
    'feeling-named-with-the-case': sign(
      body.some((one) => one.roles.has('acknowledgement') && inCommon(one).length > 0),
    ),
    acknowledged: sign(body.some((one) => one.roles.has('acknowledgement'))),
    'asks-what-is-wrong': sign(body.some((one) => has(one, 'closed-question'))),
    'set-phrases': Math.min(1, body.filter((one) => has(one, 'canned', 'jargon')).length / 2),
    'hollow-sympathy': sign(body.some((one) => has(one, 'hollow-empathy'))),
    'customers-in-general': sign(saying('general-people')),
    'speaks-like-a-notice': sign(saying('general-notice')),
    'asks-again': sign(asksAgain(body, customer, facts)),
    'steps-they-tried': sign(repeatsSteps(body, customer, facts)),
    short: sign(words < SHORT),
    long: sign(words > LONG),
    acted: sign(body.some(({ roles }) => (roles.has('resolved') || roles.has('action')) && !roles.has('pass-on'))),
    'passed-on': sign(body.some(({ roles }) => roles.has('pass-on'))),
    'names-a-thing-of-theirs': sign(body.some(({ sentence }) => namesTheirs(sentence, facts))),
    // A gap for a day counts as the day
    'gives-a-number': sign(
      saying('due-point') || body.some(({ sentence }) => sentence.reading.tokens.some(({ kind }) => kind === 'number')),
    ),
    'first-person': Math.min(
      1,
      body.filter(({ sentence }) => /\b(?:I|I'm|I've|I'll|we|we've|we'll)\b/i.test(sentence.reading.text)).length / 3,
    ),
    'answers-a-question': sign(conversation.questions.length > 0),
    link: sign(body.some(({ roles }) => roles.has('link'))),
    owned: sign(body.some(({ roles }) => roles.has('owning'))),
    problem: sign(conversation.problem),
    upset: sign(conversation.mood.id === 'upset'),
    abusive: sign(conversation.mood.id === 'abusive'),
    chat: sign(channel === 'chat'),
    'in-mid-thread': sign(conversation.ours.length > 0),
    'long-story': sign(told.reduce((sum, { reading }) => sum + reading.tokens.length, 0) > 45),
    heat: sign(body.some((one) => has(one, 'dismissive', 'blame'))),
    'much-said': Math.min(1, body.reduce((sum, one) => sum + wordsOf(one), 0) / 100),
  };
});

/** The order number, the photos, the receipt: asked for although they came with this message or one before. */
function asksAgain(body: readonly ReplySentence[], customer: readonly Sentence[], { banks }: DraftFacts): boolean {
  return (
    [
      ['asks-reference', 'gives-reference'],
      ['asks-photo', 'gives-photo'],
      ['asks-receipt', 'asks-receipt'],
    ] as const
  ).some(
    ([asked, given]) =>
      customer.some(({ reading }) => banks.has(given, reading)) &&
      body.some(
        (one) =>
          (one.roles.has('question') || one.roles.has('request')) &&
          !one.roles.has('thanks') &&
          banks.has(asked, one.sentence.reading),
      ),
  );
}

/** "Could you try another browser?" to somebody who has tried Chrome and Safari. */
function repeatsSteps(body: readonly ReplySentence[], customer: readonly Sentence[], { banks }: DraftFacts): boolean {
  const tried = new Set(
    customer
      .filter(({ reading }) => banks.has('tried-already', reading))
      .flatMap(({ reading }) => [...contentOf(reading, banks)]),
  );
  return body.some(
    (one) =>
      (one.roles.has('question') || one.roles.has('request')) &&
      shared(tried, contentOf(one.sentence.reading, banks)).length > 0,
  );
}

/** "your skylight", not "your patience". */
function namesTheirs({ reading }: Sentence, { banks }: DraftFacts): boolean {
  const set = banks.find('what-they-call', reading);
  return reading.tokens.some(
    ({ norm }, at) =>
      norm === 'your' &&
      reading.tokens[at + 1]?.kind === 'word' &&
      !set.some(({ from }) => from > at && from <= at + 3),
  );
}
