/** Phrases as people type them, in lists: patterns that mean just them, and ids. */

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
