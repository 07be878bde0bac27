/**
 * `npm run -s score -- FILE... [--errors]`: labelled exchanges against the engine: precision, recall and F1 for each principle
 * and together. A hint (severity low) is no false alarm, and a label that only a hint meets is missed.
 */
import { readFileSync } from 'node:fs';
import { coach } from '../engine/coach';
import type { Channel, Finding, MoodId, Turn } from '../engine/types';
import { builtInBanks } from '../phrasebank/built-in';

export interface Labelled {
  id: string;
  draft: string;
  customer?: string;
  channel?: Channel;
  earlier?: Turn[];
  mood: MoodId;
  spans: { principle: string; quote: string; occurrence?: number }[];
  whole: string[];
}

interface Count {
  hit: number;
  miss: number;
  alarm: number;
}

export interface Score {
  rows: number;
  byPrinciple: Map<string, Count>;
  phrases: Count;
  whole: Count;
  clean: number;
  quiet: number;
  mood: number;
  errors: string[];
}

/** Measures the built-in banks on labelled exchanges. */
export function scoreRows(rows: readonly Labelled[]): Score {
  const banks = builtInBanks();
  const score: Score = {
    rows: rows.length,
    byPrinciple: new Map(),
    phrases: { hit: 0, miss: 0, alarm: 0 },
    whole: { hit: 0, miss: 0, alarm: 0 },
    clean: 0,
    quiet: 0,
    mood: 0,
    errors: [],
  };
  const count = (principle: string, total: Count, what: keyof Count, context: string) => {
    const own = score.byPrinciple.get(principle) ?? { hit: 0, miss: 0, alarm: 0 };
    score.byPrinciple.set(principle, own);
    own[what] += 1;
    total[what] += 1;
    if (what !== 'hit') score.errors.push(`${what.toUpperCase()}\t${principle}\t${context}`);
  };
  for (const row of rows) {
    const conversation = { customer: row.customer, channel: row.channel, earlier: row.earlier };
    const review = coach(row.draft, conversation, banks);
    const loud = review.findings.filter(({ severity }) => severity !== 'low');
    if (review.mood.id === row.mood) score.mood += 1;
    else score.errors.push(`MOOD\t${review.mood.id} for ${row.mood}\t${row.id}\t${row.customer}`);
    if (row.spans.length + row.whole.length === 0) {
      score.clean += 1;
      if (loud.length === 0) score.quiet += 1;
    }
    const free = new Set(loud);
    for (const label of row.spans) {
      const start = placeOf(row.draft, label.quote, label.occurrence ?? 1);
      const met = [...free].find(
        (finding) => same(finding.principle, label.principle) && overlaps(finding, start, start + label.quote.length),
      );
      if (met) free.delete(met);
      count(label.principle, score.phrases, met ? 'hit' : 'miss', `${row.id}\t${label.quote}`);
    }
    for (const label of row.whole) {
      const met = [...free].find((finding) => finding.span === null && finding.principle === label);
      if (met) free.delete(met);
      count(
        label,
        score.whole,
        met ? 'hit' : 'miss',
        `${row.id}\t${row.draft.replaceAll('\n', ' ')} <- ${row.customer}`,
      );
    }
    for (const finding of free) {
      const quote = finding.span ? row.draft.slice(finding.span.start, finding.span.end) : row.draft;
      const total = finding.span ? score.phrases : score.whole;
      const near = finding.span
        ? ` ... ${row.draft.slice(Math.max(0, finding.span.start - 60), finding.span.end + 60)}`
        : ` <- ${row.customer}`;
      count(finding.principle, total, 'alarm', `${row.id}\t${finding.rule}\t${quote}${near}`.replaceAll('\n', ' '));
    }
  }
  return score;
}

export function f1({ hit, miss, alarm }: Count): { precision: number; recall: number; f1: number } {
  const precision = hit + alarm === 0 ? 1 : hit / (hit + alarm);
  const recall = hit + miss === 0 ? 1 : hit / (hit + miss);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function same(a: string, b: string): boolean {
  const wording = (id: string) => (id === 'canned' ? 'jargon' : id);
  return wording(a) === wording(b);
}

function overlaps({ span }: Finding, start: number, end: number): boolean {
  return span !== null && span.start < end && start < span.end;
}

export function placeOf(text: string, quote: string, occurrence: number): number {
  let at = -1;
  for (let nth = 0; nth < occurrence; nth += 1) at = text.indexOf(quote, at + 1);
  return at;
}

function line(name: string, counts: Count): string {
  const { precision, recall, f1: balanced } = f1(counts);
  const figure = (value: number) => value.toFixed(2).padStart(6);
  return `${name.padEnd(24)}${figure(precision)}${figure(recall)}${figure(balanced)}   ${counts.hit} hit, ${counts.miss} missed, ${counts.alarm} false`;
}

function main(args: string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length === 0) {
    console.error('Usage: npm run -s score -- FILE... [--errors]');
    process.exitCode = 2;
    return;
  }
  const rows = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((json) => JSON.parse(json) as Labelled),
  );
  const score = scoreRows(rows);
  if (args.includes('--errors')) for (const error of score.errors.sort()) console.log(error);
  console.log(`${'principle'.padEnd(24)}  prec.  rec.    F1`);
  for (const [principle, counts] of [...score.byPrinciple].sort(([a], [b]) => a.localeCompare(b)))
    console.log(line(principle, counts));
  console.log(line('PHRASES', score.phrases));
  console.log(line('WHOLE DRAFT', score.whole));
  const all = { hit: 0, miss: 0, alarm: 0 };
  for (const part of [score.phrases, score.whole])
    for (const key of ['hit', 'miss', 'alarm'] as const) all[key] += part[key];
  console.log(line('ALL', all));
  console.log(`clean replies quiet     ${score.quiet} of ${score.clean}`);
  console.log(`mood right              ${score.mood} of ${score.rows}`);
}

if (process.argv[1]?.endsWith('score.ts')) main(process.argv.slice(2));
