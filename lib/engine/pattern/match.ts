import type { Reading, Token } from '../document';
import type { Pattern, State, TokenTest } from './compile';

/** A range of tokens in a sentence, end exclusive. */
export interface TokenRange {
  from: number;
  to: number;
}

const CLAUSE_MARKS = new Set([',', ';', ':', '.', '!', '?', '(', ')', '…']);
const MAIN_VERB_AUXILIARIES = new Set(['be', 'do', 'have']);

/** The longest match that begins at a token, as its end (exclusive), or -1. */
export function matchAt(pattern: Pattern, reading: Reading, from: number): number {
  let longest = -1;
  for (const end of endsFrom(pattern, reading, from)) if (end > longest) longest = end;
  return longest > from ? longest : -1;
}

/** Every match, the longest from each token; they may overlap. */
export function findAll(pattern: Pattern, reading: Reading): TokenRange[] {
  const found: TokenRange[] = [];
  if (!mayMatch(pattern, reading)) return found;
  for (let from = 0; from < reading.tokens.length; from += 1) {
    if (!mayBegin(pattern, reading.tokens, from)) continue;
    const to = matchAt(pattern, reading, from);
    if (to > 0) found.push({ from, to });
  }
  return found;
}

/** Where matches that begin at a token can end; each end once. All ways are followed at once, token by token. */
function endsFrom({ states, entry }: Pattern, reading: Reading, from: number): number[] {
  const { tokens } = reading;
  const ends: number[] = [];
  // By distance from the first token: a class can take several tokens in one step.
  const live: (number[] | undefined)[] = [];

  const enter = (index: number, at: number): void => {
    const state = states[index] as State;
    switch (state.op) {
      case 'match':
        if (!ends.includes(at)) ends.push(at);
        break;
      case 'split':
        for (const next of state.next) enter(next, at);
        break;
      case 'start':
        if (at === 0) enter(state.next, at);
        break;
      case 'end':
        if (isEnd(tokens, at)) enter(state.next, at);
        break;
      default: {
        const here = live[at - from];
        if (!here) live[at - from] = [index];
        else if (!here.includes(index)) here.push(index);
      }
    }
  };

  enter(entry, from);
  for (let step = 0; step < live.length; step += 1) {
    const at = from + step;
    if (at >= tokens.length) break;
    for (const index of live[step] ?? []) {
      const state = states[index] as State;
      if (state.op === 'token') {
        if (accepts(state.test, tokens, at)) enter(state.next, at + 1);
      } else if (state.op === 'class') {
        for (const end of classEnds(state.pattern, reading, at)) enter(state.next, end);
      }
    }
  }
  return ends;
}

const NONE: readonly number[] = [];
const classMemory = new WeakMap<Reading, Map<Pattern, (readonly number[] | undefined)[]>>();

/** Where a class's matches from a token end: asked by many patterns, worked out once for a sentence. */
function classEnds(pattern: Pattern, reading: Reading, at: number): readonly number[] {
  let byPattern = classMemory.get(reading);
  if (!byPattern) {
    byPattern = new Map();
    classMemory.set(reading, byPattern);
  }
  let byToken = byPattern.get(pattern);
  if (!byToken) {
    byToken = [];
    byPattern.set(pattern, byToken);
  }
  let ends = byToken[at];
  if (!ends) {
    ends = mayBegin(pattern, reading.tokens, at) ? endsFrom(pattern, reading, at) : NONE;
    byToken[at] = ends;
  }
  return ends;
}

const wordsOf = new WeakMap<Reading, ReadonlySet<string>>();

/** Whether a sentence has the words without which the pattern cannot match. */
function mayMatch({ needs }: Pattern, reading: Reading): boolean {
  let words = wordsOf.get(reading);
  if (!words) {
    words = new Set(reading.tokens.flatMap(({ norm, lemma }) => [norm, lemma]));
    wordsOf.set(reading, words);
  }
  for (const need of needs) if (!meets(need, words)) return false;
  return true;
}

function meets(need: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  const [few, many] = need.size < words.size ? [need, words] : [words, need];
  for (const word of few) if (many.has(word)) return true;
  return false;
}

interface Beginnings {
  words: Set<string>;
  lemmas: Set<string>;
  rest: TokenTest[];
}

const beginnings = new WeakMap<Pattern, Beginnings>();

