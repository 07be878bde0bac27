import type { CompiledBanks } from '../../phrasebank/compile';
import type { ConversationReading } from '../conversation';
import { type Document, type Reading, readDocument, readWords, type Token } from '../document';
import { notQuoted } from './context-tests';
import type { ContextTest, PhraseContext, PhraseDetector, PhraseHit } from './detector';

/** Capitals that may stand for something: POD, SLAs, F&B, DNA'd. */
const ACRONYM = /^(?:\p{Lu}{2,5}|\p{Lu}&\p{Lu})(?:s|['’](?:s|d|ed))?$/u;
/** One letter of 'B/O', which is read as three tokens. */
const LETTER = /^\p{Lu}$/u;
/** Signs that make a run of capitals part of a code, a handle or a signature. */
const CODE_SIGN = new Set(['-', '^', '/', '#', '@', '_', '(', ')', '&', '+', '~', '*', '.', ':']);
const ADDRESS_SIGN = new Set(['/', '.', '@', '_', '#']);
/** A line of at most so many words without a full stop at the end of a draft is a signature. */
const SIGNATURE_WORDS = 5;
/** "The DIP lapsed and UW has paused": two things to say plainly. */
const BETWEEN = new Set(', ; : ( ) - – — . and or but so then i we you in is from until per at'.split(' '));
/** Words of the trade in the customer's message that show someone at home in it. */
const AT_HOME = 1;

/** Words that the customer used first are the customer's own. */
const notTheirWord: ContextTest = {
  id: 'not-their-word',
  passes: ({ sentence, from, to }, { conversation }) => {
    const theirs = wordsOf(conversation);
    const said = sentence.reading.tokens.slice(from, to).filter(({ kind }) => kind === 'word' || kind === 'number');
    return said.length === 0 || !said.every(({ lemma, norm }) => theirs.has(lemma) || theirs.has(norm));
  },
};

/** "swift.example/kyc": part of an address or a code. */
const notInAddress: ContextTest = {
  id: 'not-in-address',
  passes: ({ sentence, from }) => {
    const { tokens } = sentence.reading;
    return from === 0 || (tokens[from]?.spaced ?? true) || !ADDRESS_SIGN.has(tokens[from - 1]?.text ?? '');
  },
};

/** Said once, a word is known: the second mention hurts no more. */
const firstMention: ContextTest = {
  id: 'first-mention',
  passes: ({ sentence, from, to }, { document }) => {
    const said = (token: Token) => token.norm === sentence.reading.tokens[from]?.norm;
    if (to - from > 1) return true;
    return !document.sentences.some(({ reading, index }) => index < sentence.index && reading.tokens.some(said));
  },
};

/** To a customer who writes of endpoints and logs, 'cache' is a plain word; who writes 'waybill' knows a consignment. */
const notAtHome: ContextTest = {
  id: 'not-at-home',
  passes: ({ rule }, { conversation, banks }) =>
    !(rule.entry.id === 'technical-words' && technicalWords(conversation, banks) >= AT_HOME) &&
    !(isOfATrade(rule.entry.id) && tradesOf(conversation, banks).has(rule.id)),
};

/** "In escrow (we hold it)", "what engineers call a handshake": the word is explained where it stands. */
const notExplained: ContextTest = {
  id: 'not-explained',
  passes: ({ sentence: { reading }, from, to }, { banks }) => {
    const after = to + (isPartOfName(reading.tokens[to]) ? 1 : 0);
    return (
      !banks.find('explained-before', reading).some((told) => told.to === from || told.to === from - 1) &&
      !banks.find('explained-after', reading).some((told) => told.from === to || told.from === after)
    );
  },
};

/** "Proof of delivery (POD)", "APR is the yearly cost": what it stands for is said beside it. */
const notSpelledOut: ContextTest = {
  id: 'not-spelled-out',
  passes: ({ sentence, from, to }, { document, banks }) => {
    const { reading } = sentence;
    const token = reading.tokens[from];
    if (!token || to - from > 1 || !ACRONYM.test(token.text)) return true;
    const beside = [reading.tokens[from - 1]?.text, reading.tokens[to]?.text];
    if (beside.includes('(')) return false;
    if (from === 0 && banks.find('explaining', reading).some((means) => means.from === to)) return false;
    const letters = token.text.replace(/(?:s|['’]\w+)$/, '').toLowerCase();
    return !document.sentences.some((other) => spells(other.reading, letters));
  },
};

/** Letters that stand for something the draft doesn't spell out, and that the customer didn't write. */
function findAcronyms({ sentence, banks, document }: PhraseContext): PhraseHit[] {
  const { reading } = sentence;
  if (isSignature(sentence.index, document)) return [];
  const known = new Set(
    ['known-acronym', 'often-shouted'].flatMap((name) => banks.find(name, reading).map(({ from }) => from)),
  );
  const rule = banks.rule('jargon/unknown-acronym');
  return reading.tokens.flatMap((token, at): PhraseHit[] => {
    const hit = (to: number) => [{ rule, sentence, from: at, to, why: ['capitals that stand for something'] }];
    if (isSlashed(reading, at)) return hit(at + 3);
    if (
      !ACRONYM.test(token.text) ||
      known.has(at) ||
      isWord(token.text) ||
      isOnScreen(reading, at, banks) ||
      !standsForSomething(reading, at, document, sentence.index)
    )
      return [];
    return hit(at + 1);
  });
}

export const jargon: PhraseDetector = {
  principle: 'jargon',
  tests: [notTheirWord, notInAddress, firstMention, notAtHome, notSpelledOut, notExplained, notQuoted],
  find: findAcronyms,
  join: 3,
  keepsApart: BETWEEN,
  yieldsTo: 'canned',
};

/** 'B/O', 'C/O', but not 'A/B testing' between two sides, 'and/or' or a date. */
function isSlashed({ tokens }: Reading, at: number): boolean {
  const [first, slash, last] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!first || !last || slash?.text !== '/' || slash.spaced || last.spaced) return false;
  if (!LETTER.test(first.text) || !LETTER.test(last.text)) return false;
  return tokens[at + 3]?.text !== '/' && tokens[at - 1]?.text !== '/';
}

/** "Text PAC to 65075", "the END line": what is typed or read off is no word of the trade. */
function isOnScreen(reading: Reading, at: number, banks: CompiledBanks): boolean {
  return (
    banks.find('typed-or-shown', reading).some(({ to }) => to === at) ||
    banks.find('part-of-a-screen', reading).some(({ from }) => from === at + 1)
  );
}

/** Word lists of one trade: airlines, insurers, carriers. */
function isOfATrade(entry: string): boolean {
  return entry.endsWith('-words') && entry !== 'formal-words';
}

function isPartOfName(token: Token | undefined): boolean {
  return token?.pos === 'NOUN' || token?.pos === 'PROPN';
}

/** No code, no name, no signature: a word among others. */
function standsForSomething({ tokens }: Reading, at: number, document: Document, index: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]];
  if (before && CODE_SIGN.has(before.text) && (!token.spaced || before.text !== '.')) return false;
  if (after && CODE_SIGN.has(after.text) && !after.spaced && after.text !== '.' && after.text !== ')') return false;
  if ([before, after].some((near) => near && /\d/.test(near.text))) return false;
  // A brand's or a person's name: 'YT Premium', 'Adobe XD', 'Thanks, TJ'
  if (isCapitalised(after) || (at > 1 && isCapitalised(before))) return false;
  if (before?.text === ',' && (!after || after.kind === 'punctuation')) return false;
  // Shouted words stand beside others
  const run = [tokens[at - 2], before, after, tokens[at + 2]].filter((near) => near && isShouted(near)).length;
  if (run > 1 || [before, after].some((near) => near && isShouted(near) && isPronounceable(near.text))) return false;
  const closes = !after && index === document.sentences.length - 1;
  return !closes && tokens.some(({ text }) => /^\p{Ll}{2,}$/u.test(text));
}

const NAMES = new Set(['NOUN', 'PROPN', 'X', 'NUM', 'SYM']);

/** What is read as a verb or an adjective in small letters is a word that is shouted: 'RELAX', 'WHICH'. */
function isWord(text: string): boolean {
  return /[AEIOUY]/.test(text) && readWords(text.toLowerCase()).every(({ pos }) => !NAMES.has(pos));
}

function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}+$/u.test(token.text);
}

