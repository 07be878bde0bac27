/** Where wink's tokens and sentence ends go wrong for what agents type: times with their full stop, addresses, placeholders. */
import type { Token } from './document';
import { type Verbatim, verbatimIn } from './verbatim';

/** A full stop that wink keeps in the word before it, and which ends the sentence: "by 3pm.", "in row Z." */
const CLOCK_WITH_STOP = /^\d{1,2}(?:[:.]\d{2})?[ap]m\.$/i;
const LETTER_WITH_STOP = /^(?:\p{Lu}|[ap]\.m)\.$/iu;

/** The sentences of a block with their tokens mended; offsets count in `block`. */
export function repairTokens(sentences: readonly Token[][], block: string): Token[][] {
  const verbatim = verbatimIn(block);
  return splitAtStops(verbatim.length > 0 ? joinVerbatim(sentences, verbatim, block) : sentences);
}

/** An address is one token, as is a placeholder, and no sentence ends inside it. */
function joinVerbatim(sentences: readonly Token[][], all: readonly Verbatim[], block: string): Token[][] {
  const result: Token[][] = [];
  let inside: Verbatim | null = null;
  for (const sentence of sentences) {
    let open: Token[] = [];
    result.push(open);
    for (const token of sentence) {
      const verbatim = all.find(({ start, end }) => token.start < end && start < token.end);
      if (!verbatim) {
        inside = null;
        open.push(token);
        continue;
      }
      if (verbatim !== inside) {
        inside = verbatim;
        if (verbatim.kind === 'mail' && token.start === verbatim.start && token.end === verbatim.end) {
          open.push(token);
          continue;
        }
        if (token.start < verbatim.start) open.push(part(token, block, token.start, verbatim.start));
        const text = block.slice(verbatim.start, verbatim.end);
        const spaced = token.start < verbatim.start ? false : token.spaced;
        open.push({
          text,
          norm: text.toLowerCase(),
          lemma: text.toLowerCase(),
          pos: 'X',
          kind: 'symbol',
          spaced,
          start: verbatim.start,
          end: verbatim.end,
        });
      } else if (open.length === 0) {
        // wink began a sentence inside it: go on with the one before
        result.pop();
        open = result[result.length - 1] ?? [];
      }
      if (token.end > verbatim.end) open.push(mark(block, verbatim.end, token.end));
    }
  }
  return result.filter((tokens) => tokens.length > 0);
}

function part(token: Token, block: string, start: number, end: number): Token {
  const text = block.slice(start, end);
  return { ...token, text, norm: text.toLowerCase(), lemma: text.toLowerCase(), start, end };
}

function mark(block: string, start: number, end: number): Token {
  const text = block.slice(start, end);
  return { text, norm: text, lemma: text, pos: 'PUNCT', kind: 'punctuation', spaced: false, start, end };
}

function splitAtStops(sentences: readonly Token[][]): Token[][] {
  const result: Token[][] = [];
  for (const sentence of sentences) {
    let open: Token[] = [];
    sentence.forEach((token, at) => {
      const next = sentence[at + 1];
      const clock = CLOCK_WITH_STOP.test(token.text);
      const letter = !clock && LETTER_WITH_STOP.test(token.text) && (!next || opensSentence(next));
      const ofALetter = letter && token.text.length === 2 && (open.at(-1)?.kind ?? 'punctuation') === 'word';
      if (clock || ofALetter) {
        const cut = token.end - 1;
        const text = token.text.slice(0, -1);
        const norm = token.norm.replace(/\.$/, '');
        open.push({ ...token, text, norm, lemma: norm, kind: clock ? 'number' : token.kind, end: cut });
        open.push({
          text: '.',
          norm: '.',
          lemma: '.',
          pos: 'PUNCT',
          kind: 'punctuation',
          spaced: false,
          start: cut,
          end: token.end,
        });
      } else {
        open.push(token);
      }
      if (next && ((clock && next.spaced && !/^\p{Ll}/u.test(next.text)) || letter)) {
        result.push(open);
        open = [];
      }
    });
    result.push(open);
  }
  return result;
}

/** A capital that is no name's: "row Z. My mother", as against "J. Smith". */
function opensSentence({ text, pos, spaced }: Token): boolean {
  return spaced && /^\p{Lu}/u.test(text) && pos !== 'PROPN' && pos !== 'NOUN';
}
