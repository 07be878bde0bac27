/**
 * Pattern tree -> a small automaton over tokens. No way is followed twice: matching from one token costs at most
 * (states x tokens of the match), whatever the bank says. A word class with members of several words is one
 * state too: it runs an automaton of its own, whose result for a token is shared by all patterns that name it.
 */
import { ANY, type Automaton, Pattern, State, TokenTest } from './automaton';
import { needsOf } from './needs';
import { PatternError, type PatternNode, parsePattern } from './parse';
import { literal, spelt } from './spelling';

/** Named word classes: name -> patterns. Compiled once, on first use. */
export class Classes {
  private readonly trees = new Map<string, PatternNode>();
  private readonly sets = new Map<string, TokenTest | null>();
  private readonly patterns = new Map<string, Pattern>();
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

  /** A class as an automaton of its own. */
  pattern(name: string, source: string, at: number): Pattern {
    if (!Object.hasOwn(this.sources, name) && this.outer) return this.outer.pattern(name, source, at);
    let pattern = this.patterns.get(name);
    if (!pattern) {
      pattern = compileTree(this.tree(name, source, at), `$${name}`, this);
      this.patterns.set(name, pattern);
    }
    return pattern;
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
      ? new TokenTest('set', '', norms, lemmas)
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
        lemmas.add(spelt(node.lemma));
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

/** Throws a `PatternError` that says what is wrong and where. */
export function compilePattern(source: string, classes: Classes): Pattern {
  return compileTree(parsePattern(source), source, classes);
}

function compileTree(tree: PatternNode, source: string, classes: Classes): Pattern {
  const needs = needsOf(tree, source, classes);
  if (sizeOf(tree) >= MAX_STATES) throw new PatternError('this pattern is too large', source, 0);
  if (isEmpty(tree)) throw new PatternError('this pattern matches nothing at all as well', source, 0);
  return new Pattern(source, needs, () => buildAutomaton(tree, source, classes));
}

/** States that a tree becomes, or a few more. */
function sizeOf(node: PatternNode): number {
  switch (node.type) {
    case 'gap':
      return 2 * node.max;
    case 'choice':
    case 'sequence':
      return node.items.reduce(
        (sum, item) => sum + (isSingleWord(item) && node.type === 'choice' ? 0 : sizeOf(item)),
        2,
      );
    case 'optional':
      return sizeOf(node.item) + 1;
    default:
      return 1;
  }
}

/** Whether a tree matches without taking a token. */
function isEmpty(node: PatternNode): boolean {
  switch (node.type) {
    case 'start':
    case 'end':
    case 'optional':
      return true;
    case 'gap':
      return node.min === 0;
    case 'word':
      return literal(node.text).length === 0;
    case 'sequence':
      return node.items.every(isEmpty);
    case 'choice':
      return node.items.some(isEmpty);
    default:
      return false;
  }
}

function isSingleWord(node: PatternNode): boolean {
  return node.type === 'lemma' || (node.type === 'word' && literal(node.text).length === 1);
}

function buildAutomaton(tree: PatternNode, source: string, classes: Classes): Automaton {
  const states: State[] = [new State('match', [])];
  const add = (state: State): number => {
    states.push(state);
    return states.length - 1;
  };
  const token = (test: TokenTest, next: number) => add(new State('token', [next], test));

  // Built from the end, so that each state knows what follows it.
  const build = (node: PatternNode, next: number): number => {
    switch (node.type) {
      case 'word':
        return literal(node.text).reduceRight((follow, norm) => token(new TokenTest('norm', norm), follow), next);
      case 'lemma':
        return token(new TokenTest('lemma', spelt(node.lemma)), next);
      case 'pos':
        return token(new TokenTest('pos', node.pos), next);
      case 'class': {
        const set = classes.set(node.name, source, node.at);
        return set
          ? token(set, next)
          : add(new State('class', [next], ANY, classes.pattern(node.name, source, node.at)));
      }
      case 'gap': {
        let entry = next;
        for (let count = node.max; count > 0; count -= 1) {
          const step = token(ANY, entry);
          entry = count > node.min ? add(new State('split', [step, next])) : step;
        }
        return entry;
      }
      case 'start':
        return add(new State('start', [next]));
      case 'end':
        return add(new State('end', [next]));
      case 'sequence':
        return node.items.reduceRight((follow, item) => build(item, follow), next);
      case 'choice': {
        const { words, longer } = singleWords(node.items);
        const entries = longer.map((item) => build(item, next));
        if (words) entries.push(token(words, next));
        return entries.length === 1 ? (entries[0] as number) : add(new State('split', entries));
      }
      case 'optional':
        return add(new State('split', [build(node.item, next), next]));
    }
  };

  const entry = build(tree, 0);
  markJoins(states);
  return { states, entry, first: firstTests(states, entry) };
}

/** What follows a class is a join whatever leads to the class: from two tokens it can end at the same one. */
function markJoins(states: readonly State[]): void {
  const ways = new Map<number, number>();
  for (const state of states) {
    for (const index of state.next) ways.set(index, (ways.get(index) ?? 0) + (state.op === 'class' ? 2 : 1));
  }
  for (const [index, count] of ways) if (count > 1) (states[index] as State).joins = true;
}

/** Alternatives of one word each are one test, however many they are. */
function singleWords(items: readonly PatternNode[]): { words: TokenTest | null; longer: PatternNode[] } {
  const norms = new Set<string>();
  const lemmas = new Set<string>();
  const longer: PatternNode[] = [];
  for (const item of items) {
    const words = item.type === 'word' ? literal(item.text) : [];
    if (item.type === 'lemma') lemmas.add(spelt(item.lemma));
    else if (words.length === 1) norms.add(words[0] as string);
    else longer.push(item);
  }
  return { words: norms.size + lemmas.size > 0 ? new TokenTest('set', '', norms, lemmas) : null, longer };
}

function firstTests(states: readonly State[], entry: number): TokenTest[] {
  const tests = new Set<TokenTest>();
  const seen = new Set<number>();
  const visit = (index: number): void => {
    if (seen.has(index)) return;
    seen.add(index);
    const state = states[index] as State;
    switch (state.op) {
      case 'token':
        tests.add(state.test);
        break;
      case 'class':
        for (const test of state.pattern?.automaton.first ?? []) tests.add(test);
        break;
      default:
        state.next.forEach(visit);
    }
  };
  visit(entry);
  return [...tests];
}
