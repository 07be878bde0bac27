/** Where the team's lists contradict each other. Nothing is refused for it: the coach can live with it, people wonder. Pure. */
import type { Layer } from '../../phrasebank/layer';
import { spellings } from '../../phrasebank/spellings';
import { LIST_IDS, LISTS, type ListId } from './lists';

export interface Place {
  list: ListId;
  row: number;
}

export interface Clash {
  at: Place;
  kind: 'twice' | 'also-fine' | 'also-avoided' | 'uses-avoided';
  /** The word or phrase that it is about. */
  word: string;
  /** The other place of it. */
  other: Place;
}

export function clashesIn(layer: Layer): Clash[] {
  const avoided = new Spellings();
  const fine = new Spellings();
  const found: Clash[] = LIST_IDS.flatMap((id) => twiceIn(layer, id));
  LISTS.avoid.rows(layer).forEach(([say = ''], row) => {
    for (const word of spellings(say)) avoided.add(word, { list: 'avoid', row });
  });
  LISTS.fine.rows(layer).forEach(([text = ''], row) => {
    for (const word of spellings(text)) {
      fine.add(word, { list: 'fine', row });
      const other = avoided.get(word);
      if (!other) continue;
      found.push({ at: { list: 'fine', row }, kind: 'also-avoided', word, other });
      found.push({ at: other, kind: 'also-fine', word, other: { list: 'fine', row } });
    }
  });
  const used = (text: string, at: Place) => {
    const hit = avoided.within(text);
    // What is fine anyway is not underlined there: that is said already.
    if (hit && !fine.get(hit.word)) found.push({ at, kind: 'uses-avoided', ...hit });
  };
  LISTS.avoid.rows(layer).forEach(([, instead = ''], row) => {
    used(instead, { list: 'avoid', row });
  });
  LISTS.strengths.rows(layer).forEach(([say = ''], row) => {
    used(say, { list: 'strengths', row });
  });
  LISTS.snippets.rows(layer).forEach(([text = ''], row) => {
    used(text, { list: 'snippets', row });
  });
  return found;
}

function twiceIn(layer: Layer, list: ListId): Clash[] {
  const before = new Spellings();
  const whole = list === 'snippets';
  return LISTS[list].rows(layer).flatMap(([text = ''], row) => {
    const at = { list, row };
    const words = whole ? [text] : spellings(text);
    const word = words.find((one) => before.get(one));
    const other = word !== undefined && before.get(word);
    for (const one of words) before.add(one, at);
    return other && other.row !== row ? [{ at, kind: 'twice' as const, word, other }] : [];
  });
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];

/** Phrases that are found in a text word by word, however many there are. */
class Spellings {
  readonly #places = new Map<string, Place & { word: string }>();
  #longest = 0;

  /** The first place of a phrase is kept. */
  add(word: string, place: Place): void {
    const words = wordsOf(word);
    const key = words.join(' ');
    if (!key || this.#places.has(key)) return;
    this.#places.set(key, { ...place, word });
    this.#longest = Math.max(this.#longest, words.length);
  }

  get(word: string): Place | undefined {
    const found = this.#places.get(wordsOf(word).join(' '));
    return found && { list: found.list, row: found.row };
  }

  /** The first of the phrases in the text. */
  within(text: string): { word: string; other: Place } | null {
    const words = wordsOf(text);
    for (const [start] of words.entries()) {
      for (let length = Math.min(this.#longest, words.length - start); length > 0; length--) {
        const found = this.#places.get(words.slice(start, start + length).join(' '));
        if (found) return { word: found.word, other: { list: found.list, row: found.row } };
      }
    }
    return null;
  }
}
