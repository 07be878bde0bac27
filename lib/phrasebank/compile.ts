/**
 * Banks -> what the engine runs. Patterns are compiled once; what a sentence matches is kept by its reading, so that
 * a sentence that did not change is not matched again.
 */
import type { Reading } from '../engine/document';
import type { DraftJudge } from '../engine/judge/draft';
import type { SentenceJudge } from '../engine/judge/sentence-judge';
import type { MoodWeights } from '../engine/mood-words';
import type { Pattern } from '../engine/pattern/automaton';
import { Classes, compilePattern } from '../engine/pattern/compile';
import { findAll, findClass, type TokenRange } from '../engine/pattern/match';
import { PatternError } from '../engine/pattern/parse';
import { PatternIndex } from '../engine/pattern/pattern-index';
import type { Bank, Entry, PrincipleId } from '../engine/types';
import type { Layer, Snippet, SnippetKind } from './layer';
import { BankError, type Scoring } from './schema';

/** An entry, ready to run. */
export interface Rule {
  /** '<bank>/<entry>': 'blame/you-failed-to'. */
  id: string;
  bank: string;
  entry: Entry;
  patterns: readonly Pattern[];
  unless: readonly Pattern[];
  /** One of Reframe's own: the second reader learnt with it, and may overrule it. */
  builtIn: boolean;
}

export interface RuleMatch extends TokenRange {
  rule: Rule;
  /** The pattern that matched, as written: for 'explain'. */
  pattern: string;
}

/** What a layer says beside its rules. */
export type Sayings = Pick<Layer, 'snippets' | 'why'>;

const NO_SAYINGS: Sayings = { snippets: [], why: {} };

export interface Judges {
  sentences: SentenceJudge | null;
  drafts: DraftJudge | null;
}

export class CompiledBanks {
  private readonly rules = new Map<string, Rule>();
  private readonly banks = new Map<string, Bank>();
  private readonly indexes = new Map<string, PatternIndex<Rule>>();
  private readonly matched = new Map<string, WeakMap<Reading, RuleMatch[]>>();
  private readonly classPatterns = new Map<string, Pattern>();
  private readonly named = new Map<string, string[]>();
  private readonly classes: Classes;
  /** By bank: those of its own, over all others. */
  private readonly ownClasses = new Map<string, Classes>();

  constructor(
    readonly language: string,
    classes: Readonly<Record<string, readonly string[]>>,
    readonly scoring: Scoring,
    private readonly phrases: Readonly<Record<string, readonly string[]>> = {},
    /** What words weigh for the customer's mood; null: the signs of moods.json alone decide. */
    readonly moodWeights: MoodWeights | null = null,
    /** They weigh what the built-in banks found; null: patterns and tests alone decide. */
    readonly judges: Judges = { sentences: null, drafts: null },
    /** Banks that these lie over. */
    private readonly base: CompiledBanks | null = null,
    private readonly sayings: Sayings = NO_SAYINGS,
  ) {
    this.classes = new Classes(classes, base?.classes);
  }

  /**
   * A layer over these banks, which stay as they are: its rules are found beside theirs, or in the place of one with the
   * same id. `classes`: its own word classes. A layer costs nothing of what the banks below have worked out.
   */
  layer(classes: Readonly<Record<string, readonly string[]>> = {}, sayings = NO_SAYINGS): CompiledBanks {
    const { language, scoring, phrases, moodWeights, judges } = this;
    return new CompiledBanks(language, classes, scoring, phrases, moodWeights, judges, this, sayings);
  }

  /** The wordings that rewrites use, of phrases.json. Throws for a key that it does not have. */
  wordings(key: string): readonly string[] {
    const found = this.phrases[key];
    if (!found) throw new Error(`phrases.json has no wording "${key}".`);
    return found;
  }

  /** As `wordings`, empty where there is none. */
  wordingsIfAny(key: string): readonly string[] {
    return this.phrases[key] ?? [];
  }

  /**
   * Adds a bank, or lays its entries over those of the same id. Banks of one `group` are matched together:
   * 'draft' for the principles, 'strengths', 'moods'. Throws a `BankError` that names entry and field.
   */
  add(bank: Bank, group = 'draft', file = `${bank.id}.json`, builtIn = false): void {
    const classes = new Classes(bank.classes ?? {}, this.classes);
    const faults: string[] = [];
    const ready = bank.entries.map((entry) => compileEntry(entry, bank.id, classes, builtIn, faults));
    if (faults.length > 0) throw new BankError(file, faults);
    this.banks.set(bank.id, bank);
    this.ownClasses.set(bank.id, classes);
    for (const one of ready) this.put(one, group);
  }

