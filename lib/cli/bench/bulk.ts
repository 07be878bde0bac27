/** Replies in bulk: through the engine on one core, and through the command, which starts, reads, reviews and writes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewRow } from '../../audit/review-row';
import { builtInBanks } from '../../phrasebank/built-in';
import { ROOT } from '../build';
import { type BenchDraft, bulkReplies } from './drafts';
import { timed } from './timing';

/** Replies that are read to see how fast it is, and so many more to see whether memory grows with the file. */
const ENGINE = { plain: 1000, suggestions: 200 };
const ROWS = 10_000;
const MANY_ROWS = 100_000;

export interface Bulk {
  cores: number;
  /** Replies of 300 characters a second: of one core, by processor time, so that a busy machine counts for nothing. */
  one_core: number;
  one_core_suggestions: number;
  /** Seconds from start to end of the command, and the most memory it had, in MB. */
  command: { rows: number; workers: number; suggestions: boolean; s: number; a_second: number; peak_mb: number }[];
}

/** `all`: also 100,000 rows, which takes minutes. */
export async function measureBulk(all: boolean): Promise<Bulk> {
  const cores = availableParallelism();
  const folder = mkdtempSync(join(tmpdir(), 'reframe-bench-'));
  try {
    const file = writeReplies(join(folder, 'replies.jsonl'), ROWS);
    const command = [await audit(file, ROWS, 1), await audit(file, ROWS, cores)];
    if (all) {
      command.push(await audit(file, ROWS, cores, true));
      command.push(await audit(writeReplies(join(folder, 'many.jsonl'), MANY_ROWS), MANY_ROWS, cores));
    }
    return {
      cores,
      one_core: ofOneCore(ENGINE.plain, false),
      one_core_suggestions: ofOneCore(ENGINE.suggestions, true),
      command,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function bulkTable({ one_core, one_core_suggestions, command }: Bulk): string {
  const rows = command.map(({ rows: count, workers, suggestions, s, a_second, peak_mb }) =>
    [
      `audit, ${count.toLocaleString('en')} rows${suggestions ? ', suggestions' : ''}`.padEnd(38),
      String(workers).padStart(9),
      s.toFixed(1).padStart(9),
      String(a_second).padStart(9),
      String(peak_mb).padStart(9),
    ].join(''),
  );
  return [
    `Bulk, replies of 300 characters on one core: ${one_core} a second, with suggestions ${one_core_suggestions}.`,
    `${'The command'.padEnd(38)}${'threads'.padStart(9)}${'s'.padStart(9)}${'a second'.padStart(9)}${'peak MB'.padStart(9)}`,
    ...rows,
    '',
  ].join('\n');
}

function ofOneCore(count: number, suggestions: boolean): number {
  const banks = builtInBanks();
  const replies = bulkReplies(count).map(lineOf);
  for (const line of replies.slice(0, count / 10)) reviewRow(line, banks, { suggestions });
  const before = process.cpuUsage();
  for (const line of replies) reviewRow({ ...line, draft: `${line.draft} Yes.` }, banks, { suggestions });
  return Math.round((count * 1e6) / process.cpuUsage(before).user);
}

function lineOf({ text, conversation }: BenchDraft, at: number) {
  return { id: String(at), draft: text, ...conversation };
}

function writeReplies(path: string, count: number): string {
  const file = openSync(path, 'w');
  bulkReplies(count).forEach((reply, at) => {
    writeSync(file, `${JSON.stringify(lineOf(reply, at))}\n`);
  });
  closeSync(file);
  return path;
}

/** The command as npm starts it, its rows thrown away. */
async function audit(
  file: string,
  rows: number,
  workers: number,
  suggestions = false,
): Promise<Bulk['command'][number]> {
  const more = suggestions ? [] : ['--no-suggestions'];
  const args = ['.output/audit/audit.js', file, '--workers', String(workers), ...more];
  const tell = `process.on('exit', () => process.send?.(process.resourceUsage().maxRSS))`;
  let peak = 0;
  const ms = await timed(async () => {
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (kilobytes) => {
      peak = Number(kilobytes) / 1024;
    });
    await once(child, 'close');
  });
  const s = ms / 1000;
  return { rows, workers, suggestions, s, a_second: Math.round(rows / s), peak_mb: Math.round(peak) };
}
