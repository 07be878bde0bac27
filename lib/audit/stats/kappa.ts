/** Agreement between two raters beyond what chance would give. */
import { CONFIDENCE, type Estimate } from './estimate';
import { normalQuantile } from './normal';

/** Items by what the first rater (row) and the second (column) said of them. Square. */
export type Ratings = readonly (readonly number[])[];

/**
 * Cohen's kappa (Cohen 1960) with the interval of Fleiss, Cohen and Everitt (1969) for items that have nothing to do with
 * each other. Null where it is not defined: no items, or both raters said the same one thing of all of them, so that
 * there is nothing to agree beyond chance about.
 */
export function kappa(ratings: Ratings, confidence = CONFIDENCE): Estimate | null {
  const n = total(ratings);
  const value = kappaValue(ratings);
  if (value === null) return null;
  const rows = ratings.map((row) => sum(row) / n);
  const columns = ratings.map((_, at) => sum(ratings.map((row) => row[at] ?? 0)) / n);
  const expected = sum(rows.map((row, at) => row * (columns[at] ?? 0)));
  let within = 0;
  let across = 0;
  for (const [i, row] of ratings.entries()) {
    for (const [j, count] of row.entries()) {
      const p = count / n;
      if (i === j) within += p * (1 - ((rows[i] ?? 0) + (columns[i] ?? 0)) * (1 - value)) ** 2;
      else across += p * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2;
    }
  }
  const variance = within + (1 - value) ** 2 * across - (value - expected * (1 - value)) ** 2;
  const error = Math.sqrt(Math.max(0, variance) / n) / (1 - expected);
  const spread = normalQuantile(1 - (1 - confidence) / 2) * error;
  return { value, low: Math.max(-1, value - spread), high: Math.min(1, value + spread), n };
}

/** Kappa alone; null where it is not defined. */
export function kappaValue(ratings: Ratings): number | null {
  const n = total(ratings);
  if (n === 0) return null;
  const observed = sum(ratings.map((row, at) => row[at] ?? 0)) / n;
  const expected = sum(ratings.map((row, at) => (sum(row) * sum(ratings.map((other) => other[at] ?? 0))) / (n * n)));
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

const REPLICATES = 1000;

/**
 * Kappa over items that come in groups, such as the principles of one reply, which are judged together and so are not
 * independent: the groups are drawn anew, with replacement, and the interval is where the middle of the kappas lies
 * (cluster bootstrap, percentiles; Efron and Tibshirani 1993, chapters 8 and 13). The same groups give the same interval.
 */
export function clusteredKappa(groups: readonly Ratings[], confidence = CONFIDENCE): Estimate | null {
  const all = add(groups);
  const value = all && kappaValue(all);
  if (!all || value === null) return null;
  const random = seeded(groups.length);
  const drawn: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate += 1) {
    const sample = add(groups.map(() => groups[Math.floor(random() * groups.length)] as Ratings));
    const found = sample && kappaValue(sample);
    if (found !== null) drawn.push(found);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? value;
  const tail = (1 - confidence) / 2;
  return { value, low: Math.min(value, at(tail)), high: Math.max(value, at(1 - tail)), n: total(all) };
}

function add(groups: readonly Ratings[]): number[][] | null {
  const [first] = groups;
  if (!first) return null;
  const sums = first.map((row) => row.map(() => 0));
  for (const group of groups) {
    for (const [i, row] of sums.entries()) for (const j of row.keys()) row[j] = (row[j] ?? 0) + (group[i]?.[j] ?? 0);
  }
  return sums;
}

/** mulberry32: small, and good enough to draw samples with. Numbers from 0 to 1, 1 exclusive. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
const total = (ratings: Ratings) => sum(ratings.map(sum));
