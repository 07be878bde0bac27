/** The run of an audit: replies in, rows out, in order. */
import { availableParallelism } from 'node:os';
import type { Writable } from 'node:stream';
import { addResult, emptySummary, type Summary } from '../../audit/summary';
import { loadBanks } from '../bank-folder';
import { Interrupted } from '../interrupt';
import { type TeamBanks, withPack } from '../pack-over';
import { type Item, isBad, listBatch, reviewBatch } from './batch';
import { batchesOf } from './batches';
import type { OutputRow } from './formats';
import { type AuditOptions, Exit, MAX_WORKERS } from './options';
import { openOutput, skip } from './output';
import { Progress } from './progress';
import { checkReport, writeReport } from './report';
import { openSource } from './source';

const BATCH_ITEMS = 32;

/** A thread takes as long to get ready as the replies in so many bytes take to review. */
const BYTES_FOR_A_WORKER = 200_000;

/** ms after which the process looks up from its work, for a signal to be heard. */
const LOOK_UP = 50;

/** Where rows go to, and where they come from for FILE '-'. The process's own, but for tests. */
export interface AuditStreams {
  input: AsyncIterable<Uint8Array>;
  output: Writable;
  /** Takes what is for the person, a sentence at a time. */
  tell(sentence: string): void;
  /** Where progress is told; null: nowhere. */
  progress?: Writable | null;
  /** Ends the run with what is written so far. */
  stop?: AbortSignal;
}

/**
 * Writes rows as fast as they are taken, and at the end the report where one is asked for: of what was read, also where
 * the run was stopped. Gives the exit code. Throws a `BankError`, an `ImportError`, a `UsageError` where a file can't be
 * written, or an error of the file system where one can't be read.
 */
export async function runAudit(options: AuditOptions, streams: AuditStreams): Promise<number> {
  const { tell, stop = new AbortController().signal } = streams;
  // Whatever can't be read or written is told before anything is done. Threads read the banks again.
  const built = loadBanks(options.banks, tell);
  const team = await withPack(built, options.pack, tell);
  const source = await openSource(options, streams.input, stop);
  checkReport(options);
  const summary = emptySummary();
  const output = openOutput(options, streams.output);
  const progress = new Progress(source.place, streams.progress ?? null);
  for (const remark of source.about.start()) tell(remark);
  try {
    for await (const row of output.earlier) count(row, summary);
    const items = skip(source.items, output, () => progress.add(0));
    for await (const rows of rowsOf(items, team, options, source.bytes)) {
      stop.throwIfAborted();
      for (const row of rows) count(row, summary);
      await output.write(rows, stop);
      progress.add(rows.length);
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    progress.end();
    await output.close();
  }
  for (const remark of source.about.end()) tell(remark);
  await writeReport(options, summary, { part: stop.aborted, pack: team.name });
  return verdict(summary, options, tell, stop);
}

function count(row: OutputRow, summary: Summary): void {
  if (isBad(row)) summary.bad += 1;
  else if ('score' in row) addResult(summary, row);
  else summary.replies += 1;
}

async function* rowsOf(
  items: AsyncIterable<Item>,
  { banks, layer }: TeamBanks,
  options: AuditOptions,
  bytes: number | null,
): AsyncGenerator<OutputRow[]> {
  const workers = options.workers ?? workersFor(bytes);
  if (options.to !== 'replies' && workers > 1) {
    // Only now: a process that works alone, one of many of a pipeline, has no need of it.
    const { reviewInThreads } = await import('./pool');
    yield* reviewInThreads(batchesOf(items, BATCH_ITEMS), workers, options);
    return;
  }
  // In the process itself a row is given as soon as its line is there, so that a pipe can be read along.
  const how = { suggestions: options.suggestions, layer };
  let lookedUp = performance.now();
  for await (const item of items) {
    yield options.to === 'replies' ? listBatch([item]) : reviewBatch([item], banks, how);
    if (performance.now() - lookedUp < LOOK_UP) continue;
    await new Promise(setImmediate);
    lookedUp = performance.now();
  }
}

/** A pipe is one thread's: it may be one of many, and who wants more says so. */
function workersFor(bytes: number | null): number {
  return bytes === null
    ? 1
    : Math.max(1, Math.min(availableParallelism(), MAX_WORKERS, Math.floor(bytes / BYTES_FOR_A_WORKER)));
}

function verdict(
  { replies, bad, scoreSum }: Summary,
  { failUnder }: AuditOptions,
  tell: AuditStreams['tell'],
  stop: AbortSignal,
): number {
  if (stop.aborted) {
    tell(`Stopped after ${replies + bad} rows; what is written is whole.`);
    return stop.reason instanceof Interrupted ? stop.reason.exitCode : Exit.interrupted;
  }
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
