import { severityOf } from '../phrases';
import { has, replyOf } from '../reply';
import { rolesOf } from '../roles';
import type { DraftDetector, DraftFacts } from './detector';

const FAINT = 1.8;

/** An upset customer, and nothing in this reply or an earlier one says what it was like for them. */
export const missingEmpathy: DraftDetector = {
  principle: 'missing-empathy',
  detect(facts) {
    const { mood } = facts.conversation;
    if (mood.id !== 'upset' || acknowledged(facts) || acknowledgedBefore(facts)) return [];
    // Where the signs are few and the reply is otherwise as it should be, it is no more than a hint.
    const faint = facts.conversation.strength < FAINT && !facts.phrases.some((hit) => severityOf(hit) !== 'low');
    return [
      {
        entry: 'upset-unacknowledged',
        ...(faint ? { severity: 'low' as const } : {}),
        why: ['mood: upset', 'no acknowledgement in the draft or before'],
      },
    ];
  },
};

/** A set phrase of sympathy counts here: that it is hollow is said elsewhere. */
export function acknowledged(facts: DraftFacts): boolean {
  return replyOf(facts).sentences.some((one) => one.roles.has('acknowledgement') || has(one, 'hollow-empathy'));
}

export function acknowledgedBefore({ conversation, banks }: DraftFacts): boolean {
  return conversation.ours.some(({ sentences }) =>
    sentences.some(({ reading }) => rolesOf(reading, banks).has('acknowledgement')),
  );
}
