/** Runs automata over a sentence. */
import { type Automaton, OP, type Pattern, type Place, type Step } from './automaton';
import type { IndexedReading } from './indexed-reading';
import { Marks } from './marks';
import { sortWays } from './ways';

/** Whether a token can be a match's first: most are not, and nothing else needs to be tried from there. */
export function mayBegin({ first }: Automaton, words: IndexedReading, at: number): boolean {
  return ((words.tags[at] as number) & first.tags) !== 0 || words.isIn(first.symbols, at);
}

/** Where matches that begin at a token can end (exclusive), each end once. Not to be changed. */
export function endsFrom(automaton: Automaton, words: IndexedReading, from: number): readonly number[] {
  const run = runs[depth] ?? new Run();
  runs[depth] = run;
  depth += 1;
  try {
    run.begin(automaton, words, from);
    follow(run, 0, from);
    return run.ends;
  } finally {
    depth -= 1;
    marks.close(run.base);
  }
}

/** Where a class's matches from a token end: worked out once for a sentence, whoever asks. */
export function classEnds(pattern: Pattern, words: IndexedReading, at: number): readonly number[] {
  const { automaton } = pattern;
  if (!mayBegin(automaton, words, at)) return NONE;
  const work = words.workOf(pattern.classNumber);
  work.ends ??= new Array(words.length);
  let here = work.ends[at];
  if (!here) {
    here = endsFrom(automaton, words, at);
    work.ends[at] = here;
  }
  return here;
}

const NONE: readonly number[] = [];
const marks = new Marks();

/** One automaton from one token. Used again and again: a sentence has hundreds of them. */
class Run {
  places: readonly Place[] = [];
  words!: IndexedReading;
  ends: readonly number[] = NONE;
  /** Where its marks begin. */
  base = 0;
  private from = 0;
  private joins = 0;
  /** What tells its marks from those of other runs. */
  private mark = 0;

  begin({ places, joins }: Automaton, words: IndexedReading, from: number): void {
    this.places = places;
    this.joins = joins;
    this.words = words;
    this.from = from;
    this.base = marks.open();
    this.mark = marks.next();
    this.ends = NONE;
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

/** By how deep the classes that they match are nested. */
const runs: Run[] = [];
let depth = 0;

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
      if (!words.isIn(step.symbols, at)) return -1;
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
