/**
 * `npm run -s train-mood -- FILE... [--write]`: learns mood-words.json from labelled messages (the format of `score`).
 * Prints how right it is on each file when learnt from the others, beside the signs alone. Deterministic.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDocument } from '../engine/document';
import { moodOf, moodSigns } from '../engine/mood';
import { type MoodFeature, type MoodWeights, moodFeatures, scoreMood } from '../engine/mood-words';
import type { Channel, MoodId } from '../engine/types';
import { builtInBanks } from '../phrasebank/built-in';

export interface Message {
  file: string;
  upset: boolean;
  bySigns: boolean;
  features: MoodFeature[];
}

/** A feature seen less often says nothing about the next message. */
const SEEN = 3;
const PENALTY = 1;
const ROUNDS = 400;
/** The heaviest features that are kept: the file stays under 60 kB. */
const KEPT = 2000;

/** Logistic regression with a penalty on large weights, by accelerated gradient steps over all messages at once. */
export function learn(messages: readonly Message[]): MoodWeights {
  const counts = new Map<string, number>();
  for (const { features } of messages) for (const { id } of features) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts].filter(([id, count]) => count >= SEEN || /^[sn]:/.test(id)).map(([id]) => id);
  const place = new Map(ids.sort().map((id, index) => [id, index]));
  const rows = messages.map(({ features, upset }) => ({
    upset: upset ? 1 : 0,
    at: features.flatMap(({ id, value }) => {
      const index = place.get(id);
      return index === undefined ? [] : [[index, value] as const];
    }),
  }));
  // The last weight is the bias; the longest row bounds the step that cannot overshoot.
  const size = ids.length;
  const longest = Math.max(...rows.map(({ at }) => at.reduce((sum, [, value]) => sum + value * value, 1)));
  const step = 4 / (longest * rows.length * 0.1 + 4 * PENALTY);
  let weights = new Float64Array(size + 1);
  let ahead = new Float64Array(size + 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = ahead.map((weight) => weight * PENALTY);
    for (const { at, upset } of rows) {
      let score = ahead[size] as number;
      for (const [index, value] of at) score += value * (ahead[index] as number);
      const off = 1 / (1 + Math.exp(-score)) - upset;
      slope[size] = (slope[size] as number) + off;
      for (const [index, value] of at) slope[index] = (slope[index] as number) + off * value;
    }
    const next = ahead.map((weight, index) => weight - step * (slope[index] as number));
    const push = round / (round + 3);
    ahead = next.map((weight, index) => weight + push * (weight - (weights[index] as number)));
    weights = next;
  }
  const heavy = ids
    .map((id, index) => [id, round2(weights[index] as number)] as const)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, KEPT)
    .filter(([, weight]) => weight !== 0);
  return {
    bias: round2(weights[size] as number),
    features: Object.fromEntries(heavy.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

export function readMessages(file: string): Message[] {
  const banks = builtInBanks();
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((json) => JSON.parse(json) as { customer?: string; channel?: Channel; mood: MoodId })
    .filter(({ customer, mood }) => customer && mood !== 'abusive')
    .map(({ customer = '', channel, mood }) => {
      const document = readDocument(customer);
      const signs = moodSigns(document, banks);
      return {
        file: basename(file),
        upset: mood === 'upset',
        bySigns: moodOf(document, signs, null).id !== 'calm',
        features: moodFeatures(
          document,
          signs.map(({ rule }) => rule.entry.id),
          channel,
        ),
      };
    });
}

function main(args: string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length === 0) {
    console.error('Usage: npm run -s train-mood -- FILE... [--write]');
    process.exitCode = 2;
    return;
  }
  const messages = files.flatMap(readMessages);
  const share = (some: Message[], right: (one: Message) => boolean) =>
    (some.filter(right).length / Math.max(1, some.length)).toFixed(3);
  console.log('learnt from the other files'.padEnd(30), 'model  signs');
  for (const file of new Set(messages.map((one) => one.file))) {
    const weights = learn(messages.filter((one) => one.file !== file));
    const own = messages.filter((one) => one.file === file);
    const byModel = share(own, ({ features, upset }) => scoreMood(features, weights) > 0 === upset);
    console.log(file.padEnd(30), byModel, ` ${share(own, ({ bySigns, upset }) => bySigns === upset)}`);
  }
  const weights = learn(messages);
  console.log(
    'all',
    share(messages, ({ features, upset }) => scoreMood(features, weights) > 0 === upset),
  );
  if (args.includes('--write')) {
    const target = new URL('../../phrasebanks/en/mood-words.json', import.meta.url);
    writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`);
  }
}

if (process.argv[1]?.endsWith('train-mood.ts')) main(process.argv.slice(2));
