/** Phrases as people type them, in lists: patterns that mean just them, and ids. */
import type { OwnWords } from '../engine/types';

/** The bank that words are filed under: plain words are what they are about. */
export const WORDS_BANK = 'jargon';

/** Whose words: the ids of their rules begin with it. */
export const OWNERS = ['own', 'team'] as const;
export type Owner = (typeof OWNERS)[number];

/** 'cheap, cheaper' -> 'cheap', 'cheaper'. */
export function spellings(say: string): string[] {
  return say
    .split(',')
    .map((one) => one.replace(/["\s]+/g, ' ').trim())
    .filter(Boolean);
}

/** A phrase as a pattern that means just it: each word quoted, so that no sign in it has a meaning. */
export function literal(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ');
}

export function slug(text: string): string {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replace(/^-|-$/g, '') || 'word';
}

/** Ids, each once: of 'c' and 'c' (for 'C#' and 'C++') the second is 'c-2'. */
export function numbered(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    let free = id;
    for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
    taken.add(free);
    return free;
  });
}

/** The ids of their rules, in the order of the words. */
export function wordIds({ avoid }: Pick<OwnWords, 'avoid'>, owner: Owner): string[] {
  return numbered(avoid.map(({ say }) => `${owner}-${slug(say)}`));
}
