/** Which rules agents leave, from the counts that they handed over. Pure: no names in, none out. */
import { ENOUGH, type Estimate } from '../../audit/stats/estimate';
import { proportion } from '../../audit/stats/proportion';
import type { Counts } from '../../store/counts-file';
import type { RuleTally } from '../../store/days';

export interface LeftRule extends RuleTally {
  rule: string;
  /** Of those shown, how many were left. */
  share: Estimate;
}

export interface LeftRules {
  /** Left most first, by what is left at least: the lower end of the interval. */
  ranked: LeftRule[];
  /** Shown too seldom to say; shown most first. */
  few: LeftRule[];
  replies: number;
  /** Of all files, local dates; '' where nothing was counted. */
  from: string;
  to: string;
}

export function leftRules(files: readonly Counts[]): LeftRules {
  const sums = new Map<string, RuleTally>();
  for (const { rules } of files) {
    for (const [rule, tally] of Object.entries(rules)) sums.set(rule, added(sums.get(rule), tally));
  }
  const all = [...sums].flatMap(([rule, tally]) => {
    // A rule can be left in a reply in which it was shown the day before.
    const share = proportion(Math.min(tally.left, tally.shown), tally.shown);
    return share ? [{ rule, ...tally, share }] : [];
  });
  const days = files.flatMap(({ from, to }) => [from, to]).filter(Boolean);
  return {
    ranked: all.filter(({ shown }) => shown >= ENOUGH).sort((a, b) => b.share.low - a.share.low || b.left - a.left),
    few: all.filter(({ shown }) => shown < ENOUGH).sort((a, b) => b.shown - a.shown || a.rule.localeCompare(b.rule)),
    replies: files.reduce((total, { replies }) => total + replies, 0),
    from: days.reduce((a, b) => (a && a < b ? a : b), ''),
    to: days.reduce((a, b) => (a > b ? a : b), ''),
  };
}

function added(one: RuleTally | undefined, other: RuleTally): RuleTally {
  if (!one) return other;
  return {
    shown: one.shown + other.shown,
    taken: one.taken + other.taken,
    byHand: one.byHand + other.byHand,
    left: one.left + other.left,
  };
}
