/**
 * `npm run -s audit -- FILE`: reviews replies in bulk, JSON lines in, JSON lines out. Streams: the memory it takes does
 * not grow with the file.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { LineError, parseAuditLine } from '../audit/audit-line';
import { reviewRow } from '../audit/review-row';
import type { AuditResult } from '../engine/types';
import { builtInBanks } from '../phrasebank/built-in';
import type { CompiledBanks } from '../phrasebank/compile';
import { BankError } from '../phrasebank/schema';
import { type AuditOptions, parseOptions, USAGE, UsageError } from './audit-options';
import { loadBankFolder } from './bank-folder';
import { linesOf } from './lines';

const OK = 0;
const BAD_LINES = 1;
const USAGE_ERROR = 2;
const UNDER = 3;
/** 128 + SIGINT, as shells have it. */
const INTERRUPTED = 130;

interface Totals {
  good: number;
  bad: number;
  score: number;
}

async function main(args: string[]): Promise<number> {
  const options = parseOptions(args);
  const banks = options.banks === null ? builtInBanks() : loadBankFolder(options.banks, tellSkipped);
  const totals: Totals = { good: 0, bad: 0, score: 0 };
  const input = options.file === '-' ? process.stdin : createReadStream(options.file);
  let number = 0;
  for await (const bytes of linesOf(input)) {
    number += 1;
    const row = rowOf(bytes, number, banks, options);
    if (!row) continue;
    if ('error' in row) totals.bad += 1;
    else {
      totals.good += 1;
      totals.score += row.score;
    }
    if (!process.stdout.write(`${JSON.stringify(row)}\n`)) await once(process.stdout, 'drain');
  }
  return verdict(totals, options);
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

function verdict({ good, bad, score }: Totals, { failUnder }: AuditOptions): number {
  if (bad > 0) {
    console.error(`${bad} of ${good + bad} lines could not be read; each says why in its place.`);
    return BAD_LINES;
  }
  const mean = score / good;
  if (failUnder !== null && mean < failUnder) {
    console.error(`The mean score is ${mean.toFixed(1)}, under ${failUnder}.`);
    return UNDER;
  }
  return OK;
}

function tellSkipped(file: string): void {
  console.error(`${file} is no bank of entries: the built-in one is used.`);
}

function usageFault(error: unknown): string | null {
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof BankError) return `${error.message}\n`;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no “${path}”.\n`;
  if (code === 'EISDIR') return 'That is a folder; name a file of JSON lines.\n';
  if (code === 'ENOTDIR') return `“${path}” is not a folder.\n`;
  if (code === 'EACCES') return `“${path}” may not be read.\n`;
  return null;
}

// `| head` closes its end early: it has what it wanted, so stop without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(OK);
  throw error;
});
process.on('SIGINT', () => process.exit(INTERRUPTED));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const fault = usageFault(error);
  if (fault === null) throw error;
  process.stderr.write(fault);
  process.exitCode = USAGE_ERROR;
}
