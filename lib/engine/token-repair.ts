/** Where wink's tokens and sentence ends go wrong for what agents type: times with their full stop, addresses. */
import type { Token } from './document';

/** A full stop that wink keeps in the word before it, and which ends the sentence: "by 3pm.", "in row Z." */
const CLOCK_WITH_STOP = /^\d{1,2}(?:[:.]\d{2})?[ap]m\.$/i;
const LETTER_WITH_STOP = /^(?:\p{Lu}|[ap]\.m)\.$/iu;

/** Web and mail addresses and files' names; without a path only where the ending is a usual one ("thanks.we did"). */
const ENDINGS =
  'com|org|net|edu|gov|info|biz|io|co|uk|eu|de|fr|es|it|nl|ca|au|us|app|dev|ai|shop|store|example|test|pdf|csv|txt|json|xlsx?|docx?|html?|jpe?g|png|zip|exe|dmg';
const ADDRESS = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>"]+|(?:[a-z0-9-]+\\.)+[a-z]{2,}\\/[^\\s<>"]*|(?:[\\w-]+\\.)+(?:${ENDINGS})(?![\\w@-]|\\.\\w)`,
  'g',
);
/** Marks after an address belong to the sentence. */
const AFTER_ADDRESS = /[.,;:!?)\]'"’”]+$/;

/** The sentences of a block with their tokens mended; offsets count in `block`. */
export function repairTokens(sentences: readonly Token[][], block: string): Token[][] {
  const addresses = addressesIn(block);
  return splitAtStops(addresses.length > 0 ? joinAddresses(sentences, addresses, block) : sentences);
}

interface Place {
  start: number;
  end: number;
}

function addressesIn(block: string): Place[] {
  if (!/[./]\w/.test(block)) return [];
  return [...block.matchAll(ADDRESS)]
    .filter(({ index }) => block[index - 1] !== '@')
    .map(({ index, 0: text }) => ({ start: index, end: index + text.replace(AFTER_ADDRESS, '').length }));
}

/** An address is one token, and no sentence ends inside it. */
function joinAddresses(sentences: readonly Token[][], addresses: readonly Place[], block: string): Token[][] {
  const result: Token[][] = [];
  let inside: Place | null = null;
  for (const sentence of sentences) {
    let open: Token[] = [];
    result.push(open);
    for (const token of sentence) {
      const address = addresses.find(({ start, end }) => token.start < end && start < token.end);
      if (!address) {
        inside = null;
        open.push(token);
        continue;
      }
      if (address !== inside) {
        inside = address;
        if (token.start < address.start) open.push(part(token, block, token.start, address.start));
        const text = block.slice(address.start, address.end);
        const spaced = token.start < address.start ? false : token.spaced;
        open.push({
          text,
          norm: text.toLowerCase(),
          lemma: text.toLowerCase(),
          pos: 'X',
          kind: 'symbol',
          spaced,
          ...address,
        });
      } else if (open.length === 0) {
        // wink began a sentence inside the address: go on with the one before
        result.pop();
        open = result[result.length - 1] ?? [];
      }
      if (token.end > address.end) open.push(mark(block, address.end, token.end));
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
