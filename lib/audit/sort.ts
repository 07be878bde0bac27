/** The orders in which the replies of a run can be read. */
import { type Columns, NONE } from './columns';
import { radixSort } from './radix';

export const SORTS = ['score', 'mood', 'findings', 'agent', 'team', 'channel', 'date'] as const;
export type SortBy = (typeof SORTS)[number];

export interface Sort {
  by: SortBy;
  descending: boolean;
}

/** The direction a reader looks for first: low scores, upset customers, many findings, the newest. */
export const FIRST_DIRECTION: Record<SortBy, Sort> = {
  score: { by: 'score', descending: false },
  mood: { by: 'mood', descending: true },
  findings: { by: 'findings', descending: true },
  agent: { by: 'agent', descending: false },
  team: { by: 'team', descending: false },
  channel: { by: 'channel', descending: false },
  date: { by: 'date', descending: true },
};

/** As one word of an address: 'score', '-date'. */
export function sortText({ by, descending }: Sort): string {
  return `${descending ? '-' : ''}${by}`;
}

export function parseSort(text: string | null): Sort | undefined {
  const by = SORTS.find((known) => known === text?.replace(/^-/, ''));
  return by && { by, descending: text?.startsWith('-') ?? false };
}

/** A new array; equals stay as they were, and those without an agent, team or date come last either way. */
export function sortSeqs(columns: Columns, seqs: Uint32Array<ArrayBuffer>, sort: Sort): Uint32Array<ArrayBuffer> {
  const keyOf = keyFor(columns, sort.by);
  const keys = new Float64Array(seqs.length);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < keys.length; i++) {
    const key = keyOf(seqs[i] as number);
    keys[i] = key;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (Number.isNaN(key)) keys[i] = most - least + 1;
    else keys[i] = sort.descending ? most - key : key - least;
  }
  return radixSort(seqs, keys);
}

/** Whole numbers; NaN where nothing is known. */
function keyFor(columns: Columns, by: SortBy): (seq: number) => number {
  const { score, mood, channel, count, high, agent, team, at } = columns;
  switch (by) {
    case 'score':
      return (seq) => score[seq] as number;
    case 'mood':
      return (seq) => mood[seq] as number;
    case 'channel':
      return (seq) => channel[seq] as number;
    case 'findings':
      // Among as many, those that the customer would feel weigh more.
      return (seq) => (count[seq] as number) * 32 + bits(high[seq] as number);
    case 'agent':
      return byName(columns.agents, agent);
    case 'team':
      return byName(columns.teams, team);
    case 'date':
      return (seq) => Math.floor(at[seq] as number);
  }
}

function byName(names: readonly string[], column: Uint16Array): (seq: number) => number {
  const collator = new Intl.Collator(undefined, { numeric: true });
  const order = names.map((_, place) => place).sort((a, b) => collator.compare(names[a] ?? '', names[b] ?? ''));
  const rank = new Float64Array(NONE + 1).fill(Number.NaN);
  order.forEach((place, index) => {
    rank[place] = index;
  });
  return (seq) => rank[column[seq] as number] as number;
}

/** How many bits of `mask` are set. */
export function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}
