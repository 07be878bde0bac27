/** The command line of `npm run -s audit`. */
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Masking, Role, SourceFormat } from '../../audit/model';

/** 'jsonl': a review a line. 'csv': a row a reply. 'findings': a row a finding. 'replies': what was read, for a pipeline. */
export const TARGETS = ['jsonl', 'csv', 'findings', 'replies'] as const;
export type Target = (typeof TARGETS)[number];

const FORMATS: readonly SourceFormat[] = ['jsonl', 'csv', 'tsv', 'json', 'xlsx'];
const ROLES: readonly Role[] = [
  'draft',
  'customer',
  'agent',
  'team',
  'channel',
  'date',
  'id',
  'ticket',
  'link',
  'customer-name',
  'author',
  'kind',
];

export interface AuditOptions {
  /** A path, or '-' for standard input. */
  file: string;
  format: SourceFormat;
  /** Columns that were named by hand; null: by the file's own names. JSON lines then count as an export, too. */
  columns: Partial<Record<Role, string>> | null;
  /** Whose names, addresses and numbers are replaced before anything is read. */
  mask: Masking;
  to: Target;
  /** A path; null for standard output. */
  out: string | null;
  /** Goes on after the rows that stand in `out`. */
  resume: boolean;
  suggestions: boolean;
  /** A folder of banks to lay over the built-in ones. */
  banks: string | null;
  /** A team's pack to lay over the banks. */
  pack: string | null;
  /** Threads that read side by side; 1 is the process itself. Null: as many as the file is worth. */
  workers: number | null;
  /** Where an HTML report of the run goes. */
  report: string | null;
  /** 0 to 100: a mean score below it is exit code 3. */
  failUnder: number | null;
  /** Told on standard error even where that is no terminal. */
  progress: boolean;
}

/** More threads than this are no faster on any machine that we know, and each holds the banks in memory. */
export const MAX_WORKERS = 64;

export const USAGE = `Usage: npm run -s audit -- FILE|- [options]

  FILE                .jsonl, one reply a line: {"id": "…", "draft": "…", "customer": "…"};
                      or a helpdesk's export: .csv .tsv .json .xlsx
  -                   the same from standard input
  --from FORMAT       ${FORMATS.join(', ')}: where the name does not say
  --columns A=B,…     which column is what, where that is not recognised: draft=Reply,customer=Question
                      (${ROLES.join(', ')})
  --mask WHO          customers, everyone: replace their names, addresses and numbers before anything is read

  --to FORMAT         jsonl: a review a line (default); csv: a row a reply; findings: CSV, a row a finding;
                      replies: what was read, not reviewed, as JSON lines for a pipeline
  --out FILE          write there, not to standard output
  --resume            go on after the reviews that stand in --out already
  --report F.html     write a report that opens in any browser and prints
  --fail-under N      exit with 3 when the mean score is under N (0 to 100)

  --no-suggestions    findings without rewrites: several times faster
  --banks DIR         lay the bank files of a folder over the built-in ones
  --pack FILE         lay a team's pack over the banks
  --workers N         read with N threads (1 to ${MAX_WORKERS}; default: all cores for a large file, 1 for standard input)
  --progress          tell how far it is, also where standard error is no terminal

Rows come in the order of the file. Exit: 0 fine, 1 some lines bad, 2 usage, 3 under --fail-under, 130 interrupted.
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
  const options: AuditOptions = {
    file,
    format: format(values.from, file),
    columns: columns(values.columns),
    mask:
      values.mask === undefined
        ? false
        : oneOf<Exclude<Masking, false>>('--mask', values.mask, ['customers', 'everyone']),
    to: oneOf('--to', values.to ?? 'jsonl', TARGETS),
    out: values.out ?? null,
    resume: values.resume ?? false,
    suggestions: !values['no-suggestions'],
    banks: values.banks ?? null,
    pack: values.pack ?? null,
    workers: workers(values.workers),
    report: values.report ?? null,
    failUnder: score(values['fail-under']),
    progress: values.progress ?? false,
  };
  checkTogether(options);
  return options;
}

function checkTogether({ to, out, resume, report, failUnder }: AuditOptions): void {
  if (resume && out === null) throw new UsageError('--resume goes on with a file: say which one with --out.');
  if (resume && (to === 'csv' || to === 'findings')) throw new UsageError('--resume goes on with JSON lines only.');
  if (to === 'replies' && (report !== null || failUnder !== null)) {
    throw new UsageError('--to replies reviews nothing: there is no report and no score.');
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        columns: { type: 'string' },
        mask: { type: 'string' },
        to: { type: 'string' },
        out: { type: 'string' },
        resume: { type: 'boolean' },
        'no-suggestions': { type: 'boolean' },
        banks: { type: 'string' },
        pack: { type: 'string' },
        workers: { type: 'string' },
        report: { type: 'string' },
        'fail-under': { type: 'string' },
        progress: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((each) => each === text);
  if (found === undefined) throw new UsageError(`${flag} is one of ${known.join(', ')}, not “${text}”.`);
  return found;
}

/** By the name's ending; a name that says nothing is taken for JSON lines. */
function format(from: string | undefined, file: string): SourceFormat {
  if (from !== undefined) return oneOf('--from', from, FORMATS);
  const ending = extname(file).slice(1).toLowerCase();
  return FORMATS.find((each) => each === ending) ?? 'jsonl';
}

/** 'draft=Reply text,customer=Question': a column's name may hold '=', but no comma. */
function columns(text: string | undefined): AuditOptions['columns'] {
  if (text === undefined) return null;
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) {
      throw new UsageError(`--columns is a list such as draft=Reply,customer=Question; “${pair}” is no such pair.`);
    }
    return [oneOf('A column of --columns', pair.slice(0, at).trim(), ROLES), pair.slice(at + 1).trim()] as const;
  });
  const named = Object.fromEntries(pairs);
  if (!named.draft) throw new UsageError('--columns must say at least which column is the draft: draft=Reply.');
  return named;
}

function workers(text: string | undefined): number | null {
  if (text === undefined) return null;
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
