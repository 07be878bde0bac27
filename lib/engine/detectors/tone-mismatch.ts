import { has, replyOf } from '../reply';
import type { DraftDetector, DraftFacts, DraftHit } from './detector';

/** Breezy to a serious message, or stiff to a friendly one. Stiff to an upset customer shows in other principles. */
export const toneMismatch: DraftDetector = {
  principle: 'tone-mismatch',
  detect(facts) {
    return facts.conversation.mood.id === 'upset' ? breezy(facts) : stiff(facts);
  },
};

function breezy(facts: DraftFacts): DraftHit[] {
  const { sentences } = replyOf(facts);
  const count = (name: string) =>
    sentences.reduce((sum, { sentence }) => sum + facts.banks.find(name, sentence.reading).length, 0);
  const weak = count('breezy-mark-weak');
  const strong = count('breezy-mark') - weak;
  const sincere = sentences.some((one) => one.roles.has('acknowledgement'));
  if (strong + weak / 2 < (sincere ? 2 : 1)) return [];
  return [{ entry: 'breezy-to-serious', why: ['mood: upset', `${strong + weak} breezy marks`] }];
}

function stiff(facts: DraftFacts): DraftHit[] {
  const { conversation, banks } = facts;
  const friendly = conversation.customer.sentences.some(({ reading }) => banks.has('friendly', reading));
  if (conversation.mood.id !== 'calm' || !friendly) return [];
  const { sentences } = replyOf(facts);
  const marks = sentences.filter(
    (one) => banks.has('stiff', one.sentence.reading) || has(one, 'jargon', 'policy-shield', 'canned'),
  ).length;
  const warm = sentences.some(
    ({ sentence }) => banks.has('friendly', sentence.reading) || sentence.reading.text.endsWith('!'),
  );
  if (marks === 0 || warm) return [];
  return [{ entry: 'stiff-to-friendly', why: ['they write as a friend', `${marks} stiff sentences`] }];
}
