/**
 * `npm run -s audit -- FILE`: reviews replies in bulk, JSON lines in, JSON lines out. Streams: the memory it takes does
 * not grow with the file.
 */
import { BankError } from '../phrasebank/schema';
import { Exit, parseOptions, USAGE, UsageError } from './audit-options';

async function main(args: string[]): Promise<number> {
  const options = parseOptions(args);
  // Only now: the engine takes a while to load, and a slip in the command should be told at once.
  const { runAudit } = await import('./audit-run');
  return runAudit(options, { input: process.stdin, output: process.stdout, tell: console.error });
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
  if (error.code === 'EPIPE') process.exit(Exit.ok);
  throw error;
});
process.on('SIGINT', () => process.exit(Exit.interrupted));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const fault = usageFault(error);
  if (fault === null) throw error;
  process.stderr.write(fault);
  process.exitCode = Exit.usage;
}
