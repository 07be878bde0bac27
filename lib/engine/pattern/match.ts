import type { Reading } from '../document';
import { type Automaton, OP, type Pattern, type Place, type Step, type Ways } from './automaton';
import type { IndexedReading } from './indexed-reading';
import { Marks } from './marks';

/** A range of tokens in a sentence, end exclusive. */
export interface TokenRange {
  from: number;
  to: number;
}

/** Every match, the longest from each token; they may overlap. Shared where there is none: not to be changed. */
export function findAll(pattern: Pattern, reading: Reading): readonly TokenRange[] {
  return findIn(pattern, pattern.vocabulary.read(reading));
}

/** As `findAll`, for patterns that are asked again and again of a sentence. */
export function findOnce(pattern: Pattern, reading: Reading): readonly TokenRange[] {
  const words = pattern.vocabulary.read(reading);
  // Most are turned away here, and nothing needs to be kept
  if (!words.meetsAll(pattern.needNumbers)) return NO_RANGES;
  let found = words.found.get(pattern);
  if (!found) {
    found = findIn(pattern, words);
    words.found.set(pattern, found);
  }
  return found;
}

/** As `findAll`, for who has the sentence's index at hand. */
export function findIn(pattern: Pattern, words: IndexedReading): readonly TokenRange[] {
  if (!words.meetsAll(pattern.needNumbers)) return NO_RANGES;
  let found: TokenRange[] | null = null;
  const { automaton } = pattern;
  const starts = automaton.atStart ? 1 : words.length;
  for (let from = 0; from < starts; from += 1) {
    if (!mayBegin(automaton, words, from)) continue;
    const to = longestFrom(automaton, words, from);
    if (to <= from) continue;
    found ??= [];
    found.push({ from, to });
  }
  return found ?? NO_RANGES;
}

const NO_RANGES: readonly TokenRange[] = [];
const NONE: readonly number[] = [];

/** Whether a token can be a match's first: most are not, and nothing else needs to be tried from there. */
function mayBegin({ first }: Automaton, words: IndexedReading, at: number): boolean {
  return (
    ((words.tags[at] as number) & first.tags) !== 0 ||
    first.symbols.has(words.norms[at] as number) ||
    first.symbols.has(words.lemmas[at] as number)
  );
}

/** The end (exclusive) of the longest match that begins at a token, or -1. */
function longestFrom(automaton: Automaton, words: IndexedReading, from: number): number {
  let longest = -1;
  const ends = endsFrom(automaton, words, from);
  for (let index = 0; index < ends.length; index += 1) longest = Math.max(longest, ends[index] as number);
  return longest;
}

/** Where matches that begin at a token can end; each end once. */
function endsFrom(automaton: Automaton, words: IndexedReading, from: number): readonly number[] {
  const run = new Run(automaton, words, from);
  follow(run, 0, from);
  marks.close(run.base);
  return run.ends;
}

const marks = new Marks();

/** One automaton from one token. */
class Run {
  readonly places: readonly Place[];
  readonly joins: number;
  /** Where its marks begin, and what tells them from those of other runs. */
  readonly base = marks.open();
  readonly mark = marks.next();
  ends: readonly number[] = NONE;

  constructor(
    { places, joins }: Automaton,
    readonly words: IndexedReading,
    readonly from: number,
  ) {
    this.places = places;
    this.joins = joins;
  }

  /** Whether ways have led here before, at this token: what follows was followed then. */
  passed(join: number, at: number): boolean {
    return marks.put(this.base + (at - this.from) * this.joins + join, this.mark);
  }

  end(at: number): void {
    if (this.ends.length === 0) this.ends = [at];
    else if (!this.ends.includes(at)) this.ends = [...this.ends, at];
  }
}

/**
 * Follows all ways from a place at a token. Ways branch like a tree and meet only in places and steps with a `join`,
 * which are passed once for a token: the cost is at most steps x tokens.
 */