/** A word class may begin with hundreds of words: they are looked up, not tried one by one. */
function mayBegin(pattern: Pattern, tokens: readonly Token[], at: number): boolean {
  let known = beginnings.get(pattern);
  if (!known) {
    known = { words: new Set(), lemmas: new Set(), rest: [] };
    for (const test of pattern.first) {
      if (test.type === 'norm') known.words.add(test.norm);
      else if (test.type === 'lemma') known.lemmas.add(test.lemma);
      else if (test.type === 'set') {
        for (const norm of test.norms) known.words.add(norm);
        for (const lemma of test.lemmas) known.lemmas.add(lemma);
      } else known.rest.push(test);
    }
    beginnings.set(pattern, known);
  }
  const token = tokens[at] as Token;
  return (
    known.words.has(token.norm) || known.lemmas.has(token.lemma) || known.rest.some((test) => accepts(test, tokens, at))
  );
}

/** The end of a sentence is also before its closing marks. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < tokens.length; index += 1)
    if ((tokens[index] as Token).kind !== 'punctuation') return false;
  return true;
}

function accepts(test: TokenTest, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  switch (test.type) {
    case 'norm':
      return token.norm === test.norm;
    case 'lemma':
      return token.lemma === test.lemma;
    case 'set':
      return test.norms.has(token.norm) || test.lemmas.has(token.lemma);
    case 'any':
      return !CLAUSE_MARKS.has(token.norm); // a gap does not reach over a clause's punctuation
    case 'pos':
      return token.pos === test.pos || (test.pos === 'VERB' && isMainVerb(tokens, at));
  }
}

/** 'do' in "can't do that" is tagged as an auxiliary, and is the verb of its clause. */
function isMainVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.pos !== 'AUX' || !MAIN_VERB_AUXILIARIES.has(token.lemma)) return false;
  const next = tokens[at + 1];
  return next === undefined || (next.pos !== 'VERB' && next.pos !== 'AUX' && next.norm !== 'not');
}

/**
 * Many patterns at once: each is tried only in sentences with the words that it needs, and only at tokens that it can
 * begin with, so that the cost of a sentence grows with the patterns that share its words and not with the banks.
 */
export class PatternIndex<T> {
  private readonly byNorm = new Map<string, Indexed<T>[]>();
  private readonly byLemma = new Map<string, Indexed<T>[]>();
  private readonly byPos = new Map<string, Indexed<T>[]>();

  /** Counts sentences and tokens, so that an entry knows what it was last tried on. */
  private sentence = 0;
  private token = 0;

  add(pattern: Pattern, value: T): void {
    const entry: Indexed<T> = { pattern, value, sentence: 0, hopeful: false, token: 0 };
    for (const test of pattern.first) {
      if (test.type === 'norm') push(this.byNorm, test.norm, entry);
      else if (test.type === 'lemma') push(this.byLemma, test.lemma, entry);
      else if (test.type === 'any') push(this.byPos, ANY, entry);
      else if (test.type === 'pos') {
        push(this.byPos, test.pos, entry);
        if (test.pos === 'VERB') push(this.byPos, 'AUX', entry);
      } else {
        for (const norm of test.norms) push(this.byNorm, norm, entry);
        for (const lemma of test.lemmas) push(this.byLemma, lemma, entry);
      }
    }
  }

  matches(reading: Reading): PatternMatch<T>[] {
    const found: PatternMatch<T>[] = [];
    this.sentence += 1;
    reading.tokens.forEach((token, from) => {
      this.token += 1;
      this.tryAll(this.byNorm.get(token.norm), reading, from, found);
      this.tryAll(this.byLemma.get(token.lemma), reading, from, found);
      this.tryAll(this.byPos.get(token.pos), reading, from, found);
      this.tryAll(this.byPos.get(ANY), reading, from, found);
    });
    return found;
  }

  private tryAll(entries: Indexed<T>[] | undefined, reading: Reading, from: number, found: PatternMatch<T>[]): void {
    if (!entries) return;
    for (const entry of entries) {
      if (entry.sentence !== this.sentence) {
        entry.sentence = this.sentence;
        entry.hopeful = mayMatch(entry.pattern, reading);
      }
      if (!entry.hopeful || entry.token === this.token) continue;
      entry.token = this.token;
      const to = matchAt(entry.pattern, reading, from);
      if (to > 0) found.push({ from, to, pattern: entry.pattern, value: entry.value });
    }
  }
}

const ANY = 'any';

export interface PatternMatch<T> extends TokenRange {
  pattern: Pattern;
  value: T;
}

interface Indexed<T> {
  pattern: Pattern;
  value: T;
  /** The sentence it was last considered in, and whether that has the words it needs. */
  sentence: number;
  hopeful: boolean;
  /** The token it was last tried at: it may be listed there twice. */
  token: number;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list[list.length - 1] !== value) list.push(value);
}
