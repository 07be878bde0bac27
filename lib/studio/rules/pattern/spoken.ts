/** The engine's reading of a pattern's words: which lemma and kind each chip may take. */
import type { PhraseWord } from '../../types';
import type { Chip } from './chips';

/** The plain words of the chips, as they would be said. */
export function phraseOf(chips: readonly Chip[]): string {
  return chips
    .map(({ node }) => (node.type === 'word' ? node.text : ''))
    .join(' ')
    .trim();
}

/** For each chip its word as it was read; null where it is no plain word, or was read as several ("can't"). */
export function wordsOfChips(chips: readonly Chip[], read: readonly PhraseWord[]): (PhraseWord | null)[] {
  let next = 0;
  return chips.map(({ node }) => {
    if (node.type !== 'word') return null;
    const parts: PhraseWord[] = [];
    let said = '';
    while (said.length < node.text.length) {
      const word = read[next];
      if (!word) return null;
      next += 1;
      parts.push(word);
      said += word.text;
    }
    const [only] = parts;
    return parts.length === 1 && only && /^[a-z'-]+$/.test(only.lemma) ? only : null;
  });
}