function follow(run: Run, first: number, from: number): void {
  let number = first;
  let at = from;
  for (;;) {
    const place = run.places[number] as Place;
    if (place.join >= 0 && run.passed(place.join, at)) return;
    if (place.isEnd) run.end(at);
    const { steps } = place;
    if (steps.length > FEW) {
      followWays(run, place, at);
      return;
    }
    const last = steps.length - 1;
    if (last < 0) return;
    for (let index = 0; index < last; index += 1) followStep(run, steps[index] as Step, at);
    const step = steps[last] as Step;
    at = take(run, step, at);
    if (at < 0) return;
    number = step.out;
  }
}

function followStep(run: Run, step: Step, at: number): void {
  const to = take(run, step, at);
  if (to >= 0) follow(run, step.out, to);
}

/** The token after a step, or -1 where it does not hold. Where a class can end at several, the last: others are followed. */
function take(run: Run, step: Step, at: number): number {
  const { words } = run;
  let to = at;
  switch (step.op) {
    case OP.word:
      if (words.norms[at] !== step.symbol && words.lemmas[at] !== step.symbol) return -1;
      to += 1;
      break;
    case OP.set:
      if (!step.symbols.has(words.norms[at] as number) && !step.symbols.has(words.lemmas[at] as number)) return -1;
      to += 1;
      break;
    case OP.tag:
      if (((words.tags[at] as number) & step.tags) === 0) return -1;
      to += 1;
      break;
    case OP.class: {
      const ends = classEnds(step.pattern as Pattern, words, at);
      if (ends.length === 0 || (step.join >= 0 && run.passed(step.join, at))) return -1;
      for (let index = 1; index < ends.length; index += 1) follow(run, step.out, ends[index] as number);
      return ends[0] as number;
    }
    case OP.start:
      if (at !== 0) return -1;
      break;
    case OP.end:
      if (at < words.bodyEnd) return -1;
      break;
  }
  return step.join >= 0 && run.passed(step.join, at) ? -1 : to;
}

/** With more steps than this it pays to look up those that can take the token. */
const FEW = 4;
/** A step with more first words than this is tried each time: listing it would take memory and save little. */
const MANY = 64;

function followWays(run: Run, place: Place, at: number): void {
  place.ways ??= sortWays(place);
  const { bySymbol, rest } = place.ways;
  const byNorm = bySymbol.get(run.words.norms[at] as number) ?? NO_STEPS;
  const byLemma = bySymbol.get(run.words.lemmas[at] as number) ?? NO_STEPS;
  for (let index = 0; index < byNorm.length; index += 1) followStep(run, byNorm[index] as Step, at);
  for (let index = 0; index < byLemma.length; index += 1) {
    const step = byLemma[index] as Step;
    if (!byNorm.includes(step)) followStep(run, step, at);
  }
  for (let index = 0; index < rest.length; index += 1) followStep(run, rest[index] as Step, at);
}

const NO_STEPS: readonly Step[] = [];

function sortWays({ steps }: Place): Ways {
  const ways: Ways = { bySymbol: new Map(), rest: [] };
  for (const step of steps) {
    const symbols = firstWords(step);
    if (!symbols || symbols.length > MANY) {
      ways.rest.push(step);
      continue;
    }
    for (const symbol of symbols) {
      const list = ways.bySymbol.get(symbol);
      if (list) list.push(step);
      else ways.bySymbol.set(symbol, [step]);
    }
  }
  return ways;
}

/** The words that a step takes first; null where that is anything else than words. */
function firstWords({ op, symbol, symbols, pattern }: Step): readonly number[] | null {
  switch (op) {
    case OP.word:
      return [symbol];
    case OP.set:
      return symbols.symbols;
    case OP.class: {
      const first = pattern?.automaton.first;
      return first && first.tags === 0 ? first.symbols.symbols : null;
    }
    default:
      return null;
  }
}

/** Where a class's matches from a token end: worked out once for a sentence, whoever asks. */
function classEnds(pattern: Pattern, words: IndexedReading, at: number): readonly number[] {
  const { automaton } = pattern;
  if (!mayBegin(automaton, words, at)) return NONE;
  let byToken = words.classEnds[pattern.classNumber];
  if (!byToken) {
    byToken = [];
    words.classEnds[pattern.classNumber] = byToken;
  }
  let ends = byToken[at];
  if (!ends) {
    ends = endsFrom(automaton, words, at);
    byToken[at] = ends;
  }
  return ends;
}
