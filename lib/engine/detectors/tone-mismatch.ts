import { has, replyOf } from '../reply';
import type { DraftDetector, DraftFacts, DraftHit } from './detector';

/** Breezy to a serious message, or stiff to a friendly one. Stiff to an upset customer shows in other principles. */
export const toneMismatch: DraftDetector = {
  principle: 'tone-mismatch',
  detect(facts) {
    return facts.conversation.mood.id === 'upset' ? breezy(facts) : stiff(facts);
  },
};

const PICTURE = /\p{Extended_Pictographic}|^[:;]-?[)DPp]$/u;
/** A wave, a thumb or a pointing hand is no joke. */
const NEUTRAL = /^(?:👋|👍|👉|👇|📞|📧|☎️?|™|©|®)/u;
/** One breezy word may slip in; two are a tone. */
const TONE = 2;

function breezy(facts: DraftFacts): DraftHit[] {
  const { sentences } = replyOf(facts);
  const { banks } = facts;
  const count = (name: string) =>
    sentences.reduce((sum, { sentence }) => sum + banks.find(name, sentence.reading).length, 0);
  const celebrating = count('celebrating');
  const words = count('breezy-word');
  const pictures = sentences.reduce(
    (sum, { sentence }) =>
      sum + sentence.reading.tokens.filter(({ text }) => PICTURE.test(text) && !NEUTRAL.test(text)).length,
    0,
  );
  const smiling = Math.max(0, pictures - count('caring-mark'));
  const sincere = sentences.some(
    (one) =>
      one.roles.has('acknowledgement') &&
      !has(one, 'hollow-empathy') &&
      !banks.has('interjection', one.sentence.reading),
  );
  const light = smiling + words > 0 && (smiling > 0 || words >= TONE);
  if (celebrating === 0 && (sincere || !light)) return [];
  return [
    {
      entry: 'breezy-to-serious',
      why: ['mood: upset', `${celebrating + words} merry words or marks, ${smiling} pictures`],
    },
  ];
}

/** Signs in moods.json of a customer who writes as to a friend. */
const AT_EASE = ['playful', 'thanks'];

function stiff(facts: DraftFacts): DraftHit[] {
  const { conversation, banks } = facts;
  const said = conversation.customer.sentences;
  const friendly =
    said.some(({ reading }) => banks.has('friendly', reading)) ||
    (AT_EASE.some((id) => conversation.signs.includes(id)) && (conversation.source.customer ?? '').includes('!'));
  if (conversation.mood.id !== 'calm' || !friendly) return [];
  const { sentences } = replyOf(facts);
  const marks = sentences.filter(
    (one) => banks.has('stiff', one.sentence.reading) || has(one, 'jargon', 'policy-shield', 'canned'),
  ).length;
  const warm =
    sentences.some(({ sentence }) => banks.has('friendly', sentence.reading) || sentence.reading.text.endsWith('!')) ||
    CONTRACTION.test(facts.document.text);
  if (marks === 0 || warm) return [];
  return [{ entry: 'stiff-to-friendly', why: ['they write as to a friend', `${marks} stiff sentences`] }];
}

const CONTRACTION = /[a-z]['’](?:s|re|ll|ve|d|m)\b/i;
