/** The draft as a reply: its sentences with their roles, in the order of reading. Made once for a review. */
import type { CompiledBanks } from '../phrasebank/compile';
import type { DraftFacts, PhraseHit } from './detectors/detector';
import type { Sentence } from './document';
import { type Role, rolesOf } from './roles';
import { severityOf } from './severity';
import type { PhrasePrinciple } from './types';

export interface ReplySentence {
  sentence: Sentence;
  roles: ReadonlySet<Role>;
  /** Loud ones. */
  phrases: readonly PhraseHit[];
  /** A no in it, or a rule, that comes with its option or its reason. */
  settled: boolean;
}

export interface Reply {
  sentences: readonly ReplySentence[];
  /** Without greeting lines at the top and the sign-off and name at the end. */
  body: readonly ReplySentence[];
  greeting: ReplySentence | null;
  /** From the sign-off on; empty where there is none. */
  closing: readonly ReplySentence[];
  /** Words in the body. */
  words: number;
}

const REFUSES = new Set<string>(['negative-phrasing', 'policy-shield']);
const GREETING_WORDS = 7;
const CLOSING_WORDS = 9;
const NAME_WORDS = 5;

const kept = new WeakMap<readonly PhraseHit[], Reply>();

export function replyOf(facts: DraftFacts): Reply {
  const known = kept.get(facts.phrases);
  if (known) return known;
  const { document, banks } = facts;
  const sentences = document.sentences.map(
    (sentence): ReplySentence => ({
      sentence,
      roles: rolesOf(sentence.reading, banks),
      phrases: facts.phrases.filter((hit) => hit.sentence === sentence && severityOf(hit) !== 'low'),
      settled: facts.phrases.some((hit) => hit.sentence === sentence && hit.settled && REFUSES.has(hit.rule.bank)),
    }),
  );
  const first = sentences[0];
  const greeting = first?.roles.has('greeting') ? first : null;
  // "Hi Ann, I've moved it." greets and is body; "Hi Ann," is a greeting alone.
  const from = greeting && wordsOf(greeting) <= GREETING_WORDS && sentences.length > 1 && alone(sentences, 0) ? 1 : 0;
  const closes = closingFrom(sentences, from);
  const body = sentences.slice(from, closes);
  const reply: Reply = {
    sentences,
    body,
    greeting,
    closing: sentences.slice(closes),
    words: body.reduce((sum, one) => sum + wordsOf(one), 0),
  };
  kept.set(facts.phrases, reply);
  return reply;
}

/** Whether a sentence carries a loud phrase of these principles. */
export function has({ phrases }: ReplySentence, ...principles: PhrasePrinciple[]): boolean {
  return phrases.length > 0 && phrases.some(({ rule }) => (principles as string[]).includes(rule.bank));
}

export function isRefusal(one: ReplySentence): boolean {
  return one.settled || has(one, 'negative-phrasing', 'policy-shield');
}

export function wordsOf({ sentence }: ReplySentence): number {
  return sentence.reading.tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length;
}

function alone(sentences: readonly ReplySentence[], at: number): boolean {
  const block = sentences[at]?.sentence.block;
  return !sentences.some(({ sentence }, index) => index !== at && sentence.block === block);
}

/** Short lines at the end: the sign-off, the name, the team. */
function closingFrom(sentences: readonly ReplySentence[], from: number): number {
  let at = sentences.length;
  while (at > from + 1) {
    const one = sentences[at - 1] as ReplySentence;
    const words = wordsOf(one);
    const isName =
      words <= NAME_WORDS &&
      alone(sentences, at - 1) &&
      !/[.?!]$/.test(one.sentence.reading.text) &&
      one.sentence.block > 0;
    const isSignOff = one.roles.has('sign-off') && words <= CLOSING_WORDS && one.sentence.block > 0;
    if (!isName && !isSignOff) break;
    at -= 1;
  }
  return at;
}

/** Whether the sign-off ends in a name that no desk or team bears: 'Tom', not 'Guest Relations', not 'Regards' alone. */
export function isSignedByPerson(closing: readonly ReplySentence[], banks: CompiledBanks): boolean {
  return closing.some(
    ({ sentence: { reading }, roles }) =>
      !banks.has('desk-word', reading) && (!roles.has('sign-off') || /,\s*\p{Lu}\p{Ll}+\s*$/u.test(reading.text)),
  );
}
