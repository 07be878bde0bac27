/**
 * Rules that learn their place: one that an agent leaves again and again becomes a hint for them, and comes back where
 * they take its rewrites after all. Both are counted in a row: what was taken starts the leaving over, and the other
 * way round.
 */
import type { Settings } from './settings';

/** Left so often in a row, a rule becomes a hint. */
export const QUIET_AFTER = 5;
/** Taken so often in a row, a rule that had become a hint is back. */
export const BACK_AFTER = 2;

type Habits = Pick<Settings, 'leftCount' | 'takenCount'>;

export const isQuiet = ({ leftCount }: Pick<Habits, 'leftCount'>, rule: string): boolean =>
  (leftCount[rule] ?? 0) >= QUIET_AFTER;

export const quietRules = (habits: Pick<Habits, 'leftCount'>): string[] =>
  Object.keys(habits.leftCount).filter((rule) => isQuiet(habits, rule));

export function afterLeaving({ leftCount, takenCount }: Habits, rule: string): Habits {
  return { leftCount: { ...leftCount, [rule]: (leftCount[rule] ?? 0) + 1 }, takenCount: without(takenCount, [rule]) };
}

export function afterTaking(habits: Habits, rule: string): Habits {
  const taken = (habits.takenCount[rule] ?? 0) + 1;
  if (!isQuiet(habits, rule) || taken >= BACK_AFTER) return broughtBack(habits, [rule]);
  return { leftCount: habits.leftCount, takenCount: { ...habits.takenCount, [rule]: taken } };
}

/** As if these had never been left. */
export function broughtBack({ leftCount, takenCount }: Habits, rules: readonly string[]): Habits {
  return { leftCount: without(leftCount, rules), takenCount: without(takenCount, rules) };
}

function without(counts: Record<string, number>, rules: readonly string[]): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([rule]) => !rules.includes(rule)));
}
