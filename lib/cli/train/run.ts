/**
 * Learns a file of weights and shows what they reach. `--lines FILE...`: exchanges that no rule was written from; the
 * lines are drawn on them, each judged by weights learnt without it, and they are learnt from in the end. `--tune
 * FILE...`: lines are drawn on them too, but nothing is learnt from them, as they may not be copied. `--held FILE...`:
 * measured alone. `--write`, `--each` (principle by principle), `--errors`. Deterministic.
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LinearModel, type LinearWeights } from '../../engine/judge/linear';
import type { JudgeWeights } from '../../engine/judge/lines';
import { learn, type Settings } from './ftrl';
import {
  COMPANIES,
  type Count,
  count,
  drawLines,
  isOver,
  type Judgement,
  STANDINGS,
  type Weighed,
  weighAll,
} from './lines';

export interface Training {
  /** 'train-sentences', for the usage line. */
  name: string;
  targets: readonly string[];
  settings: Settings;
  /** From which sum on an example is company for the others of its exchange. */
  clear: number;
  read(file: string): Judgement[];
  /** Examples beside those of the files. */
  more?(): Judgement[];
  /** Words alone need at least this sum, wherever the line would be drawn. */
  leastAlone?: number;
  /** Which features are worth their time, once all were weighed; all by default. */
  worth?(weights: LinearWeights): (id: string) => boolean;
  /** Where the weights go. */
  file: URL;
}

const FOLDS = 4;
/** How much recall counts beside precision. */
const BETA = 1;
/** Real replies are few in what may be learnt from, and most of what is written. */
const TUNE_COUNTS = 3;

export function run(training: Training, args: readonly string[]): void {
  const { targets, settings, clear } = training;
  const groups: Record<'learn' | 'lines' | 'tune' | 'held', string[]> = { learn: [], lines: [], tune: [], held: [] };
  let group: keyof typeof groups = 'learn';
  for (const arg of args) {
    if (arg === '--lines' || arg === '--tune' || arg === '--held') group = arg.slice(2) as keyof typeof groups;
    else if (!arg.startsWith('--')) groups[group].push(arg);
  }
  if (groups.learn.length === 0 || groups.lines.length === 0) {
    console.error(
      `Usage: npm run -s ${training.name} -- FILE... --lines FILE... [--tune FILE...] [--held FILE...] [--each] [--errors] [--write]`,
    );
    process.exitCode = 2;
    return;
  }
  const readAll = (files: readonly string[]) => files.flatMap((file) => training.read(file));
  const allTaught = [...(training.more?.() ?? []), ...readAll(groups.learn)];
  const allLined = readAll(groups.lines);
  const isWorth = training.worth?.(learn([...allTaught, ...allLined], targets, settings)) ?? (() => true);
  const less = (one: Judgement) => ({ ...one, features: one.features.filter(({ id }) => isWorth(id)) });
  const read = (files: readonly string[]) => readAll(files).map(less);
  const taught = allTaught.map(less);
  const lined = allLined.map(less);
  const files = [...new Set(lined.map(({ file }) => file))];
  const judged = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const isOwn = ({ file }: Judgement) => files.indexOf(file) % FOLDS === fold;
    const others = lined.filter((one) => !isOwn(one));
    const model = new LinearModel(learn([...taught, ...others], targets, settings));
    return weighAll(lined.filter(isOwn), model, clear);
  });
  const weights = learn([...taught, ...lined], targets, settings);
  const model = new LinearModel(weights);
  const tuned = weighAll(read(groups.tune), model, clear, TUNE_COUNTS);
  const lines = drawLines([...judged, ...tuned], targets, BETA);
  for (const company of COMPANIES)
    lines[company].alone = lines[company].alone.map((line) => Math.max(line, training.leastAlone ?? line));
  for (const company of COMPANIES)
    for (const standing of STANDINGS)
      console.log(
        `${company} ${standing}`.padEnd(14),
        lines[company][standing].map((line) => line.toFixed(1)).join(' '),
      );
  const show = (name: string, weighed: readonly Weighed[], each: boolean) => {
    console.log(compared(name, weighed, lines));
    if (each) for (const [at, target] of targets.entries()) console.log(`  ${compared(target, weighed, lines, at)}`);
  };
  for (const file of files)
    show(
      file,
      judged.filter(({ example }) => example.file === file),
      false,
    );
  show('all, left out in turn', judged, true);
  for (const file of groups.held) {
    const weighed = weighAll(read([file]), model, clear);
    show(basename(file), weighed, args.includes('--each'));
    if (args.includes('--errors')) for (const error of errorsOf(weighed, lines, targets)) console.log(error);
  }
  const text = written({ ...weights, lines });
  console.log(`${Object.keys(weights.features).length} features, ${Math.round(text.length / 1024)} kB`);
  if (args.includes('--write')) writeFileSync(training.file, text);
}

function compared(name: string, weighed: readonly Weighed[], lines: JudgeWeights['lines'], target?: number): string {
  const byRules = (one: Weighed, at: number) => one.example.standings[at] === 'found';
  const rules = figures(count(weighed, byRules, target));
  return `${name.padEnd(24)} rules ${rules.padEnd(48)} weighed ${figures(count(weighed, isOver(lines), target))}`;
}

function figures({ hit, miss, alarm }: Count): string {
  const share = (part: number, all: number) => (all === 0 ? '-' : (part / all).toFixed(2));
  return `P ${share(hit, hit + alarm)} R ${share(hit, hit + miss)} (${hit} hit, ${miss} missed, ${alarm} false)`;
}

function errorsOf(weighed: readonly Weighed[], lines: JudgeWeights['lines'], targets: readonly string[]): string[] {
  return weighed.flatMap((one) =>
    one.example.labels.flatMap((label, at) => {
      if (label === null || isOver(lines)(one, at) === (label === 1)) return [];
      const { standings, id, text } = one.example;
      return [`${label ? 'MISS ' : 'FALSE'} ${targets[at]} ${standings[at]} ${one.sums[at]?.toFixed(1)} ${id} ${text}`];
    }),
  );
}

/** One feature a line: small, and a change shows as a change. */
function written({ targets, bias, lines, features }: JudgeWeights): string {
  const rows = Object.entries(features).map(([id, weights]) => `    ${JSON.stringify(id)}: ${JSON.stringify(weights)}`);
  return [
    '{',
    `  "targets": ${JSON.stringify(targets)},`,
    `  "bias": ${JSON.stringify(bias)},`,
    `  "lines": ${JSON.stringify(lines)},`,
    '  "features": {',
    rows.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}
