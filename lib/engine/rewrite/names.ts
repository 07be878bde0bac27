/** What to call the customer. */
import type { DraftFacts } from '../detectors/detector';
import { readDocument, readWords } from '../document';

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?$/i;
const NAME = /^\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*$/u;
const INITIAL = /^\p{Lu}\.?$/u;
/** Kisses and pictures after a name. */
const AFTER = /(?:\s|[.,!]|\b[xX]+\b|\p{Extended_Pictographic}|\uFE0F)+$/u;

/** The first name, or title and surname: 'Ann' of 'Ann Lee' and of 'Lee, Ann', 'Mrs Cho' of 'Mrs J Cho'. Null where unsure. */
export function nameOf(customerName: string | undefined): string | null {
  const parts = customerName?.trim().split(/\s*,\s*/) ?? [];
  const words = (parts.length === 2 && parts[1] ? parts[1] : (parts[0] ?? '')).split(/\s+/);
  const [first = ''] = words;
  if (TITLE.test(first)) {
    const last = words.at(-1) ?? '';
    return words.length > 1 && NAME.test(last) ? `${first} ${last}` : null;
  }
  // 'K. Osei' gives no first name
  return NAME.test(first) && !INITIAL.test(first) ? first : null;
}

/** The name under the customer's message: 'Thanks, Marta', '... Wilf Garrity'. */
export function signedName({ conversation, banks }: DraftFacts): string | null {
  const text = (conversation.source.customer ?? '').trim().replace(AFTER, '');
  const found =
    /(?:^|[.!?…)\n,]|\p{Extended_Pictographic}\uFE0F?)\s*([^.!?…\n,]*(?:\b(?:Mr|Mrs|Ms|Dr|\p{Lu})\.[^.!?…\n,]*)?)$/u.exec(
      text,
    );
  const tail = found?.[1]?.trim() ?? '';
  if (!found || !tail || tail.length === text.length) return null;
  const words = tail.split(/\s+/);
  if (words.length > 3 || !words.every((word) => NAME.test(word) || INITIAL.test(word) || TITLE.test(word)))
    return null;
  const signed = text.slice(0, found.index + 1);
  const lead = /(?:^|[.!?\n])\s*([^.!?\n]+?)\s*,?$/.exec(signed)?.[1] ?? '';
  const thanked = /,\s*$/.test(signed);
  const thanks = thanked ? readDocument(lead).sentences[0]?.reading : undefined;
  if (thanked && !(thanks && thanks.tokens.length <= 4 && banks.has('sign-off-opening', thanks))) return null;
  if (!thanked && words.length === 1 && !isUnknown(words[0] as string)) return null;
  const reading = conversation.customer.sentences.at(-1)?.reading;
  if (
    !thanked &&
    reading &&
    ['insult', 'feeling-opening', 'trouble'].some((name) => banks.has(name, reading)) &&
    words.length === 1
  )
    return null;
  return nameOf(tail);
}

/** A word that no dictionary has in small letters but as a noun: 'Marla', not 'Ridiculous'. */
function isUnknown(word: string): boolean {
  return /^(?:NOUN|PROPN)$/.test(readWords(word.toLowerCase())[0]?.pos ?? '');
}
