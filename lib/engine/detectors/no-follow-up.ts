import { once } from '../cache';
import { has, isRefusal, type ReplySentence, replyOf } from '../reply';
import { type Role, rolesOf } from '../roles';
import { type Signs, vote } from '../vote';
import type { DraftDetector, DraftFacts } from './detector';

/** A problem was put right, and nobody will look whether it stays right. */
export const noFollowUp: DraftDetector = {
  principle: 'no-follow-up',
  detect(facts) {
    const signs = followUpSigns(facts);
    if (!signs || !isPutRight(facts)) return [];
    const { says, why } = vote('no-follow-up', signs);
    if (!says) return [];
    return [{ entry: 'solved-and-gone', ...(says === 'hint' ? { severity: 'low' as const } : {}), why }];
  },
};

/** Something was wrong and was put right by us, and the customer is not in mourning. */
export function isPutRight(facts: DraftFacts): boolean {
  const { conversation, banks } = facts;
  const { mood, problem, customer } = conversation;
  const bereaved = customer.sentences.some(({ reading }) => banks.has('bereavement', reading));
  const mended = replyOf(facts).body.some(
    (one) =>
      ['put-right', 'put-right-by-any-name'].some((name) => banks.has(name, one.sentence.reading)) &&
      !NOT_MENDING.some((role) => one.roles.has(role)) &&
      !has(one, 'excuse') &&
      !isRefusal(one) &&
      !banks.has('not-resolved', one.sentence.reading),
  );
  return (mended || followUpSigns(facts)?.['put-right'] === 1) && (problem || mood.id !== 'calm') && !bereaved;
}

const NOT_MENDING: readonly Role[] = ['question', 'impersonal-fault'];

/** What speaks for and against a look back; null where none is owed. */
export const followUpSigns = once((facts: DraftFacts): Signs | null => {
  const { conversation, banks } = facts;
  const { channel } = conversation.source;
  const { body, words } = replyOf(facts);
  if (conversation.customer.sentences.length === 0 || channel === 'social' || body.length === 0) return null;
  const sign = (value: boolean) => Number(value);
  const some = (test: (one: ReplySentence) => boolean) => sign(body.some(test));
  const solved = (one: ReplySentence) => one.roles.has('resolved') && !one.roles.has('question');
  const mended = ({ sentence }: ReplySentence) =>
    banks.has('put-right', sentence.reading) && !banks.has('not-resolved', sentence.reading);
  if (!body.some((one) => solved(one) || mended(one))) return null;
  // A look back that was promised before still stands, until something new goes wrong
  const promised = conversation.ours.some(({ sentences }) =>
    sentences.some(({ reading }) => rolesOf(reading, banks).has('check-in')),
  );
  return {
    'put-right': some(solved),
    'put-right-by-act': some(mended),
    'only-in-part': some((one) => solved(one) && (has(one, 'hedging', 'vague-time') || isRefusal(one))),
    'looks-back': some(({ roles }) => roles.has('check-in')),
    'promised-before': sign(promised && conversation.mood.id === 'calm'),
    'promises-more': some((one) => one.roles.has('promise') && !has(one, 'overpromise', 'canned')),
    'asks-something': some(({ roles }) => roles.has('question')),
    'asks-for-something': some(({ roles }) => roles.has('request')),
    link: some(({ roles }) => roles.has('link')),
    refused: some(isRefusal),
    'no-time-on-it': some((one) => has(one, 'vague-time')),
    overpromised: some((one) => has(one, 'overpromise')),
    'a-time': some((one) => banks.has('due-point', one.sentence.reading)),
    'something-is-on-its-way': some(({ sentence }) => banks.has('on-its-way', sentence.reading)),
    'no-problem-told': sign(!conversation.problem),
    upset: sign(conversation.mood.id === 'upset'),
    abusive: sign(conversation.mood.id === 'abusive'),
    chat: sign(channel === 'chat'),
    'in-mid-thread': sign(conversation.ours.length > 0),
    'much-said': Math.min(1, words / 80),
    short: sign(words < 25),
  };
});
