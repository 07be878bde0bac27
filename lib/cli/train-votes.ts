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

/** What each sign is expected to weigh before any row is seen, from the rubric; what the rows teach moves it. */
const EXPECTED: Record<BallotId, Readonly<Record<string, number>>> = {
  'unanswered-question': {
    bias: -1.5,
    'words-met': -1,
    'words-covered': -1.5,
    'no-common-word': 0.7,
    'kind-met': -0.3,
    'kind-met-in-a-sentence-of-its-own': -0.7,
    'kind-met-on-the-matter': -0.8,
    'topic-not-named': 0.4,
    'topic-not-named-nor-kind-met': 0.8,
    'no-answer-of-that-kind': 1.5,
    'no-act-or-offer': 1.2,
    'no-yes-or-no': 0.6,
    link: -2,
    'later-with-a-time': -2,
    refused: -1,
    'refused-on-the-matter': -1,
    'unsure-on-the-matter': -1,
    'a-way-shown': -0.5,
    'asks-back': -0.8,
    acted: -0.5,
    'passed-on': 0.7,
    'points-elsewhere': 1,
    'will-not-say': 0.7,
    'says-nothing': 2.5,
    matter: -0.3,
    'customers-in-general': 0.5,
    'one-of-several-not-touched': 1.5,
    'one-of-several-barely-touched': 0.8,
    'one-of-several-answered-by-none': 0.7,
    'all-untouched': 0.5,
    social: -0.3,
    chat: -0.3,
    'no-question-mark': -0.7,
  },
  'not-listening': {
    bias: -1.5,
    'words-taken-up': -2,
    'share-taken-up': -1,
    'words-stated': -0.5,
    'nothing-taken-up': 2,
    'nothing-stated': 0.7,
    'one-word-taken-up': 0.5,
    'feeling-named-with-the-case': -1.5,
    'asks-what-is-wrong': 1,
    'set-phrases': 1,
    'hollow-sympathy': 0.7,
    'customers-in-general': 0.5,
    'speaks-like-a-notice': 1,
    'asks-again': 2,
    'steps-they-tried': 1.5,
    'passed-on': 0.7,
    long: -0.5,
    acted: -0.5,
    'names-a-thing-of-theirs': -0.7,
    'first-person': -0.5,
    'answers-a-question': -0.3,
    link: -0.3,
    owned: -0.7,
    problem: 1,
    upset: 0.3,
    chat: -0.7,
    social: -1.5,
    'in-mid-thread': -0.5,
  },
  'no-next-step': {
    bias: -2,
    'nothing-that-leads-on': 2,
    'let-down-and-nothing-leads-on': 1,
    'nothing-open': -2,
    'steps-named': -1.5,
    'we-do-something': -1,
    'we-do-something-by-a-time': -1,
    promised: -1,
    'put-right': -1.5,
    'asks-for-something': -1.5,
    'asks-a-question': -1.2,
    'asks-what-is-wrong': -1,
    'shows-a-way': -1.5,
    link: -2,
    'an-option': -0.7,
    'looks-back': -1,
    'a-later-answer': -1,
    refused: -2,
    'passed-on-alone': 1.5,
    'passed-on': 0.5,
    'a-time': -0.5,
    'no-time-on-it': -2,
    unsure: -0.5,
    heat: 0.7,
    'set-phrases': 0.5,
    'hollow-sympathy': 0.3,
    'set-promise': 0.7,
    excuse: 0.3,
    'customers-in-general': 0.3,
    'ends-on-a-step': -0.3,
    'a-question-of-theirs-is-open': 1,
    upset: 0.8,
    'they-only-asked': -1,
    problem: 0.5,
  },
  'no-follow-up': {
    bias: -1.5,
    'put-right': 1.5,
    'put-right-by-act': 1,
    'only-in-part': -1,
    'looks-back': -2.5,
    'promised-before': -2.5,
    'promises-more': -1.5,
    'asks-something': -2,
    'asks-for-something': -1,
    link: -1,
    refused: -1.5,
    'no-time-on-it': -1,
    overpromised: 0.5,
    'something-is-on-its-way': -0.5,
    'no-problem-told': -1.5,
    upset: 0.7,
    chat: -0.3,
  },
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
