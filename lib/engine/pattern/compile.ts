/**
 * Pattern tree -> a small automaton over tokens. There is no backtracking anywhere: matching from one token costs at
 * most (states x tokens of the match), whatever the bank says.
 */
import { readWords, type Token } from '../document';
import { PatternError, type PatternNode, parsePattern } from './parse';

/** What a state consumes. 'set' is a whole word class in one state. */
export type TokenTest =
  | { type: 'norm'; norm: string }
  | { type: 'lemma'; lemma: string }
  | { type: 'pos'; pos: string }
  | { type: 'any' }
  | { type: 'set'; norms: ReadonlySet<string>; lemmas: ReadonlySet<string> };

export type State =
  | { op: 'token'; test: TokenTest; next: number }
  | { op: 'split'; next: number; other: number }
  | { op: 'branch'; branch: Branch }
  | { op: 'start'; next: number }
  | { op: 'end'; next: number }
  | { op: 'match' };

/** Many alternatives, by the token that each begins with: a wide choice costs no more than a narrow one. */
export interface Branch {
  norms: ReadonlyMap<string, readonly number[]>;
  lemmas: ReadonlyMap<string, readonly number[]>;
  /** A class of words each. */
  sets: readonly { test: TokenTest & { type: 'set' }; state: number }[];
  /** What begins with a part of speech or a gap, or may match nothing. */
  rest: readonly number[];
}

export interface Pattern {
  source: string;
  states: readonly State[];
  /** The tests that a match can begin with: what an index needs. */
  first: readonly TokenTest[];
}

/** Named word classes: name -> patterns. Compiled once, on first use. */
export class Classes {
  private readonly trees = new Map<string, PatternNode>();
  private readonly sets = new Map<string, TokenTest | null>();
  private readonly open = new Set<string>();

  /** Later layers (a bank's own classes) hide earlier ones of the same name. */
  constructor(
    private readonly sources: Readonly<Record<string, readonly string[]>>,
    private readonly outer?: Classes,
  ) {}

  names(): string[] {
    return [...new Set([...Object.keys(this.sources), ...(this.outer?.names() ?? [])])];
  }

  has(name: string): boolean {
    return Object.hasOwn(this.sources, name) || (this.outer?.has(name) ?? false);
  }

  /** The class as a tree; throws a `PatternError` where a class is missing or contains itself. */
  tree(name: string, source: string, at: number): PatternNode {
    if (!Object.hasOwn(this.sources, name)) {
      if (this.outer) return this.outer.tree(name, source, at);
      throw new PatternError(`there is no word class $${name}`, source, at);
    }
    const known = this.trees.get(name);
    if (known) return known;
    const items = (this.sources[name] ?? []).map(parsePattern);
    const tree: PatternNode = items.length === 1 ? (items[0] as PatternNode) : { type: 'choice', items };
    this.trees.set(name, tree);
    return tree;
  }

  /** A class of single words as one test; null where it has longer members. */
  set(name: string, source: string, at: number): TokenTest | null {
    if (!Object.hasOwn(this.sources, name) && this.outer) return this.outer.set(name, source, at);
    const known = this.sets.get(name);
    if (known !== undefined) return known;
    if (this.open.has(name)) throw new PatternError(`the word class $${name} contains itself`, source, at);
    this.open.add(name);
    const norms = new Set<string>();
    const lemmas = new Set<string>();
    const test: TokenTest | null = this.collect(this.tree(name, source, at), norms, lemmas, source)
      ? { type: 'set', norms, lemmas }
      : null;
    this.open.delete(name);
    this.sets.set(name, test);
    return test;
  }

  private collect(node: PatternNode, norms: Set<string>, lemmas: Set<string>, source: string): boolean {
    switch (node.type) {
      case 'word': {
        const words = literal(node.text);
        if (words.length !== 1) return false;
        norms.add(words[0] as string);
        return true;
      }
      case 'lemma':
        lemmas.add(node.lemma);
        return true;
      case 'choice':
        // every member is visited, so that a class that contains itself is found whatever stands before it
        return node.items.map((item) => this.collect(item, norms, lemmas, source)).every(Boolean);
      case 'class': {
        const test = this.set(node.name, source, node.at);
        if (test?.type !== 'set') return false;
        for (const norm of test.norms) norms.add(norm);
        for (const lemma of test.lemmas) lemmas.add(lemma);
        return true;
      }
      case 'sequence':
        for (const item of node.items) this.collect(item, new Set(), new Set(), source);
        return false;
      case 'optional':
        this.collect(node.item, new Set(), new Set(), source);
        return false;
      default:
        return false;
    }
  }
}

const MAX_STATES = 6000;
/** From so many alternatives on, looking up beats trying them one by one. */
const WIDE_CHOICE = 4;

