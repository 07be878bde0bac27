/** The command line of `npm run -s audit`. */
import { parseArgs } from 'node:util';

export interface AuditOptions {
  /** A path, or '-' for standard input. */
  file: string;
  suggestions: boolean;
  /** A folder of banks to lay over the built-in ones. */
  banks: string | null;
  /** Threads that read side by side; 1 is the process itself. */
  workers: number;
  /** Where an HTML report of the run goes. */
  report: string | null;
  /** 0 to 100: a mean score below it is exit code 3. */
  failUnder: number | null;
}

/** More threads than this are no faster on any machine that we know, and each holds the banks in memory. */
const MAX_WORKERS = 64;

export const USAGE = `Usage: npm run -s audit -- FILE|- [--no-suggestions] [--banks DIR]
                              [--workers N] [--report F.html] [--fail-under N]

  FILE              JSON lines, one reply a line: {"id": "…", "draft": "…", "customer": "…"}
  -                 the same from standard input
  --no-suggestions  findings without rewrites: several times faster
  --banks DIR       lay the bank files of a folder over the built-in ones
  --workers N       read with N threads (1 to ${MAX_WORKERS}, default 1)
  --report F.html   write a report that opens in any browser and prints
  --fail-under N    exit with 3 when the mean score is under N (0 to 100)

Results are JSON lines in the same order. Exit: 0 fine, 1 some lines bad, 2 usage, 3 under --fail-under.
`;

export const Exit = {
  ok: 0,
  badLines: 1,
  usage: 2,
  under: 3,
  /** 128 + SIGINT, as shells have it. */
  interrupted: 130,
} as const;

/** The command was called in a way that it does not know; the message says how. */
export class UsageError extends Error {}

/** Reads the words after `--`. Throws a `UsageError`. */
export function parseOptions(args: string[]): AuditOptions {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Say which FILE to read, or - for standard input.');
  if (more.length > 0) throw new UsageError(`One FILE at a time; “${more.join(' ')}” is too much.`);
  return {
    file,
    suggestions: !values['no-suggestions'],
    banks: values.banks ?? null,
    workers: workers(values.workers),
    report: values.report ?? null,
    failUnder: score(values['fail-under']),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'no-suggestions': { type: 'boolean' },
        banks: { type: 'string' },
        workers: { type: 'string' },
        report: { type: 'string' },
        'fail-under': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function workers(text: string | undefined): number {
  if (text === undefined) return 1;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > MAX_WORKERS) {
    throw new UsageError(`--workers is a whole number from 1 to ${MAX_WORKERS}, not “${text}”.`);
  }
  return value;
}

function score(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100)) {
    throw new UsageError(`--fail-under is a number from 0 to 100, not “${text}”.`);
  }
  return value;
}
