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
export function matchAt(pattern: Pattern, { tokens }: Reading, from: number): number {
  const { states } = pattern;
  let longest = -1;
  let live: number[] = [];
  let seen = new Set<number>();

  const enter = (index: number, at: number): void => {
    if (seen.has(index)) return;
    seen.add(index);
    const state = states[index] as State;
    switch (state.op) {
      case 'match':
        longest = at;
        break;
      case 'split':
        enter(state.next, at);
        enter(state.other, at);
        break;
      case 'branch': {
        const token = tokens[at];
        if (token) {
          for (const other of state.branch.norms.get(token.norm) ?? []) enter(other, at);
          for (const other of state.branch.lemmas.get(token.lemma) ?? []) enter(other, at);
          for (const { test, state: other } of state.branch.sets) if (accepts(test, tokens, at)) enter(other, at);
        }
        for (const other of state.branch.rest) enter(other, at);
        break;
      }
      case 'start':
        if (at === 0) enter(state.next, at);
        break;
      case 'end':
        if (isEnd(tokens, at)) enter(state.next, at);
        break;
      case 'token':
        live.push(index);
    }
  };

  enter(states.length - 1, from);
  for (let at = from; at < tokens.length && live.length > 0; at += 1) {
    const now = live;
    live = [];
    seen = new Set();
    for (const index of now) {
      const state = states[index] as State & { op: 'token' };
      if (accepts(state.test, tokens, at)) enter(state.next, at + 1);
    }
  }
  return longest > from ? longest : -1;
}

/** Every match, the longest from each token; they may overlap. */
export function findAll(pattern: Pattern, reading: Reading): TokenRange[] {
  const found: TokenRange[] = [];
  for (let from = 0; from < reading.tokens.length; from += 1) {
    if (!mayBegin(pattern, reading.tokens, from)) continue;
    const to = matchAt(pattern, reading, from);
    if (to > 0) found.push({ from, to });
  }
  return found;
}

interface Beginnings {
  norms: Set<string>;
  lemmas: Set<string>;
  rest: TokenTest[];
}

const beginnings = new WeakMap<Pattern, Beginnings>();

/** A word class may begin with hundreds of words: they are looked up, not tried one by one. */
function mayBegin(pattern: Pattern, tokens: readonly Token[], at: number): boolean {
  let known = beginnings.get(pattern);
  if (!known) {
    known = { norms: new Set(), lemmas: new Set(), rest: [] };
    for (const test of pattern.first) {
      if (test.type === 'norm') known.norms.add(test.norm);
      else if (test.type === 'lemma') known.lemmas.add(test.lemma);
      else if (test.type === 'set') {
        for (const norm of test.norms) known.norms.add(norm);
        for (const lemma of test.lemmas) known.lemmas.add(lemma);
      } else known.rest.push(test);
    }
    beginnings.set(pattern, known);
  }
  const token = tokens[at] as Token;
  return (
    known.norms.has(token.norm) || known.lemmas.has(token.lemma) || known.rest.some((test) => accepts(test, tokens, at))
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
 * Many patterns at once: each is tried only at tokens that it can begin with, so that the cost of a sentence grows
 * with the patterns that share its words and not with the size of the banks.
 */
export class PatternIndex<T> {
  private readonly byNorm = new Map<string, Indexed<T>[]>();
  private readonly byLemma = new Map<string, Indexed<T>[]>();
  private readonly byPos = new Map<string, Indexed<T>[]>();
  private readonly anywhere: Indexed<T>[] = [];

  add(pattern: Pattern, value: T): void {
    const entry: Indexed<T> = { pattern, value };
    for (const test of pattern.first) {
      if (test.type === 'norm') push(this.byNorm, test.norm, entry);
      else if (test.type === 'lemma') push(this.byLemma, test.lemma, entry);
      else if (test.type === 'any') this.anywhere.push(entry);
      else if (test.type === 'pos') {
        push(this.byPos, test.pos, entry);
        if (test.pos === 'VERB') push(this.byPos, 'AUX', entry);
      } else {
        for (const norm of test.norms) push(this.byNorm, norm, entry);
        for (const lemma of test.lemmas) push(this.byLemma, lemma, entry);
      }
    }
  }

  matches(reading: Reading): (TokenRange & { pattern: Pattern; value: T })[] {
    const found: (TokenRange & { pattern: Pattern; value: T })[] = [];
    reading.tokens.forEach((token, from) => {
      const tried = new Set<Indexed<T>>();
      const lists = [
        this.byNorm.get(token.norm),
        this.byLemma.get(token.lemma),
        this.byPos.get(token.pos),
        this.anywhere,
      ];
      for (const list of lists) {
        for (const entry of list ?? []) {
          if (tried.has(entry)) continue;
          tried.add(entry);
          const to = matchAt(entry.pattern, reading, from);
          if (to > 0) found.push({ from, to, ...entry });
        }
      }
    });
    return found;
  }
}

interface Indexed<T> {
  pattern: Pattern;
  value: T;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list[list.length - 1] !== value) list.push(value);
}
