/**
 * `npx tsx lib/cli/train-votes.ts FILE... [--write]`: learns the weights of lib/engine/votes.json from labelled
 * exchanges, and shows what they reach on files they were not learned from (each file is left out in turn). A row's
 * label says that at least one of its questions is open, not which, so the most likely one stands for the row.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { questionSigns } from '../engine/answers';
import { coach } from '../engine/coach';
import type { DraftFacts } from '../engine/detectors/detector';
import { followUpSigns } from '../engine/detectors/no-follow-up';
import { nextStepSigns } from '../engine/detectors/no-next-step';
import { listeningSigns } from '../engine/detectors/not-listening';
import { questionsIn } from '../engine/questions';
import { replyOf } from '../engine/reply';
import { sourceOf } from '../engine/review-source';
import type { Ballot, BallotId, Signs } from '../engine/vote';
import { builtInBanks } from '../phrasebank/built-in';
import type { Labelled } from './score';
import { EXPECTED } from './train/expected-votes';

interface Row {
  file: string;
  id: string;
  label: boolean;
  /** One for each question, or one for the draft; none where nothing is to be judged. */
  bag: Signs[];
  weight: number;
}

const VOTES = new URL('../engine/votes.json', import.meta.url);
const ROUNDS = 300;
const PACE = 0.05;
/** How strongly weights are held near what was expected of them: a handful of rows must not turn a sign round. */
const HOLD = Number(process.env.HOLD ?? 4);
/** A false alarm costs trust: precision counts this much more than recall where the line is drawn. */
const BETA = Number(process.env.BETA ?? 0.75);

const SIGNS: Record<BallotId, (facts: DraftFacts) => Signs[]> = {
  'unanswered-question': (facts) => {
    const asked = questionsIn(facts.conversation.customer, facts.banks);
    return replyOf(facts).body.length === 0 ? [] : asked.map((question) => questionSigns(question, asked, facts));
  },
  'not-listening': (facts) => some(listeningSigns(facts)),
  'no-next-step': (facts) => some(nextStepSigns(facts)),
  'no-follow-up': (facts) => some(followUpSigns(facts)),
};

function some(signs: Signs | null): Signs[] {
  return signs ? [signs] : [];
}

/** A row with its signs in columns. */
interface Column {
  row: Row;
  bag: Float64Array[];
}

function columnsOf(rows: readonly Row[], names: readonly string[]): Column[] {
  return rows.map((row) => ({
    row,
    bag: row.bag.map((signs) => Float64Array.from(names, (name) => signs[name] ?? 0)),
  }));
}

/** The bag's most likely member and its sum. */
function strongest(bag: readonly Float64Array[], weights: Float64Array, bias: number): { sum: number; at: number } {
  let best = { sum: Number.NEGATIVE_INFINITY, at: -1 };
  bag.forEach((signs, at) => {
    let sum = bias;
    for (let index = 0; index < weights.length; index += 1)
      sum += (weights[index] as number) * (signs[index] as number);
    if (sum > best.sum) best = { sum, at };
  });
  return best;
}

/** Logistic regression on each bag's strongest member, by gradient with a pace of its own for each weight (Adam). */
function learn(
  columns: readonly Column[],
  names: readonly string[],
  id: BallotId,
): { bias: number; weights: Float64Array } {
  const usable = columns.filter(({ bag }) => bag.length > 0);
  const expected = Float64Array.from([...names, 'bias'], (name) => EXPECTED[id][name] ?? 0);
  const values = Float64Array.from(expected);
  const mean = new Float64Array(values.length);
  const spread = new Float64Array(values.length);
  const last = names.length;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = Float64Array.from(values, (value, index) => HOLD * (value - (expected[index] as number)));
    const weights = values.subarray(0, last);
    for (const { row, bag } of usable) {
      const { sum, at } = strongest(bag, weights, values[last] as number);
      const error = row.weight * (1 / (1 + Math.exp(-sum)) - Number(row.label));
      const signs = bag[at] as Float64Array;
      for (let index = 0; index < last; index += 1)
        slope[index] = (slope[index] as number) + error * (signs[index] as number);
      slope[last] = (slope[last] as number) + error;
    }
    for (let index = 0; index <= last; index += 1) {
      const step = slope[index] as number;
      mean[index] = 0.9 * (mean[index] as number) + 0.1 * step;
      spread[index] = 0.99 * (spread[index] as number) + 0.01 * step * step;
      const straight = (mean[index] as number) / (1 - 0.9 ** round);
      const scale = Math.sqrt((spread[index] as number) / (1 - 0.99 ** round)) + 1e-8;
      values[index] = (values[index] as number) - (PACE * straight) / scale;
    }
  }
  return { bias: values[last] as number, weights: values.slice(0, last) };
}

