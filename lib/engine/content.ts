/** Content words and their families: what one text shares with another. */
import type { CompiledBanks } from '../phrasebank/compile';
import type { Document, Reading } from './document';

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM', 'X', 'SYM']);
const SUFFIXES = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ings',
  'ing',
  'ions',
  'ion',
  'ies',
  'ied',
  'ers',
  'er',
  'ed',
  'es',
  'ly',
  'al',
  's',
  'e',
  'y',
];
/** A family's root keeps at least so many letters, so that 'ring' and 'rest' stay themselves. */
const ROOT = 4;

const kept = new WeakMap<Reading, ReadonlySet<string>>();

/** The families of the words that carry a sentence's meaning; words of every reply (`generic-word`) are left out. */
export function contentOf(reading: Reading, banks: CompiledBanks): ReadonlySet<string> {
  const known = kept.get(reading);
  if (known) return known;
  const generic = new Set(
    ['generic-word', 'common'].flatMap((name) => banks.find(name, reading).map(({ from }) => from)),
  );
  const words = new Set(
    reading.tokens.flatMap((token, at) =>
      CONTENT.has(token.pos) && token.kind !== 'punctuation' && !generic.has(at) && token.norm.length > 1
        ? [familyOf(token.lemma)]
        : [],
    ),
  );
  kept.set(reading, words);
  return words;
}

const meant = new WeakMap<Reading, ReadonlySet<string>>();

/** As `contentOf`, with one word for what means the same: 'refund', 'money back' and 'reimbursed' are one. */
export function meaningsOf(reading: Reading, banks: CompiledBanks): ReadonlySet<string> {
  const known = meant.get(reading);
  if (known) return known;
  const words = new Set(contentOf(reading, banks));
  for (const name of banks.classesNamed('meaning-'))
    for (const { from, to } of banks.find(name, reading)) {
      if (to - from === 1) words.delete(familyOf(reading.tokens[from]?.lemma ?? ''));
      words.add(name);
    }
  meant.set(reading, words);
  return words;
}

export function contentOfAll(document: Pick<Document, 'sentences'>, banks: CompiledBanks): Set<string> {
  return new Set(document.sentences.flatMap(({ reading }) => [...contentOf(reading, banks)]));
}

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((word) => b.has(word));
}

/** 'delivery', 'delivered' and 'deliveries' are one family. Numbers stay whole. */
export function familyOf(word: string): string {
  if (/\d/.test(word)) return word.replace(/[^\d.]/g, '') || word;
  for (const suffix of SUFFIXES)
    if (word.endsWith(suffix) && word.length - suffix.length >= ROOT) return word.slice(0, -suffix.length);
  return word;
}
