/**
 * Pattern tree -> a small automaton over tokens. No way is followed twice: matching from one token costs at most
 * (states x tokens of the match), whatever the bank says. A word class with members of several words is one
 * state too: it runs an automaton of its own, whose result for a token is shared by all patterns that name it.
 */
import { type Automaton, OP, type Op, Pattern, Step } from './automaton';
import { needsOf, singleWord } from './needs';
import { PatternError, type PatternNode, parsePattern } from './parse';
import { type State, toAutomaton } from './places';
import { literal, spelt } from './spelling';
import type { SymbolSet } from './symbol-set';
import { IN_CLAUSE, tagOf } from './tags';
import { Vocabulary } from './vocabulary';

/** Named word classes: name -> patterns. Compiled once, on first use. */
export class Classes {
  private readonly trees = new Map<string, PatternNode>();
  private readonly sets = new Map<string, SymbolSet | null>();
  private readonly patterns = new Map<string, Pattern>();
  private readonly open = new Set<string>();
  /** The words of all patterns that use these classes, and of the classes that theirs lie over. */
  readonly vocabulary: Vocabulary;

  /** Later layers (a bank's own classes) hide earlier ones of the same name. */
  constructor(
    private readonly sources: Readonly<Record<string, readonly string[]>>,
    private readonly outer?: Classes,
  ) {
    this.vocabulary = outer?.vocabulary ?? new Vocabulary();
  }

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
      const set = this.set(name, source, at);
      const tree: PatternNode = set ? { type: 'class', name, at } : this.tree(name, source, at);
      pattern = compileTree(tree, `$${name}`, this, this.vocabulary.nextClass());
      this.patterns.set(name, pattern);
    }
    return pattern;
  }

  /** A class of single words; null where it has longer members. */
  set(name: string, source: string, at: number): SymbolSet | null {
    if (!Object.hasOwn(this.sources, name) && this.outer) return this.outer.set(name, source, at);
    const known = this.sets.get(name);
    if (known !== undefined) return known;
    if (this.open.has(name)) throw new PatternError(`the word class $${name} contains itself`, source, at);
    this.open.add(name);
    try {
      const symbols = new Set<number>();
      const isSet = this.collect(this.tree(name, source, at), symbols, source);
      const set = isSet ? this.vocabulary.setOf([...symbols]) : null;
      this.sets.set(name, set);
      return set;
    } finally {
      // Also where it failed: the next pattern that names it fails for the same reason, not for another
      this.open.delete(name);
    }
  }

  private collect(node: PatternNode, symbols: Set<number>, source: string): boolean {
    switch (node.type) {
      case 'word':
      case 'lemma': {
        const symbol = singleWord(node, this.vocabulary);
        if (symbol === 0) return false;
        symbols.add(symbol);
        return true;
      }
      case 'choice':
        // every member is visited, so that a class that contains itself is found whatever stands before it
        return node.items.map((item) => this.collect(item, symbols, source)).every(Boolean);
      case 'class': {
        const set = this.set(node.name, source, node.at);
        if (!set) return false;
        for (const symbol of set.symbols) symbols.add(symbol);
        return true;
      }
      case 'sequence':
        for (const item of node.items) this.collect(item, new Set(), source);
        return false;
      case 'optional':
        this.collect(node.item, new Set(), source);
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

function compileTree(tree: PatternNode, source: string, classes: Classes, classNumber = -1): Pattern {
  const { vocabulary } = classes;
  const needs = [...new Set(needsOf(tree, source, classes))].sort((a, b) => a.commonness - b.commonness);
  if (sizeOf(tree) >= MAX_STATES) throw new PatternError('this pattern is too large', source, 0);
  if (needs.length === 0 && isEmpty(tree))
    throw new PatternError('this pattern matches nothing at all as well', source, 0);
  return new Pattern(source, vocabulary, needs, () => buildAutomaton(tree, source, classes), classNumber);
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

/** Names no word that compiling did not: what a sentence was indexed by still holds. */
function buildAutomaton(tree: PatternNode, source: string, classes: Classes): Automaton {
  const { vocabulary } = classes;
  const step = (op: Op, next: State, what: Partial<Step> = {}): State => ({
    type: 'step',
    step: Object.assign(new Step(op), what),
    next,
  });
  const branch = (...next: State[]): State => ({ type: 'branch', next });

  // Built from the end, so that each state knows what follows it.
  const build = (node: PatternNode, next: State): State => {
    switch (node.type) {
      case 'word':
        return literal(node.text).reduceRight(
          (follow, norm) => step(OP.word, follow, { symbol: vocabulary.norm(norm) }),
          next,
        );
      case 'lemma':
        return step(OP.word, next, { symbol: vocabulary.lemma(spelt(node.lemma)) });
      case 'pos':
        return step(OP.tag, next, { tags: tagOf(node.pos) });
      case 'class': {
        const symbols = classes.set(node.name, source, node.at);
        return symbols
          ? step(OP.set, next, { symbols })
          : step(OP.class, next, { pattern: classes.pattern(node.name, source, node.at) });
      }
      case 'gap': {
        let entry = next;
        for (let count = node.max; count > 0; count -= 1) {
          const one = step(OP.tag, entry, { tags: IN_CLAUSE });
          entry = count > node.min ? branch(one, next) : one;
        }
        return entry;
      }
      case 'start':
        return step(OP.start, next);
      case 'end':
        return step(OP.end, next);
      case 'sequence':
        return node.items.reduceRight((follow, item) => build(item, follow), next);
      case 'choice': {
        // Alternatives of one word each are one step, however many they are.
        const words = new Set(node.items.map((item) => singleWord(item, vocabulary)).filter((symbol) => symbol > 0));
        const ways = node.items.filter((item) => singleWord(item, vocabulary) === 0).map((item) => build(item, next));
        if (words.size > 0) ways.push(step(OP.set, next, { symbols: vocabulary.setOf([...words]) }));
        return branch(...ways);
      }
      case 'optional':
        return branch(build(node.item, next), next);
    }
  };

  return toAutomaton(build(tree, { type: 'end' }), vocabulary);
}
