import type { Reading, Token } from '../document';
import type { Pattern, State, TokenTest, Ways } from './automaton';
import { accepts, isEnd, mayBegin } from './token-test';

/** A range of tokens in a sentence, end exclusive. */
export interface TokenRange {
  from: number;
  to: number;
}

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

/** Where matches that begin at a token can end; each end once. */
function endsFrom(pattern: Pattern, reading: Reading, from: number): number[] {
  return endsOf(pattern, reading.tokens, memoryOf(reading), from);
}

function endsOf({ automaton }: Pattern, tokens: readonly Token[], memory: ClassMemory, from: number): number[] {
  const { states, entry } = automaton;
  const run: Run = { states, tokens, memory, ends: [], met: null };
  follow(run, entry, from);
  return run.ends;
}

interface Run {
  states: readonly State[];
  tokens: readonly Token[];
  memory: ClassMemory;
  ends: number[];
  /** Places (state and token) where several ways meet and that were passed: what follows is followed once. */
  met: Set<number> | null;
}

/**
 * Follows all ways from a state at a token. Ways branch like a tree and meet only in states marked `joins`, which are
 * passed once for a token: the cost is at most states x tokens.
 */
function follow(run: Run, index: number, at: number): void {
  const state = run.states[index] as State;
  if (state.joins) {
    const place = index * (run.tokens.length + 1) + at;
    if (run.met?.has(place)) return;
    run.met ??= new Set();
    run.met.add(place);
  }
  switch (state.op) {
    case 'match':
      run.ends.push(at);
      break;
    case 'token':
      if (at < run.tokens.length && accepts(state.test, run.tokens, at)) followAll(run, state.next, at + 1);
      break;
    case 'class':
      if (at < run.tokens.length) {
        for (const end of classEnds(state.pattern as Pattern, run, at)) followAll(run, state.next, end);
      }
      break;
    case 'split':
      followAll(run, state.next.length > FEW ? waysAt(run, state, at) : state.next, at);
      break;
    case 'start':
      if (at === 0) followAll(run, state.next, at);
      break;
    case 'end':
      if (isEnd(run.tokens, at)) followAll(run, state.next, at);
      break;
  }
}

function followAll(run: Run, states: readonly number[], at: number): void {
  for (let index = 0; index < states.length; index += 1) follow(run, states[index] as number, at);
}

/** With more alternatives than this it pays to look up those that can take the token. */
const FEW = 4;

const NONE: readonly number[] = [];

function waysAt({ states, tokens }: Run, state: State, at: number): readonly number[] {
  state.ways ??= sortWays(states, state);
  const { ways } = state;
  const token = tokens[at];
  if (!token) return ways.rest;
  const byNorm = ways.byNorm.get(token.norm) ?? NONE;
  const byLemma = ways.byLemma.get(token.lemma) ?? NONE;
  if (byNorm.length + byLemma.length === 0) return ways.rest;
  return [...byNorm, ...byLemma, ...ways.rest];
}

function sortWays(states: readonly State[], { next }: State): Ways {
  const ways: Ways = { byNorm: new Map(), byLemma: new Map(), rest: [] };
  for (const index of next) {
    const tests = firstOf(states, index);
    if (!tests) {
      ways.rest.push(index);
      continue;
    }
    for (const test of tests) {
      if (test.type === 'norm') push(ways.byNorm, test.value, index);
      else if (test.type === 'lemma') push(ways.byLemma, test.value, index);
      else if (test.type === 'set') {
        for (const norm of test.norms) push(ways.byNorm, norm, index);
        for (const lemma of test.lemmas) push(ways.byLemma, lemma, index);
      }
    }
  }
  return ways;
}

/** The words that a state takes first; null where that is anything else than words. */
function firstOf(states: readonly State[], index: number): readonly TokenTest[] | null {
  const state = states[index] as State;
  const tests =
    state.op === 'token' ? [state.test] : state.op === 'class' ? (state.pattern?.automaton.first ?? null) : null;
  return tests?.every(({ type }) => type === 'norm' || type === 'lemma' || type === 'set') ? tests : null;
}

/** Where the matches of each class from each token end: asked by many patterns, worked out once for a sentence. */
type ClassMemory = Map<Pattern, (readonly number[] | undefined)[]>;

const memories = new WeakMap<Reading, ClassMemory>();

function memoryOf(reading: Reading): ClassMemory {
  let memory = memories.get(reading);
  if (!memory) {
    memory = new Map();
    memories.set(reading, memory);
  }
  return memory;
}

function classEnds(pattern: Pattern, { tokens, memory }: Run, at: number): readonly number[] {
  if (!mayBegin(pattern, tokens, at)) return NONE;
  let byToken = memory.get(pattern);
  if (!byToken) {
    byToken = [];
    memory.set(pattern, byToken);
  }
  let ends = byToken[at];
  if (!ends) {
    ends = endsOf(pattern, tokens, memory, at);
    byToken[at] = ends;
  }
  return ends;
}

const wordsOf = new WeakMap<Reading, ReadonlySet<string>>();

/** All norms and lemmas of a sentence. */
export function wordsIn(reading: Reading): ReadonlySet<string> {
  let words = wordsOf.get(reading);
  if (!words) {
    words = new Set(reading.tokens.flatMap(({ norm, lemma }) => [norm, lemma]));
    wordsOf.set(reading, words);
  }
  return words;
}

/** Whether a sentence has the words without which the pattern cannot match. */
export function mayMatch({ needs }: Pattern, reading: Reading): boolean {
  if (needs.length === 0) return true;
  const words = wordsIn(reading);
  for (const need of needs) if (!meets(need, words)) return false;
  return true;
}

function meets(need: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  const [few, many] = need.size < words.size ? [need, words] : [words, need];
  for (const word of few) if (many.has(word)) return true;
  return false;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list[list.length - 1] !== value) list.push(value);
}
