import { has, isRefusal, type ReplySentence, replyOf, wordsOf } from '../reply';
import type { DraftDetector, DraftFacts } from './detector';
import { acknowledgedBefore } from './missing-empathy';

/** "Empathy first, solutions second": the feeling is met only after what was done or refused. */
export const solutionFirst: DraftDetector = {
  principle: 'solution-first',
  detect(facts) {
    if (facts.conversation.mood.id !== 'upset' || acknowledgedBefore(facts)) return [];
    const { body } = replyOf(facts);
    const first = body.findIndex(acknowledges);
    if (first < 1 || !body.slice(0, first).some((one) => solves(one) && !leadsIn(one, facts))) return [];
    return [
      { entry: 'feeling-last', why: ['mood: upset', `acknowledged in sentence ${first + 1}, after the solution`] },
    ];
  },
};

function acknowledges(one: ReplySentence): boolean {
  return one.roles.has('acknowledgement') || has(one, 'hollow-empathy');
}

/** "We sent you home without the scan. I'm sorry": owning it, or being there, leads up to the feeling. */
function leadsIn(one: ReplySentence, { banks }: DraftFacts): boolean {
  const { roles, sentence } = one;
  if (has(one, 'excuse', 'vague-time', 'directive', 'blame', 'policy-shield')) return false;
  if (banks.has('being-there', sentence.reading)) return !isRefusal(one);
  return roles.has('owning') && !roles.has('resolved') && !roles.has('promise');
}

/** "I'm here, Rosa." solves nothing yet. */
const SHORT = 4;

function solves(one: ReplySentence): boolean {
  const { roles } = one;
  if (wordsOf(one) <= SHORT && !isRefusal(one)) return false;
  return (
    isRefusal(one) ||
    roles.has('action') ||
    roles.has('resolved') ||
    roles.has('request') ||
    roles.has('impersonal-fault') ||
    has(one, 'excuse', 'vague-time', 'directive', 'blame')
  );
}