/** Throws a `PatternError` that says what is wrong and where. */
export function compilePattern(source: string, classes: Classes): Pattern {
  const states: State[] = [{ op: 'match' }];
  const add = (state: State): number => {
    if (states.length >= MAX_STATES) throw new PatternError('this pattern is too large', source, 0);
    states.push(state);
    return states.length - 1;
  };
  const token = (test: TokenTest, next: number) => add({ op: 'token', test, next });

  const join = (entries: number[]): number =>
    entries.length < WIDE_CHOICE
      ? entries.reduceRight((other, entry) => add({ op: 'split', next: entry, other }))
      : add({ op: 'branch', branch: branchOf(entries, states) });

  // Built from the end, so that each state knows what follows it.
  const build = (node: PatternNode, next: number): number => {
    switch (node.type) {
      case 'word':
        return literal(node.text).reduceRight((follow, norm) => token({ type: 'norm', norm }, follow), next);
      case 'lemma':
        return token({ type: 'lemma', lemma: node.lemma }, next);
      case 'pos':
        return token({ type: 'pos', pos: node.pos }, next);
      case 'class': {
        const set = classes.set(node.name, source, node.at);
        return set ? token(set, next) : build(classes.tree(node.name, source, node.at), next);
      }
      case 'gap': {
        let entry = next;
        for (let count = node.max; count > 0; count -= 1) {
          const step = token({ type: 'any' }, entry);
          entry = count > node.min ? add({ op: 'split', next: step, other: next }) : step;
        }
        return entry;
      }
      case 'start':
        return add({ op: 'start', next });
      case 'end':
        return add({ op: 'end', next });
      case 'sequence':
        return node.items.reduceRight((follow, item) => build(item, follow), next);
      case 'choice':
        return join(node.items.map((item) => build(item, next)));
      case 'optional':
        return add({ op: 'split', next: build(node.item, next), other: next });
    }
  };

  const entry = build(parsePattern(source), 0);
  // The entry stands last: matching begins there.
  if (entry !== states.length - 1) add({ op: 'split', next: entry, other: entry });
  const first = firstTests(states, source);
  return { source, states, first };
}

function firstTests(states: readonly State[], source: string): TokenTest[] {
  const { tests, empty } = beginnings(states, states.length - 1);
  if (empty) throw new PatternError('this pattern matches nothing at all as well', source, 0);
  return tests;
}

/** The tests that what follows a state can begin with, and whether it may match nothing. */
function beginnings(states: readonly State[], from: number): { tests: TokenTest[]; empty: boolean } {
  const tests: TokenTest[] = [];
  const seen = new Set<number>();
  let empty = false;
  const visit = (index: number): void => {
    if (seen.has(index)) return;
    seen.add(index);
    const state = states[index] as State;
    switch (state.op) {
      case 'match':
        empty = true;
        break;
      case 'token':
        tests.push(state.test);
        break;
      case 'branch':
        for (const other of alternativesOf(state.branch)) visit(other);
        break;
      case 'split':
        visit(state.next);
        visit(state.other);
        break;
      default:
        visit(state.next);
    }
  };
  visit(from);
  return { tests, empty };
}

function alternativesOf({ norms, lemmas, sets, rest }: Branch): Set<number> {
  return new Set([...[...norms.values(), ...lemmas.values()].flat(), ...sets.map(({ state }) => state), ...rest]);
}

function branchOf(entries: readonly number[], states: readonly State[]): Branch {
  const norms = new Map<string, number[]>();
  const lemmas = new Map<string, number[]>();
  const sets: { test: TokenTest & { type: 'set' }; state: number }[] = [];
  const rest: number[] = [];
  const put = (map: Map<string, number[]>, key: string, state: number) => {
    const list = map.get(key);
    if (list) list.push(state);
    else map.set(key, [state]);
  };
  for (const state of entries) {
    const { tests, empty } = beginnings(states, state);
    if (empty || tests.some(({ type }) => type === 'pos' || type === 'any')) {
      rest.push(state);
      continue;
    }
    for (const test of tests) {
      if (test.type === 'norm') put(norms, test.norm, state);
      else if (test.type === 'lemma') put(lemmas, test.lemma, state);
      else if (test.type === 'set') sets.push({ test, state });
    }
  }
  return { norms, lemmas, sets, rest };
}

/** A word as wink's tokens have it: "don't" is 'do', 'not'. Plain words need no reading. */
function literal(text: string): string[] {
  const lower = text.toLowerCase().replaceAll('’', "'");
  return /^[a-z]+$/.test(lower) && lower !== 'cannot' && !CONTRACTED.has(lower)
    ? [lower]
    : readWords(lower).map((word: Token) => word.norm);
}

/** Contractions that are written without their apostrophe: wink opens these too. */
const CONTRACTED = new Set(
  'aint arent cant couldnt didnt doesnt dont hadnt hasnt havent im isnt mustnt neednt shouldnt wasnt werent wont wouldnt'.split(
    ' ',
  ),
);
