/** A run over time. */
import type { Columns } from '../columns';
import { dayOf, type Period, startOf, type Unit, unitFor, unitsOf } from './days';
import { emptyTally, type Tally, tallyBy } from './tally';

export interface Series {
  unit: Unit;
  /** In order of time, without gaps. */
  points: { period: Period; tally: Tally }[];
}

/** From the first day to the last that one of these replies has; null where none has a date. */
export function spanOf(columns: Columns, seqs: Uint32Array): Period | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const seq of seqs) {
    const at = columns.at[seq] ?? Number.NaN;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return first <= last ? { from: dayOf(first), to: dayOf(last) } : null;
}

export function seriesOf(columns: Columns, seqs: Uint32Array): Series | null {
  const span = spanOf(columns, seqs);
  if (!span) return null;
  const unit = unitFor(span);
  const periods = unitsOf(span, unit);
  const starts = Float64Array.from(periods, ({ from }) => startOf(from));
  const counted = tallyBy(columns, seqs, (seq) => placeOf(starts, columns.at[seq] ?? Number.NaN));
  return { unit, points: periods.map((period, at) => ({ period, tally: counted.get(at) ?? emptyTally() })) };
}

/** The last start that is not after `at`, by halving; -1 where there is none. */
function placeOf(starts: Float64Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return Number.isNaN(at) ? -1 : low - 1;
}
