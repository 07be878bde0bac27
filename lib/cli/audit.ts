/**
 * `npm run -s audit -- FILE`: reviews replies in bulk. Streams: the memory it takes does not grow with the file.
 */
import { constants } from 'node:os';
import { Exit, parseOptions, USAGE, UsageError } from './audit/options';
import { Interrupted } from './interrupt';

const stopping = new AbortController();

async function main(args: string[]): Promise<number> {
  const options = parseOptions(args);
  // Only now: the engine takes a while to load, and a slip in the command should be told at once.
  const { runAudit } = await import('./audit/run');
  return runAudit(options, {
    input: process.stdin,
    output: process.stdout,
    tell: console.error,
    progress: options.progress || process.stderr.isTTY ? process.stderr : null,
    stop: stopping.signal,
  });
}

function usageFault(error: unknown): string | null {
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  const { name, message, code, path } = error as NodeJS.ErrnoException;
  // By name: their modules are part of what takes a while to load.
  if (name === 'BankError' || name === 'ImportError') return `${message}\n`;
  if (code === 'ENOENT') return `There is no “${path}”.\n`;
  if (code === 'EISDIR') return 'That is a folder; name a file.\n';
  if (code === 'ENOTDIR') return `“${path}” is not a folder.\n`;
  if (code === 'EACCES') return `“${path}” may not be read.\n`;
  return null;
}

// `| head` closes its end early: it has what it wanted, so stop without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(Exit.ok);
  throw error;
});
// The first one ends the run with whole rows; who asks again does not want to wait for that.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    const exitCode = 128 + constants.signals[signal];
    if (stopping.signal.aborted) process.exit(exitCode);
    stopping.abort(new Interrupted(exitCode));
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const fault = usageFault(error);
  if (fault === null) throw error;
  process.stderr.write(fault);
  process.exitCode = Exit.usage;
}