interface Reached {
  hit: number;
  miss: number;
  alarm: number;
}

function measure(judged: readonly { row: Row; sum: number }[], line: number): Reached {
  const reached = { hit: 0, miss: 0, alarm: 0 };
  for (const { row, sum } of judged) {
    if (row.label) reached[sum >= line ? 'hit' : 'miss'] += 1;
    else if (sum >= line) reached.alarm += 1;
  }
  return reached;
}

function balance({ hit, miss, alarm }: Reached, beta: number): number {
  return ((1 + beta * beta) * hit) / ((1 + beta * beta) * hit + beta * beta * miss + alarm || 1);
}

function shown({ hit, miss, alarm }: Reached): string {
  const share = (part: number, all: number) => (all === 0 ? '-' : (part / all).toFixed(2));
  return `precision ${share(hit, hit + alarm)} recall ${share(hit, hit + miss)} (${hit} hit, ${miss} missed, ${alarm} false)`;
}

type Rows = Record<BallotId, Row[]>;

function readRows(files: readonly string[]): Rows {
  const banks = builtInBanks();
  const rows: Rows = { 'unanswered-question': [], 'not-listening': [], 'no-next-step': [], 'no-follow-up': [] };
  for (const file of files)
    for (const json of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const row = JSON.parse(json) as Labelled;
      const { customer, channel, earlier } = row;
      const { facts } = sourceOf(coach(row.draft, { customer, channel, earlier }, banks));
      // What the banks were written from shows their phrases better than any other text will.
      const weight = basename(file).startsWith('train') ? 1 : 2;
      for (const id of Object.keys(rows) as BallotId[])
        rows[id].push({
          file: basename(file),
          id: row.id,
          label: row.whole.includes(id),
          bag: SIGNS[id](facts),
          weight,
        });
    }
  return rows;
}

function main(args: readonly string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length === 0) {
    console.error('Usage: npx tsx lib/cli/train-votes.ts FILE... [--write] [--errors]');
    process.exitCode = 2;
    return;
  }
  const votes: Record<string, Ballot> = {};
  for (const [id, rows] of Object.entries(readRows(files)) as [BallotId, Row[]][]) {
    const names = [...new Set(rows.flatMap(({ bag }) => bag.flatMap((signs) => Object.keys(signs))))].sort();
    const columns = columnsOf(rows, names);
    const fileNames = [...new Set(rows.map(({ file }) => file))];
    const judged = fileNames.flatMap((file) => {
      const { bias, weights } = learn(
        columns.filter(({ row }) => row.file !== file),
        names,
        id,
      );
      return columns
        .filter(({ row }) => row.file === file)
        .map(({ row, bag }) => ({ row, sum: strongest(bag, weights, bias).sum }));
    });
    const line = judged
      .map(({ sum }) => sum)
      .filter((sum) => sum > -3)
      .reduce(
        (best, next) => (balance(measure(judged, next), BETA) > balance(measure(judged, best), BETA) ? next : best),
        0,
      );
    console.log(`${id}: left out in turn, ${shown(measure(judged, line))}, line ${line.toFixed(2)}`);
    for (const file of fileNames)
      console.log(
        `  ${file.padEnd(24)}${shown(
          measure(
            judged.filter(({ row }) => row.file === file),
            line,
          ),
        )}`,
      );
    if (args.includes('--errors'))
      for (const { row, sum } of judged)
        if (row.label !== sum >= line)
          console.log(`  ${row.label ? 'MISS' : 'FALSE'} ${row.id} ${(sum - line).toFixed(2)}`);
    const { bias, weights } = learn(columns, names, id);
    const rounded = names
      .map((name, index): [string, number] => [name, Math.round((weights[index] as number) * 100) / 100])
      .filter(([, weight]) => weight !== 0);
    votes[id] = { bias: Math.round((bias - line) * 100) / 100, hint: -0.5, weights: Object.fromEntries(rounded) };
  }
  if (args.includes('--write')) writeFileSync(VOTES, `${JSON.stringify(votes, null, 2)}\n`);
}

main(process.argv.slice(2));
