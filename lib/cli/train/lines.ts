/** From which sum on a principle is flagged: drawn on judged examples, where all principles together read best. */

import type { LinearModel } from '../../engine/judge/linear';
import type { Company, Lines, Standing } from '../../engine/judge/lines';
import type { Example } from './ftrl';

/** Something labelled, with what stands for each principle in it. */
export interface Judgement extends Example {
  file: string;
  /** Of the exchange. */
  id: string;
  text: string;
  /** By target. */
  standings: readonly Standing[];
  /** Known beforehand; else it is read off the other examples of the exchange. */
  company?: Company;
}

export interface Weighed {
  example: Judgement;
  /** By target. */
  sums: Float64Array;
  company: Company;
  /** As how many examples it counts. */
  counts: number;
}

export type DrawnLines = Record<Company, Record<Standing, number[]>>;

export interface Count {
  hit: number;
  miss: number;
  alarm: number;
}

export const COMPANIES: readonly Company[] = ['only', 'among'];
export const STANDINGS: readonly Standing[] = ['found', 'hinted', 'alone'];

/** From this sum on a sentence is company for the others of its exchange: as the engine has it. */
export function weighAll(examples: readonly Judgement[], model: LinearModel, clear: number, counts = 1): Weighed[] {
  const weighed = examples.map((example): Weighed => {
    const sums = model.start();
    for (const { id, value } of example.features) model.add(sums, id, value);
    return { example, sums, company: example.company ?? 'only', counts };
  });
  const exchanges = new Map<string, Weighed[]>();
  for (const one of weighed) {
    if (one.example.company !== undefined) continue;
    const exchange = `${one.example.file} ${one.example.id}`;
    const known = exchanges.get(exchange);
    if (known) known.push(one);
    else exchanges.set(exchange, [one]);
  }
  for (const all of exchanges.values())
    for (const one of all)
      if (all.some((other) => other !== one && Math.max(...other.sums) >= clear)) one.company = 'among';
  return weighed;
}

export function count(
  weighed: readonly Weighed[],
  flagged: (one: Weighed, target: number) => boolean,
  target?: number,
): Count {
  const total = { hit: 0, miss: 0, alarm: 0 };
  for (const one of weighed)
    for (const [at, label] of one.example.labels.entries()) {
      if (label === null || (target !== undefined && at !== target)) continue;
      const said = flagged(one, at);
      if (label === 1) total[said ? 'hit' : 'miss'] += one.counts;
      else if (said) total.alarm += one.counts;
    }
  return total;
}

export function isOver(lines: Lines): (one: Weighed, at: number) => boolean {
  return ({ example, sums, company }, at) =>
    (sums[at] as number) >= (lines[company][example.standings[at] as Standing][at] as number);
}

const LOWEST = -4;
const STEPS = Array.from({ length: 71 }, (_, at) => LOWEST + at / 10);
/** How far a principle's own line may go from the common one: a step of 1 has to win about two sentences. */
const HOLD = 0.0008;

/** First one line for each place, then each principle's own near it. `beta`: how much recall counts beside precision. */
export function drawLines(all: readonly Weighed[], targets: readonly string[], beta: number): DrawnLines {
  // What no line reaches and nobody labelled changes no figure
  const weighed = all.filter(({ sums, example }) => Math.max(...sums) > LOWEST || example.labels.includes(1));
  const fill = (line: number) => targets.map(() => line);
  const apart = () => ({ found: fill(-1.5), hinted: fill(-0.5), alone: fill(0) });
  const lines: DrawnLines = { only: apart(), among: apart() };
  for (let turn = 0; turn < 3; turn += 1)
    for (const company of COMPANIES)
      for (const standing of STANDINGS)
        lines[company][standing] = fill(
          best((line) => {
            lines[company][standing] = fill(line);
            return balance(count(weighed, isOver(lines)), beta);
          }),
        );
  const common = structuredClone(lines);
  const counts = targets.map((_, at) => count(weighed, isOver(lines), at));
  for (let turn = 0; turn < 2; turn += 1)
    for (const at of targets.keys()) {
      const others = counts.filter((_, other) => other !== at).reduce(added, { hit: 0, miss: 0, alarm: 0 });
      for (const company of COMPANIES)
        for (const standing of STANDINGS) {
          const own = lines[company][standing];
          own[at] = best((line) => {
            own[at] = line;
            const here = count(weighed, isOver(lines), at);
            return balance(added(others, here), beta) - HOLD * (line - (common[company][standing][at] as number)) ** 2;
          });
        }
      counts[at] = count(weighed, isOver(lines), at);
    }
  return lines;
}

function balance({ hit, miss, alarm }: Count, beta: number): number {
  return ((1 + beta * beta) * hit) / ((1 + beta * beta) * hit + beta * beta * miss + alarm || 1);
}

function added(a: Count, b: Count): Count {
  return { hit: a.hit + b.hit, miss: a.miss + b.miss, alarm: a.alarm + b.alarm };
}

function best(value: (line: number) => number): number {
  return STEPS.map((line) => ({ line, worth: value(line) })).reduce((a, b) => (b.worth > a.worth ? b : a)).line;
}
