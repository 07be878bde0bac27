import { isSignedByPerson, type ReplySentence, replyOf, wordsOf } from '../reply';
import type { DraftDetector, DraftFacts } from './detector';

/** A chat's opening in so many words or fewer can be curt; a longer one shows the customer that it was read. */
const CURT_WORDS = 16;
/** "Hello", "hi there": a message that only greets. */
const GREETS_ONLY = 3;
const SALUTATION_WORDS = 4;

/** An email without name or greeting, signed by nobody or by a desk; a chat that opens curtly: it could go to anyone. */
export const noPersonalTouch: DraftDetector = {
  principle: 'no-personal-touch',
  detect(facts) {
    const { source, ours } = facts.conversation;
    const { greeting, closing, body } = replyOf(facts);
    const name = source.customerName?.split(/\s+/)[0];
    const named = name ? facts.document.text.includes(name) : false;
    if (greeting || named || isSalutation(body[0]) || body.length === 0) return [];
    const entry = 'no-greeting-no-name';
    if (source.channel === 'chat')
      return ours.length === 0 && closing.length === 0 && isCurt(facts)
        ? [{ entry, why: ['chat', 'a curt opening'] }]
        : [];
    if (source.channel !== 'email' || ours.length > 1 || isSignedByPerson(closing, facts.banks)) return [];
    return [{ entry, why: ['email', 'no greeting, no name of a person'] }];
  },
};

/** Gives orders or takes down particulars from the first word on, without a word of courtesy. */
function isCurt(facts: DraftFacts): boolean {
  const { body, words } = replyOf(facts);
  const [first] = body;
  if (!first || facts.conversation.mood.id === 'abusive' || facts.banks.has('please', first.sentence.reading))
    return false;
  if (isOrder(first)) return words <= CURT_WORDS && body.length > 1;
  return (
    isUngreeted(facts) && facts.banks.find('request-opener', first.sentence.reading).some(({ from }) => from === 0)
  );
}

/** "Factory reset it.", not "You'll need to pay at the viewing." */
function isOrder({ phrases, sentence }: ReplySentence): boolean {
  if (sentence.reading.tokens[0]?.lemma === 'you') return false;
  return phrases.some(({ rule, from }) => rule.bank === 'directive' && from === 0);
}

/** "Respected Customer," on a line of its own greets, however stiffly. */
function isSalutation(first: ReplySentence | undefined): boolean {
  return first !== undefined && wordsOf(first) <= SALUTATION_WORDS && first.sentence.reading.text.endsWith(',');
}

/** The customer said hello, and nothing else, and is not greeted back. */
function isUngreeted({ conversation, banks }: DraftFacts): boolean {
  const [hello, ...more] = conversation.customer.sentences;
  if (!hello || more.length > 0 || (conversation.source.earlier?.length ?? 0) > 0) return false;
  const words = hello.reading.tokens.filter(({ kind }) => kind === 'word').length;
  return words <= GREETS_ONLY && banks.has('greeting', hello.reading);
}
