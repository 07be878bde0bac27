/**
 * Text in, sentences of tokens out.
 *
 * A text is read block by block (see blocks.ts) and a block's reading is kept by its text, so that typing in one
 * paragraph reads that paragraph alone. Sentences are interned: one that did not change is the same `Reading`
 * object as before, and whatever is cached by it (pattern matches) still holds.
 */
import { splitBlocks } from './blocks';
import { RecentMap } from './cache';
import { repairTokens } from './token-repair';
import type { Span } from './types';
import { type ItemSentence, type ItsFunction, its, readWith, type Document as WinkDocument } from './wink';

export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol';

/** `start` and `end` are UTF-16 code units in the sentence's text, end exclusive. */
export interface Token extends Span {
  text: string;
  /** Lower case, contractions opened: can't, can’t, cant and cannot are the two tokens 'can' and 'not'. */
  norm: string;
  /** Dictionary form: 'go' for went. For what has none, `norm`. */
  lemma: string;
  /** Universal part of speech: VERB, NOUN, PROPN, PRON, AUX, ... */
  pos: string;
  kind: TokenKind;
  /** White space stands before it, in its sentence. */
  spaced: boolean;
}

/** One sentence as it reads, wherever it stands. Immutable: the key of all sentence caches. */
export interface Reading {
  text: string;
  tokens: readonly Token[];
}

/** A sentence where it stands in the document. */
export interface Sentence extends Span {
  reading: Reading;
  /** The number of its paragraph or line. */
  block: number;
  index: number;
}

export interface Document {
  text: string;
  sentences: Sentence[];
  /** Number of blocks. */
  blocks: number;
}

interface Placed extends Span {
  reading: Reading;
}

/** wink's own types leave out which helpers fit a column of tokens. */
type Column = ItsFunction<string>;

const blockCache = new RecentMap<string, Placed[]>(4000);
const readingCache = new RecentMap<string, Reading>(20_000);

/** Reads a text. Never throws: whatever can be typed can be read. */
export function readDocument(text: string): Document {
  const sentences: Sentence[] = [];
  const blocks = splitBlocks(text);
  blocks.forEach((span, block) => {
    const source = text.slice(span.start, span.end);
    for (const placed of blockCache.get(source, () => readBlock(source))) {
      sentences.push({
        reading: placed.reading,
        start: span.start + placed.start,
        end: span.start + placed.end,
        block,
        index: sentences.length,
      });
    }
  });
  return { text, sentences, blocks: blocks.length };
}

/** Tokens of a few words, as the pattern compiler needs them. */
export function readWords(text: string): readonly Token[] {
  return readBlock(text).flatMap((placed) => placed.reading.tokens);
}

function readBlock(block: string): Placed[] {
  return readWith(block, (doc) => placedIn(doc, block));
}

function placedIn(doc: WinkDocument, block: string): Placed[] {
  const tokens = doc.tokens();
  // Whole columns at once: asking token by token is several times slower.
  const texts = tokens.out();
  const norms = tokens.out(its.normal as Column);
  const lemmas = tokens.out(its.lemma as Column);
  const tags = tokens.out(its.pos as Column);
  const types = tokens.out(its.type as Column);
  const sentences: Token[][] = [];
  let cursor = 0;
  doc.sentences().each((sentence: ItemSentence) => {
    const [first, last] = sentence.out(its.span as unknown as Column) as unknown as [number, number];
    const words: Token[] = [];
    for (let index = first; index <= last; index += 1) {
      const text = texts[index] as string;
      const start = block.indexOf(text, cursor);
      if (start < 0 || text.trim() === '') continue; // white space that wink folded
      const spaced = start > cursor || (start > 0 && /\s/.test(block[start - 1] as string));
      cursor = start + text.length;
      const norm = (norms[index] as string).toLowerCase().replaceAll('’', "'");
      words.push(
        ...splitFused({
          text,
          norm,
          lemma: (lemmas[index] || norm).toLowerCase(),
          pos: tags[index] as string,
          kind: kindOf(types[index] as string),
          spaced,
          start,
          end: cursor,
        }),
      );
    }
    sentences.push(words);
  });
  return repairTokens(sentences, block).flatMap((words): Placed[] => {
    const head = words[0];
    // The same sentence reads the same wherever it stands: what is before it is no part of it.
    if (head) head.spaced = false;
    const tail = words[words.length - 1];
    if (!head || !tail) return [];
    const start = head.start;
    const source = block.slice(start, tail.end);
    for (const token of words) {
      token.start -= start;
      token.end -= start;
    }
    const key = `${source}\u0000${words.map((token) => token.pos).join()}`;
    const reading = readingCache.get(key, () => ({ text: source, tokens: words }));
    return [{ start, end: start + source.length, reading }];
  });
}

/** wink opens most contractions; these it leaves as one token. */
function splitFused(token: Token): Token[] {
  if (token.norm === 'cannot')
    return cut(token, 3, { norm: 'can', lemma: 'can' }, { norm: 'not', lemma: 'not', pos: 'PART' });
  // Chat leaves the apostrophe out; 'IM' in capitals is something else
  if (token.norm === "i'm" || (token.norm === 'im' && token.text.endsWith('m')))
    return cut(token, 1, { norm: 'i', lemma: 'i', pos: 'PRON' }, { norm: 'am', lemma: 'be', pos: 'AUX' });
  const subject = token.norm.length - 3;
  if (subject > 0 && token.norm.endsWith("'ll")) {
    const norm = token.norm.slice(0, subject);
    return cut(token, subject, { norm, lemma: norm, pos: 'PRON' }, { norm: 'will', lemma: 'will', pos: 'AUX' });
  }
  return [token];
}

function cut(token: Token, length: number, first: Partial<Token>, second: Partial<Token>): Token[] {
  const middle = token.start + length;
  return [
    { ...token, ...first, text: token.text.slice(0, length), end: middle },
    { ...token, ...second, text: token.text.slice(length), spaced: false, start: middle },
  ];
}

function kindOf(type: string): TokenKind {
  if (type === 'word') return 'word';
  if (type === 'number' || type === 'ordinal') return 'number';
  return type === 'punctuation' ? 'punctuation' : 'symbol';
}
