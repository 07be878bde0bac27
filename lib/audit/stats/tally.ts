/** Counts over the columns of a run: all that the pictures show, added up in one go. */
import type { PrincipleId } from '../../engine/types';
import { CHANNELS, type Columns, NONE, PRINCIPLES } from '../columns';
import { BIN } from '../summary';
import type { Moments } from './mean';

/** Some replies, counted. Hints (low) count nowhere: nobody is measured by them. */
export interface Tally extends Moments {
  /** Replies by score: 0 to 9, 10 to 19, …; the last takes in 100. */
  bins: number[];
  /** Replies in which nothing was found. */
  quiet: number;
  /** Replies in which each principle was found, in the order of PRINCIPLES. */
  principles: Uint32Array;
}

export function emptyTally(): Tally {
  return {
    n: 0,
    sum: 0,
    squares: 0,
    bins: Array.from({ length: 100 / BIN }, () => 0),
    quiet: 0,
    principles: new Uint32Array(PRINCIPLES.length),
  };
}

export function tally(columns: Columns, seqs: Uint32Array): Tally {
  const counted = emptyTally();
  for (const seq of seqs) add(counted, columns, seq);
  return counted;
}

/** One tally a group; a reply whose group is below 0 is in none. */
export function tallyBy(columns: Columns, seqs: Uint32Array, groupOf: (seq: number) => number): Map<number, Tally> {
  const groups = new Map<number, Tally>();
  for (const seq of seqs) {
    const group = groupOf(seq);
    if (group < 0) continue;
    let counted = groups.get(group);
    if (!counted) {
      counted = emptyTally();
      groups.set(group, counted);
    }
    add(counted, columns, seq);
  }
  return groups;
}

export type Grouping = 'agents' | 'teams' | 'channels';

/** The replies of each agent, team or channel by its name, in the order of names. Those without one are left out. */
export function tallyByName(columns: Columns, seqs: Uint32Array, by: Grouping): [string, Tally][] {
  const column = { agents: columns.agent, teams: columns.team, channels: columns.channel }[by];
  const names: readonly string[] = { agents: columns.agents, teams: columns.teams, channels: CHANNELS }[by];
  const groups = tallyBy(columns, seqs, (seq) => {
    const place = column[seq] ?? NONE;
    return place === NONE ? -1 : place;
  });
  return [...groups]
    .map(([place, counted]): [string, Tally] => [names[place] ?? '', counted])
    .sort(([a], [b]) => a.localeCompare(b));
}

export const principleCount = (counted: Tally, principle: PrincipleId): number =>
  counted.principles[PRINCIPLES.indexOf(principle)] ?? 0;

function add(counted: Tally, columns: Columns, seq: number): void {
  const score = columns.score[seq] ?? 0;
  // The coach failed on it: it has no review.
  if (score > 100) return;
  counted.n += 1;
  counted.sum += score;
  counted.squares += score * score;
  const bin = Math.min(counted.bins.length - 1, Math.floor(score / BIN));
  counted.bins[bin] = (counted.bins[bin] ?? 0) + 1;
  if (columns.count[seq] === 0) counted.quiet += 1;
  let found = ((columns.high[seq] ?? 0) | (columns.medium[seq] ?? 0)) >>> 0;
  while (found !== 0) {
    const place = 31 - Math.clz32(found);
    counted.principles[place] = (counted.principles[place] ?? 0) + 1;
    found = (found & ~(1 << place)) >>> 0;
  }
}
