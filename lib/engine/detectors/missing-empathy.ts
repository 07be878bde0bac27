import { has, type ReplySentence, replyOf } from '../reply';
import { rolesOf } from '../roles';
import { severityOf } from '../severity';
import type { DraftDetector, DraftFacts } from './detector';

/** From here on words of trouble want an answer to them, if the reply has other faults too: its tone is not right. */
const LET_DOWN = 0.5;
/** From here on they want one even if nothing else is wrong, on the channels where replies are a line or two. */
const PLAIN = 2.2;
/** From here on the best email without a word of it is sent back. */
const BITTER = 4;

/** A customer who is upset or was let down, and nothing in this reply or an earlier one says what it was like for them. */
export const missingEmpathy: DraftDetector = {
  principle: 'missing-empathy',
  detect(facts) {
    const { mood, strength, problem, source } = facts.conversation;
    if (mood.id === 'abusive' || !problem || strength < LET_DOWN) return [];
    if (acknowledged(facts) || acknowledgedBefore(facts)) return [];
    const faults = facts.phrases.some((hit) => severityOf(hit) !== 'low');
    if (mood.id === 'calm' && !faults) return [];
    const sure = faults || strength >= (source.channel === 'email' ? BITTER : PLAIN);
    return [
      {
        entry: 'upset-unacknowledged',
        ...(sure ? {} : { severity: 'low' as const }),
        why: [`mood: ${mood.id}, strength ${strength.toFixed(1)}`, 'no acknowledgement in the draft or before'],
      },
    ];
  },
};

/** A set phrase of sympathy counts here: that it is hollow is said elsewhere. */
export function acknowledged(facts: DraftFacts): boolean {
  const { sentences } = replyOf(facts);
  const { banks } = facts;
  const merry = sentences.some(({ sentence }) =>
    ['celebrating', 'breezy-word'].some((name) => banks.has(name, sentence.reading)),
  );
  // "Eek, not the snack anyone ordered!" is a joke, not sympathy
  const exclaimed = ({ sentence: { reading } }: ReplySentence) =>
    banks.has('interjection', reading) &&
    !banks.has('apology', reading) &&
    banks.find('sympathy', reading).length <= banks.find('interjection', reading).length;
  return sentences.some(
    (one) => (one.roles.has('acknowledgement') && !(merry && exclaimed(one))) || has(one, 'hollow-empathy'),
  );
}

export function acknowledgedBefore({ conversation, banks }: DraftFacts): boolean {
  return conversation.ours.some(({ sentences }) =>
    sentences.some(({ reading }) => rolesOf(reading, banks).has('acknowledgement')),
  );
}
