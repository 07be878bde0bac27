/**
 * The agent's own words as a layer over the banks: those to avoid, each with what to say instead, and those that are
 * fine here although a bank would flag them (a product's name, a word that every customer knows).
 */
import { FINE } from '../engine/phrases';
import type { Bank, Entry, OwnWords } from '../engine/types';
import type { CompiledBanks } from './compile';

/** What findings say to people: in their language, so not from here. */
export interface OwnWordsTexts {
  message(instead: string): string;
  title: string;
}

/** The bank that own words are filed under: plain words are what they are about. */
const BANK = 'jargon';

/** The banks with these words over them; the very same banks where there are none. */
export function withOwnWords(banks: CompiledBanks, words: OwnWords, texts: OwnWordsTexts): CompiledBanks {
  const fine = words.fine.flatMap(spellings).map(literal);
  const entries = words.avoid.flatMap((one) => entryOf(one, texts) ?? []);
  if (!fine.length && !entries.length) return banks;
  const layer = banks.layer(fine.length ? { [FINE]: fine } : {});
  const why = banks.why(BANK);
  if (entries.length && why) layer.add(bankOf(entries, banks.language, why, texts.title));
  return layer;
}

function entryOf({ say, instead }: OwnWords['avoid'][number], texts: OwnWordsTexts): Entry | null {
  const patterns = spellings(say).map(literal);
  if (!patterns.length) return null;
  const preferred = instead.replace(/[{}<>@]/g, '').trim();
  return {
    id: `own-${slug(say)}`,
    patterns,
    always: true,
    severity: 'medium',
    message: texts.message(preferred),
    rewrites: preferred ? [preferred] : [],
    source: 'own words',
    examples: [],
  };
}

function bankOf(entries: Entry[], language: string, why: Bank['why'], title: string): Bank {
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  return { schema: 1, id: BANK, language, version: 1, title, why, entries: once };
}

function spellings(say: string): string[] {
  return say
    .split(',')
    .map((one) => one.replace(/["\s]+/g, ' ').trim())
    .filter(Boolean);
}

/** A phrase as a pattern that means just it: each word quoted, so that no sign in it has a meaning. */
function literal(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ');
}

function slug(text: string): string {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replace(/^-|-$/g, '') || 'word';
}
