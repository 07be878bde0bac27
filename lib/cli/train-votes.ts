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
import { type Ballot, type BallotId, type Signs, vote } from '../engine/vote';
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
const ROUNDS = 600;
const STEP = 0.6;
/** How strongly weights are held near 0: signs that a handful of rows show must not decide. */
const HOLD = Number(process.env.HOLD ?? 1.5);
/** A false alarm costs trust: precision counts this much more than recall where the line is drawn. */
const BETA = Number(process.env.BETA ?? 0.7);

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

function sumOf(ballot: Ballot, signs: Signs): number {
  return vote('not-listening', signs, ballot).sum;
}

/** The bag's most likely member and its sum. */
function strongest({ bag }: Row, ballot: Ballot): { signs: Signs; sum: number } {
  return bag
    .map((signs) => ({ signs, sum: sumOf(ballot, signs) }))
    .reduce((best, next) => (next.sum > best.sum ? next : best));
}

/** Logistic regression, by gradient, on each bag's strongest member. */
function learn(rows: readonly Row[]): Ballot {
  const usable = rows.filter(({ bag }) => bag.length > 0);
  const weights: Record<string, number> = {};
  const ballot = { bias: -1, hint: -0.5, weights };
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope: Record<string, number> = {};
    let slopeOfBias = 0;
    for (const row of usable) {
      const { signs, sum } = strongest(row, ballot);
      const error = row.weight * (1 / (1 + Math.exp(-sum)) - Number(row.label));
      slopeOfBias += error;
      for (const [name, value] of Object.entries(signs)) if (value) slope[name] = (slope[name] ?? 0) + error * value;
    }
    const pace = (STEP * 40) / total / (1 + round / 300);
    ballot.bias -= pace * slopeOfBias;
    for (const name of Object.keys(slope))
      weights[name] = (weights[name] ?? 0) - pace * ((slope[name] ?? 0) + HOLD * (weights[name] ?? 0));
  }
  return ballot;
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

function readRows(files: readonly string[], id: BallotId): Row[] {
  const banks = builtInBanks();
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((json): Row => {
        const row = JSON.parse(json) as Labelled;
        const { customer, channel, earlier } = row;
        const { facts } = sourceOf(coach(row.draft, { customer, channel, earlier }, banks));
        // What the banks were written from shows their phrases better than any other text will.
        const weight = basename(file).startsWith('train') ? 1 : 2;
        return { file: basename(file), id: row.id, label: row.whole.includes(id), bag: SIGNS[id](facts), weight };
      }),
  );
}

function main(args: readonly string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length === 0) {
    console.error('Usage: npx tsx lib/cli/train-votes.ts FILE... [--write] [--errors]');
    process.exitCode = 2;
    return;
  }
  const votes: Record<string, Ballot> = {};
  for (const id of Object.keys(SIGNS) as BallotId[]) {
    const rows = readRows(files, id);
    const judged = [...new Set(rows.map(({ file }) => file))].flatMap((file) => {
      const ballot = learn(rows.filter((row) => row.file !== file));
      return rows
        .filter((row) => row.file === file)
        .map((row) => ({ row, sum: row.bag.length > 0 ? strongest(row, ballot).sum : Number.NEGATIVE_INFINITY }));
    });
    const lines = judged.map(({ sum }) => sum).filter((sum) => sum > -3);
    const line = lines.reduce(
      (best, next) => (balance(measure(judged, next), BETA) > balance(measure(judged, best), BETA) ? next : best),
      0,
    );
    console.log(`${id}: left out in turn, ${shown(measure(judged, line))}`);
    for (const file of new Set(rows.map((row) => row.file)))
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
    const ballot = learn(rows);
    const rounded = Object.entries(ballot.weights)
      .map(([name, weight]): [string, number] => [name, Math.round(weight * 100) / 100])
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => a.localeCompare(b));
    votes[id] = {
      bias: Math.round((ballot.bias - line) * 100) / 100,
      hint: -0.5,
      weights: Object.fromEntries(rounded),
    };
  }
  if (args.includes('--write')) writeFileSync(VOTES, `${JSON.stringify(votes, null, 2)}\n`);
}

main(process.argv.slice(2));
