/**
 * States that a tree is built of -> places and steps. Where ways branch, all that can come next is laid side by side,
 * so that a run looks its next token up among them and follows no way that cannot take it.
 */
import { type Automaton, type Beginnings, OP, Place, type Step } from './automaton';
import type { SymbolSet } from './symbol-set';
import type { Vocabulary } from './vocabulary';

export type State =
  | { type: 'step'; step: Step; next: State }
  | { type: 'branch'; next: readonly State[] }
  | { type: 'end' };

type StepState = State & { type: 'step' };

export function toAutomaton(entry: State, vocabulary: Vocabulary): Automaton {
  // Places are numbered when a step that leads there is met, and opened in that order.
  const numbers = new Map([[entry, 0]]);
  const places: Place[] = [];
  for (const state of numbers.keys()) {
    const { steps, isEnd } = open(state);
    for (const { step, next } of steps) {
      step.out = numbers.get(next) ?? numbers.size;
      numbers.set(next, step.out);
    }
    places.push(
      new Place(
        steps.map(({ step }) => step),
        isEnd,
      ),
    );
  }
  const first = places[0] as Place;
  return {
    places,
    joins: numberJoins(places),
    first: beginningsOf(places, vocabulary),
    atStart: first.steps.every(({ op }) => op === OP.start),
    oneWord: oneWordOf(places, first),
  };
}

function oneWordOf(places: readonly Place[], { steps }: Place): SymbolSet | null {
  const [step] = steps;
  if (!step || steps.length > 1 || step.op !== OP.set) return null;
  const after = places[step.out] as Place;
  return after.isEnd && after.steps.length === 0 ? step.symbols : null;
}

/** All steps that can be next in a state, each once. */
function open(state: State): { steps: StepState[]; isEnd: boolean } {
  const seen = new Set<State>();
  const steps: StepState[] = [];
  let isEnd = false;
  const visit = (one: State): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.type === 'step') steps.push(one);
    else if (one.type === 'branch') one.next.forEach(visit);
    else isEnd = true;
  };
  visit(state);
  return { steps, isEnd };
}

/** What follows a class is a join whatever leads to the class: from two tokens it can end at the same one. */
function numberJoins(places: readonly Place[]): number {
  const shared = new Map<Step, number>();
  for (const { steps } of places) for (const step of steps) shared.set(step, (shared.get(step) ?? 0) + 1);
  const ways = places.map((_, index): number => (index === 0 ? 1 : 0));
  for (const { op, out } of shared.keys()) ways[out] = (ways[out] as number) + (op === OP.class ? 2 : 1);
  let joins = 0;
  for (const [step, count] of shared) {
    if (count < 2) continue;
    step.join = joins;
    joins += 1;
  }
  for (const [index, count] of ways.entries()) {
    if (count < 2) continue;
    (places[index] as Place).join = joins;
    joins += 1;
  }
  return joins;
}

function beginningsOf(places: readonly Place[], vocabulary: Vocabulary): Beginnings {
  const symbols = new Set<number>();
  let tags = 0;
  const seen = new Set<number>();
  const visit = (number: number): void => {
    if (seen.has(number)) return;
    seen.add(number);
    for (const step of (places[number] as Place).steps) {
      const first = step.pattern?.automaton.first;
      if (step.op === OP.start || step.op === OP.end) visit(step.out);
      if (step.op === OP.word) symbols.add(step.symbol);
      for (const symbol of step.symbols.symbols) symbols.add(symbol);
      for (const symbol of first?.symbols.symbols ?? []) symbols.add(symbol);
      tags |= step.tags | (first?.tags ?? 0);
    }
  };
  visit(0);
  return { symbols: vocabulary.setOf([...symbols]), tags };
}
