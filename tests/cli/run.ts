/** Runs a command of the project as a person would, and gives what it said. */
import { spawn } from 'node:child_process';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
  /** The JSON of each line of `out`. */
  // biome-ignore lint/suspicious/noExplicitAny: results are checked field by field, good and bad lines alike
  rows: any[];
}

/** The audit without npm's own start, which would be most of the time. */
export function audit(args: string[], input: string | Uint8Array = ''): Promise<Ran> {
  return run(process.execPath, ['--import', 'tsx', 'lib/cli/audit.ts', ...args], input);
}

export function run(command: string, args: string[], input: string | Uint8Array = ''): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    // A command that ends with a usage error does not read what it is given.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', failed);
    child.on('close', (code) => {
      const rows = () =>
        out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line));
      done({
        code,
        out,
        err,
        get rows() {
          return rows();
        },
      });
    });
  });
}
