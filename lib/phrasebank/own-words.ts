/**
 * Words as a layer over the banks, the team's and the agent's own: those to avoid, each with what to say instead, and
 * those that are fine here although a bank would flag them (a product's name, a word that every customer knows).
 */
import { FINE } from '../engine/phrases';
import type { Entry, OwnWords, Severity } from '../engine/types';
import type { CompiledBanks } from './compile';
import { literal, type Owner, spellings, WORDS_BANK, wordIds } from './spellings';

/** What findings say to people: in their language, so not from here. */
export interface OwnWordsTexts {
  message(instead: string): string;
  title: string;
}

export const WORDS_SEVERITY: Severity = 'medium';

/** The banks with these words over them; the very same banks where there are none. */
export function withOwnWords(banks: CompiledBanks, words: OwnWords, texts: OwnWordsTexts): CompiledBanks {
  const fine = finePatterns(words);
  const entries = wordEntries(words, 'own', texts);
  if (!fine.length && !entries.length) return banks;
  const layer = banks.layer(fine.length ? { [FINE]: fine } : {});
  for (const entry of entries) layer.addEntry(WORDS_BANK, entry);
  return layer;
}

/** Rules for the words to avoid, each found wherever it stands. `but`: spellings that they are not about. */
export function wordEntries(
  { avoid }: OwnWords,
  owner: Owner,
  { message }: Pick<OwnWordsTexts, 'message'>,
  but: Spellings = NONE,
): Entry[] {
  const ids = wordIds({ avoid }, owner);
  return avoid.flatMap(({ say, instead }, index): Entry[] => {
    const patterns = patternsOf(say, but);
    if (!patterns.length) return [];
    const preferred = instead.replace(/[{}<>@]/g, '').trim();
    return [
      {
        id: ids[index] as string,
        patterns,
        always: true,
        severity: WORDS_SEVERITY,
        message: message(preferred),
        rewrites: preferred ? [preferred] : [],
        source: `${owner} words`,
        examples: [],
      },
    ];
  });
}

export function finePatterns({ fine }: OwnWords, but: Spellings = NONE): string[] {
  return fine.flatMap((say) => patternsOf(say, but));
}

/** Spellings in small letters. */
export type Spellings = ReadonlySet<string>;
const NONE: Spellings = new Set();

/** Of what these words say that it is to avoid, or fine. */
export function spellingsIn({ avoid, fine }: OwnWords): Spellings {
  const said = [...avoid.map(({ say }) => say), ...fine];
  return new Set(said.flatMap(spellings).map((one) => one.toLowerCase()));
}

function patternsOf(say: string, but: Spellings): string[] {
  const open = spellings(say).filter((one) => !but.has(one.toLowerCase()));
  return open.map(literal);
}
