/**
 * Blame in an internal note. A reply says "you failed to read it" to the customer; a note says "she failed to read it"
 * of them, and its "you" is a colleague. So a note's sentence is read as if it were said to the customer: who stands for
 * the customer is 'you', and nobody else is.
 */
import type { CompiledBanks } from '../phrasebank/compile';
import type { DraftContext } from './detectors/detector';
import type { Document, Reading, Sentence, Token } from './document';

const SINGULAR = new Set(['he', 'she']);
const PLURAL = new Set(['they']);
const POSSESSIVE = new Set(['his', 'her', 'their']);
/** What a verb is after 'you', where it is another after 'she'. */
const WITH_YOU: Readonly<Record<string, string>> = { has: 'have', does: 'do' };

type Mention = 'customer' | 'other' | null;

const kept = new WeakMap<Reading, Map<string, Reading>>();

/** The sentence as it would be said to the customer; the tokens stand where they stood. */
export function saidToCustomer(sentence: Sentence, { document, banks, conversation }: DraftContext): Sentence {
  const { reading } = sentence;
  const name = conversation.source.customerName?.toLowerCase() ?? '';
  const before = mentionBefore(document, sentence.index, name, banks);
  const known = kept.get(reading) ?? new Map<string, Reading>();
  kept.set(reading, known);
  const key = `${before} ${name}`;
  const said = known.get(key) ?? turned(reading, before, name, banks);
  known.set(key, said);
  return { ...sentence, reading: said };
}

/** "You forgot to tag it": a colleague is spoken to, whatever the words. */
export function speaksToColleague({ reading }: Sentence, { from, to }: { from: number; to: number }): boolean {
  return reading.tokens.slice(from, to).some(({ norm }) => isYou(norm));
}

function turned(reading: Reading, before: Mention, name: string, banks: CompiledBanks): Reading {
  const mentions = mentionsIn(reading, name, banks);
  let last = before;
  let subject = false;
  const tokens = reading.tokens.map((token, at): Token => {
    const mention = mentions[at] ?? null;
    if (mention) last = mention;
    const wasSubject = subject;
    const stands =
      mention === 'customer' ||
      (SINGULAR.has(token.norm) && last !== 'other') ||
      (PLURAL.has(token.norm) && last === 'customer');
    subject = stands;
    if (stands) return { ...token, norm: 'you', lemma: 'you', pos: 'PRON' };
    if (POSSESSIVE.has(token.norm) && last === 'customer') return { ...token, norm: 'your', lemma: 'your' };
    if (isYou(token.norm)) return { ...token, norm: 'colleague', lemma: 'colleague', pos: 'NOUN' };
    const verb = wasSubject ? WITH_YOU[token.norm] : undefined;
    return verb ? { ...token, norm: verb } : token;
  });
  return { text: reading.text, tokens };
}

/** Whom the note spoke of last before this sentence. */
function mentionBefore({ sentences }: Document, index: number, name: string, banks: CompiledBanks): Mention {
  for (let at = index - 1; at >= 0; at--) {
    const found = mentionsIn((sentences[at] as Sentence).reading, name, banks).findLast(Boolean);
    if (found) return found;
  }
  return null;
}

/** By token: the last one of each mention. */
function mentionsIn(reading: Reading, name: string, banks: CompiledBanks): Mention[] {
  const mentions: Mention[] = reading.tokens.map(({ norm }) => (name !== '' && norm === name ? 'customer' : null));
  for (const { to } of banks.find('note-other', reading)) mentions[to - 1] = 'other';
  for (const { to } of banks.find('note-customer', reading)) mentions[to - 1] = 'customer';
  return mentions;
}

const isYou = (norm: string) => norm === 'you' || norm === 'u' || norm === 'your' || norm === 'ur';
