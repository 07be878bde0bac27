/** The run of an audit: lines in, rows out, one at a time. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { LineError, parseAuditLine } from '../audit/audit-line';
import { reviewRow } from '../audit/review-row';
import type { AuditResult } from '../engine/types';
import { builtInBanks } from '../phrasebank/built-in';
import type { CompiledBanks } from '../phrasebank/compile';
import { type AuditOptions, Exit } from './audit-options';
import { loadBankFolder } from './bank-folder';
import { linesOf } from './lines';

interface Totals {
  good: number;
  bad: number;
  score: number;
}

/** Where rows go to, and where they come from for FILE '-'. The process's own, but for tests. */
export interface AuditStreams {
  input: AsyncIterable<Uint8Array>;
  output: Writable;
  /** Takes what is for the person, a sentence at a time. */
  tell(sentence: string): void;
}

/**
 * Writes a row for each line, as fast as they are taken. Gives the exit code. Throws a `BankError`, or an
 * error of the file system where a file can't be read.
 */
export async function runAudit(options: AuditOptions, { input, output, tell }: AuditStreams): Promise<number> {
  const banks =
    options.banks === null
      ? builtInBanks()
      : loadBankFolder(options.banks, (file) => {
          tell(`${file} is no bank of entries: the built-in one is used.`);
        });
  const totals: Totals = { good: 0, bad: 0, score: 0 };
  const source = options.file === '-' ? input : createReadStream(options.file);
  let number = 0;
  for await (const bytes of linesOf(source)) {
    number += 1;
    const row = rowOf(bytes, number, banks, options);
    if (!row) continue;
    if ('error' in row) totals.bad += 1;
    else {
      totals.good += 1;
      totals.score += row.score;
    }
    if (!output.write(`${JSON.stringify(row)}\n`)) await once(output, 'drain');
  }
  return verdict(totals, options, tell);
}

type Row = AuditResult | { id: string | null; error: string };

/** Null for a line of white space. */
function rowOf(bytes: Uint8Array | null, number: number, banks: CompiledBanks, options: AuditOptions): Row | null {
  try {
    const json = decode(bytes, number).trim();
    return json === '' ? null : reviewOf(json, number, banks, options);
  } catch (error) {
    if (error instanceof LineError) return { id: error.id, error: error.message };
    throw error;
  }
}

/** UTF-8, its byte order mark taken off. */
function decode(bytes: Uint8Array | null, number: number): string {
  if (!bytes) throw new LineError(null, `line ${number}: is longer than 16 MB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LineError(null, `line ${number}: is not UTF-8 text`);
  }
}

function reviewOf(json: string, number: number, banks: CompiledBanks, options: AuditOptions): AuditResult {
  const line = parseAuditLine(json, number);
  try {
    return reviewRow(line, banks, options);
  } catch (error) {
    // One reply that the engine can't take must not end a run over a hundred thousand.
    throw new LineError(line.id, `line ${number}: the coach failed on this reply (${(error as Error).message})`);
  }
}

function verdict({ good, bad, score }: Totals, { failUnder }: AuditOptions, tell: AuditStreams['tell']): number {
  if (bad > 0) {
    tell(`${bad} of ${good + bad} lines could not be read; each says why in its place.`);
    return Exit.badLines;
  }
  const mean = score / good;
  if (failUnder !== null && mean < failUnder) {
    tell(`The mean score is ${mean.toFixed(1)}, under ${failUnder}.`);
    return Exit.under;
  }
  return Exit.ok;
}
