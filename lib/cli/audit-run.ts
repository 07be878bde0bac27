/** The run of an audit: lines in, rows out, in order. */
import { once } from 'node:events';
import { createReadStream, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { renderTeamReport } from '../audit/report/render';
import { addResult, emptySummary, type Summary } from '../audit/summary';
import type { CompiledBanks } from '../phrasebank/compile';
import { type Batch, type Row, reviewBatch } from './audit-batch';
import { type AuditOptions, Exit, UsageError } from './audit-options';
import { reviewInThreads } from './audit-pool';
import { loadBanks } from './bank-folder';
import { linesOf } from './lines';

/** Lines that go to a thread together: enough to be worth the trip, few enough that all threads end at once. */
const BATCH_LINES = 32;

/** Where rows go to, and where they come from for FILE '-'. The process's own, but for tests. */
export interface AuditStreams {
  input: AsyncIterable<Uint8Array>;
  output: Writable;
  /** Takes what is for the person, a sentence at a time. */
  tell(sentence: string): void;
}

/**
 * Writes a row for each line, as fast as they are taken, and at the end the report where one is asked for. Gives the
 * exit code. Throws a `BankError`, a `UsageError` where the report can't be written, or an error of the file system where a
 * file can't be read.
 */
export async function runAudit(options: AuditOptions, { input, output, tell }: AuditStreams): Promise<number> {
  // Read here also where threads read them again: a fault is told before anything is done.
  const banks = loadBanks(options.banks, (file) => tell(`${file} is no bank of entries: the built-in one is used.`));
  // So is a report that can't be written.
  if (options.report !== null) writeReport(options.report, '');
  const summary = emptySummary();
  const source = options.file === '-' ? input : createReadStream(options.file);
  for await (const rows of reviewed(linesOf(source), banks, options)) {
    for (const row of rows) {
      if ('error' in row) summary.bad += 1;
      else addResult(summary, row);
      if (!output.write(`${JSON.stringify(row)}\n`)) await once(output, 'drain');
    }
  }
  if (options.report !== null) {
    const name = options.file === '-' ? 'standard input' : basename(options.file);
    writeReport(options.report, renderTeamReport(summary, { source: name, at: new Date() }));
  }
  return verdict(summary, options, tell);
}

function writeReport(path: string, html: string): void {
  try {
    writeFileSync(path, html);
  } catch (error) {
    throw new UsageError(`The report can’t be written to “${path}”: ${(error as Error).message}.`);
  }
}

type Lines = AsyncIterable<Uint8Array | null>;

/** In the process itself a row is given as soon as its line is there, so that a pipe can be read along. */
async function* reviewed(lines: Lines, banks: CompiledBanks, options: AuditOptions): AsyncGenerator<Row[]> {
  if (options.workers > 1) {
    yield* reviewInThreads(batchesOf(lines, BATCH_LINES), options.workers, options);
    return;
  }
  for await (const batch of batchesOf(lines, 1)) yield reviewBatch(batch, banks, options);
}

async function* batchesOf(lines: Lines, size: number): AsyncGenerator<Batch> {
  let batch: Batch = { first: 1, lines: [] };
  for await (const line of lines) {
    batch.lines.push(line);
    if (batch.lines.length < size) continue;
    yield batch;
    batch = { first: batch.first + size, lines: [] };
  }
  if (batch.lines.length > 0) yield batch;
}

function verdict({ replies, bad, scoreSum }: Summary, { failUnder }: AuditOptions, tell: AuditStreams['tell']): number {
  if (bad > 0) {
    tell(`${bad} of ${replies + bad} lines could not be read; each says why in its place.`);
    return Exit.badLines;
  }
  const mean = scoreSum / replies;
  if (failUnder !== null && mean < failUnder) {
    tell(`The mean score is ${mean.toFixed(1)}, under ${failUnder}.`);
    return Exit.under;
  }
  return Exit.ok;
}
