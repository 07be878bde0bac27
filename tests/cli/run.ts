/** Runs a command of the project as a person would, and gives what it said. */
import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { parseOptions } from '../../lib/cli/audit/options';
import { runAudit } from '../../lib/cli/audit/run';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
  /** The JSON of each line of `out`. */
  // biome-ignore lint/suspicious/noExplicitAny: results are checked field by field, good and bad lines alike
  rows: any[];
}

/** The audit inside the test's own process: loading the engine again for each would be most of the time. */
export async function audit(args: string[], input: string | Uint8Array = ''): Promise<Ran> {
  let out = '';
  let err = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      out += chunk;
      done();
    },
  });
  const tell = (sentence: string) => {
    err += `${sentence}\n`;
  };
  const code = await runAudit(parseOptions(args), { input: Readable.from([Buffer.from(input)]), output, tell });
  return ran(code, out, err);
}

/** The command itself. */
export const AUDIT = ['--import', 'tsx', 'lib/cli/audit.ts'];

function ran(code: number | null, out: string, err: string): Ran {
  return {
    code,
    out,
    err,
    get rows() {
      return out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
  };
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
    child.on('close', (code) => done(ran(code, out, err)));
  });
}