function isShouted({ text }: Token): boolean {
  return text.length > 1 && /^\p{Lu}+$/u.test(text);
}

/** 'ROUTE' beside 'FIRE' */
function isPronounceable(text: string): boolean {
  return text.length > 3 && /[AEIOUY]/.test(text);
}

function isSignature(index: number, { sentences }: Document): boolean {
  const { reading, block } = sentences[index] ?? {};
  if (!reading || !block || index < sentences.length - 2) return false;
  const words = reading.tokens.filter(({ kind }) => kind === 'word').length;
  return words <= SIGNATURE_WORDS && !/[.?!]$/.test(reading.text);
}

/** Words in a row whose first letters these are, 'of' and 'and' counted or not. */
function spells({ tokens }: Reading, letters: string): boolean {
  const words = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 1 && !isShouted({ text } as Token));
  if (letters.length < 3) return false;
  const inRow = (list: readonly Token[]) =>
    list
      .map(({ norm }) => norm[0])
      .join('')
      .includes(letters);
  return inRow(words) || inRow(words.filter(({ norm }) => norm.length > 3 || norm === 'no'));
}

const trades = new WeakMap<ConversationReading, Set<string>>();

/** Rules of this bank that the customer's own messages would meet. */
function tradesOf(conversation: ConversationReading, banks: CompiledBanks): Set<string> {
  let known = trades.get(conversation);
  if (!known) {
    known = new Set(
      customerSentences(conversation).flatMap((reading) => banks.matches(reading).map(({ rule }) => rule.id)),
    );
    trades.set(conversation, known);
  }
  return known;
}

const technical = new WeakMap<ConversationReading, number>();

function technicalWords(conversation: ConversationReading, banks: CompiledBanks): number {
  let count = technical.get(conversation);
  if (count === undefined) {
    const words = customerSentences(conversation).flatMap((reading) =>
      banks.find('technical-word', reading).map(({ from }) => reading.tokens[from]?.lemma),
    );
    count = new Set(words).size;
    technical.set(conversation, count);
  }
  return count;
}

const cache = new WeakMap<ConversationReading, Set<string>>();

/** Of all that the customer wrote in this conversation. */
function wordsOf(conversation: ConversationReading): Set<string> {
  let words = cache.get(conversation);
  if (!words) {
    words = new Set(
      customerSentences(conversation).flatMap(({ tokens }) =>
        tokens.flatMap(({ lemma, norm }) => [lemma, norm, ...(/^@?\w+$/.test(norm) ? norm.split('_') : [])]),
      ),
    );
    cache.set(conversation, words);
  }
  return words;
}

function customerSentences({ customer, source }: ConversationReading): Reading[] {
  const before = (source.earlier ?? []).filter(({ from }) => from === 'customer').map(({ text }) => readDocument(text));
  return [customer, ...before].flatMap(({ sentences }) => sentences.map(({ reading }) => reading));
}