  /**
   * Adds one rule to the principle, or lays it over that of the same id: for who adds thousands in slices. What is wrong
   * with it, and it is not added; empty where nothing is.
   */
  addEntry(principle: string, entry: Entry, group = 'draft'): string[] {
    const faults: string[] = [];
    const ready = compileEntry(entry, principle, this.classesOf(principle), false, faults);
    if (faults.length === 0) this.put(ready, group);
    return faults;
  }

  private put(rule: Rule, group: string): void {
    const index = this.indexes.get(group) ?? new PatternIndex<Rule>(this.classes.vocabulary);
    this.indexes.set(group, index);
    this.matched.delete(group);
    this.rules.set(rule.id, rule);
    for (const pattern of rule.patterns) index.add(pattern, rule);
  }

  /** What the group's patterns find in a sentence, `unless` already applied. Cached by the reading. */
  matches(reading: Reading, group = 'draft'): readonly RuleMatch[] {
    const cache = getOrMake(this.matched, group, () => new WeakMap<Reading, RuleMatch[]>());
    return cache.get(reading) ?? this.match(cache, reading, group);
  }

  private match(cache: WeakMap<Reading, RuleMatch[]>, reading: Reading, group: string): RuleMatch[] {
    const matches = this.base?.matches(reading, group).filter(({ rule }) => !this.rules.has(rule.id)) ?? [];
    for (const { from, to, pattern, value } of this.indexes.get(group)?.matches(reading) ?? [])
      if (this.rules.get(value.id) === value && !value.unless.some((other) => findAll(other, reading).length > 0))
        matches.push({ from, to, rule: value, pattern: pattern.source });
    cache.set(reading, matches);
    return matches;
  }

  /** Where a word class of classes.json stands in a sentence. Kept. Throws a `PatternError` for an unknown class. */
  find(name: string, reading: Reading): readonly TokenRange[] {
    return findClass(this.classPatterns.get(name) ?? this.classPattern(name), reading);
  }

  /** A class of the banks below hides one of the same name here. */
  private classPattern(name: string): Pattern {
    const pattern = this.base?.knows(name) ? this.base.classPattern(name) : this.classes.pattern(name, `$${name}`, 0);
    this.classPatterns.set(name, pattern);
    return pattern;
  }

  /** Names of the word classes that begin so, such as the families of meaning ('meaning-'). */
  classesNamed(prefix: string): readonly string[] {
    return getOrMake(this.named, prefix, () => this.classes.names().filter((name) => name.startsWith(prefix)));
  }

  /** Is there a word class of this name, or one that the bank has for itself? */
  knows(name: string, bank?: string): boolean {
    return (bank === undefined ? this.classes : this.classesOf(bank)).has(name);
  }

  private classesOf(bank: string): Classes {
    return this.ownClasses.get(bank) ?? this.base?.classesOf(bank) ?? this.classes;
  }

  has(name: string, reading: Reading): boolean {
    return this.find(name, reading).length > 0;
  }

  /** The rule of a finding, such as 'not-listening/no-overlap'; throws where a detector names one that no bank has. */
  rule(id: string): Rule {
    const rule = this.ruleIfAny(id);
    if (!rule)
      throw new Error(`No bank has the rule "${id}". A detector reports it, so its message must stand in a bank.`);
    return rule;
  }

  allRules(): Rule[] {
    const below = this.base?.allRules().filter(({ id }) => !this.rules.has(id)) ?? [];
    return [...below, ...this.rules.values()];
  }

  ruleIfAny(id: string): Rule | undefined {
    return this.rules.get(id) ?? this.base?.ruleIfAny(id);
  }

  why(principle: string): (Bank['why'] & { title: string }) | null {
    const bank = this.banks.get(principle);
    const below = bank ? { ...bank.why, title: bank.title } : (this.base?.why(principle) ?? null);
    return below && { ...below, ...this.sayings.why[principle as PrincipleId] };
  }

  /** The team's wordings for what is missing in a reply. */
  snippets(kind: SnippetKind): readonly Snippet[] {
    const own = this.sayings.snippets.filter((one) => one.kind === kind);
    return this.base ? [...own, ...this.base.snippets(kind)] : own;
  }
}

function compileEntry(entry: Entry, bank: string, classes: Classes, builtIn: boolean, faults: string[]): Rule {
  const compile = (field: string, sources: readonly string[]): Pattern[] =>
    sources.flatMap((source, index) => {
      try {
        return [compilePattern(source, classes)];
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        faults.push(`entry "${entry.id}", field "${field}.${index}": ${error.message}`);
        return [];
      }
    });
  return {
    id: `${bank}/${entry.id}`,
    bank,
    entry,
    patterns: compile('patterns', entry.patterns),
    unless: compile('unless', entry.unless ?? []),
    builtIn,
  };
}

interface Cache<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function getOrMake<K, V>(cache: Cache<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
