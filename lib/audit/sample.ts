/** Draws the replies that a reviewer reads. The same replies, size and seed give the same list, on every machine. */
import { type Columns, PRINCIPLES } from './columns';
import { draw, randomFrom } from './random';
import { bits } from './sort';

export type Share =
  | 'equal' // as many for each agent, as far as they have them
  | 'proportional'; // as their share of the replies

/** `size` of `seqs`, by chance alone, in the order of the file. */
export function randomSample(seqs: ArrayLike<number>, size: number, seed: string): number[] {
  return draw(seqs, size, randomFrom(seed)).sort((a, b) => a - b);
}

/** By agent, then by chance; an agent's replies stand together. Those without an agent are a group of their own. */
export function stratifiedSample(
  columns: Columns,
  seqs: ArrayLike<number>,
  size: number,
  share: Share,
  seed: string,
): number[] {
  const random = randomFrom(seed);
  const groups = [...groupBy(Array.from(seqs), (seq) => columns.agent[seq] as number).values()];
  // Who gets what cannot be shared out evenly is chance too.
  const mixed = draw(groups, groups.length, random);
  const sizes = (share === 'equal' ? equalSizes : proportionalSizes)(
    mixed.map((group) => group.length),
    size,
  );
  return mixed.flatMap((group, place) => draw(group, sizes[place] as number, random).sort((a, b) => a - b));
}

/** One to each in turn, until all are given out. */
function equalSizes(available: readonly number[], size: number): number[] {
  const sizes = available.map(() => 0);
  let left = Math.min(
    size,
    available.reduce((sum, count) => sum + count, 0),
  );
  while (left > 0) {
    for (let place = 0; place < sizes.length && left > 0; place++) {
      if ((sizes[place] as number) >= (available[place] as number)) continue;
      sizes[place] = (sizes[place] as number) + 1;
      left--;
    }
  }
  return sizes;
}

/** Whole parts first, then one more to those with the largest rest. */
function proportionalSizes(available: readonly number[], size: number): number[] {
  const all = available.reduce((sum, count) => sum + count, 0);
  const wanted = Math.min(size, all);
  const exact = available.map((count) => (all ? (count * wanted) / all : 0));
  const sizes = exact.map(Math.floor);
  const rest = (place: number) => (exact[place] as number) - (sizes[place] as number);
  const byRest = sizes.map((_, place) => place).sort((a, b) => rest(b) - rest(a));
  const left = wanted - sizes.reduce((sum, count) => sum + count, 0);
  for (const place of byRest.slice(0, left)) sizes[place] = (sizes[place] as number) + 1;
  return sizes;
}

/** How much each sign of a telling reply weighs, on a scale where a score of 0 instead of 100 is SCORE. */
const SCORE = 3;
const HIGH = 0.6;
const UPSET = 0.8;
const ABUSIVE = 1;
const RARE = 0.25;
const DISPUTED = 1.5;
/** What is left of a reply's worth for each reply before it of the same agent, and of the same first principle. */
const SAME_AGENT = 0.6;
const SAME_PRINCIPLE = 0.8;
/** Between equals chance decides, and no more than that. */
const CHANCE = 0.01;

/**
 * The replies that say most: low scores, findings that a customer would feel, upset customers, principles that are rare
 * in these replies, and principles whose findings reviewers disagreed with before (`disputed`: 0 to 1, in the order of
 * PRINCIPLES). Each reply of an agent or of a first principle makes the next of the same worth less, so that the list is
 * not one agent's ten worst. Most telling first.
 */
export function tellingSample(
  columns: Columns,
  seqs: ArrayLike<number>,
  size: number,
  disputed: readonly number[],
  seed: string,
): number[] {
  const random = randomFrom(seed);
  const rarity = rarityOf(columns, seqs);
  const worth = Float64Array.from(seqs, (seq) => worthOf(columns, seq, rarity, disputed) + random() * CHANCE);
  // Replies of one agent and one first principle lose their worth together: the best of each kind stands first.
  const places = Array.from(worth, (_, place) => place).sort((a, b) => (worth[b] as number) - (worth[a] as number));
  const kinds = [...groupBy(places, (place) => kindOf(columns, seqs[place] as number)).values()].map((group) => {
    const seq = seqs[group[0] as number] as number;
    return { agent: columns.agent[seq] as number, principle: firstPrinciple(columns, seq), places: group, next: 0 };
  });
  const agents = new Map<number, number>();
  const principles = new Map<number, number>();
  const now = (kind: (typeof kinds)[number]) =>
    kind.next < kind.places.length
      ? (worth[kind.places[kind.next] as number] as number) *
        SAME_AGENT ** (agents.get(kind.agent) ?? 0) *
        SAME_PRINCIPLE ** (principles.get(kind.principle) ?? 0)
      : Number.NEGATIVE_INFINITY;
  const list: number[] = [];
  while (list.length < Math.min(size, seqs.length)) {
    const best = kinds.reduce((most, kind) => (now(kind) > now(most) ? kind : most));
    list.push(seqs[best.places[best.next++] as number] as number);
    agents.set(best.agent, (agents.get(best.agent) ?? 0) + 1);
    principles.set(best.principle, (principles.get(best.principle) ?? 0) + 1);
  }
  return list;
}

function kindOf(columns: Columns, seq: number): number {
  return (columns.agent[seq] as number) * 64 + firstPrinciple(columns, seq) + 1;
}

/** In the order in which the groups first come. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function worthOf(columns: Columns, seq: number, rarity: readonly number[], disputed: readonly number[]): number {
  const mood = columns.mood[seq] as number;
  let worth = (SCORE * (100 - (columns.score[seq] as number))) / 100 + HIGH * bits(columns.high[seq] as number);
  if (mood > 0) worth += mood === 1 ? UPSET : ABUSIVE;
  let rarest = 0;
  let doubt = 0;
  for (let rest = (columns.high[seq] as number) | (columns.medium[seq] as number); rest; rest &= rest - 1) {
    const principle = 31 - Math.clz32(rest & -rest);
    rarest = Math.max(rarest, rarity[principle] ?? 0);
    doubt = Math.max(doubt, disputed[principle] ?? 0);
  }
  return worth + RARE * rarest + DISPUTED * doubt;
}

/** Powers of ten by which a principle is rarer than one that is in every reply. */
function rarityOf({ high, medium }: Columns, seqs: ArrayLike<number>): number[] {
  const counts = PRINCIPLES.map(() => 0);
  for (let place = 0; place < seqs.length; place++) {
    const seq = seqs[place] as number;
    for (let rest = (high[seq] as number) | (medium[seq] as number); rest; rest &= rest - 1) {
      const principle = 31 - Math.clz32(rest & -rest);
      counts[principle] = (counts[principle] ?? 0) + 1;
    }
  }
  return counts.map((count) => (count ? Math.log10(seqs.length / count) : 0));
}

/** Of the highest severity, by the rubric's order; -1 where there is no finding. */
function firstPrinciple({ high, medium }: Columns, seq: number): number {
  const mask = (high[seq] as number) || (medium[seq] as number);
  return mask ? 31 - Math.clz32(mask & -mask) : -1;
}
