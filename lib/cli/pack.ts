/** `npm run -s pack -- check|sign|verify|diff|merge`: packs on the command line, for git hooks and a build. */
import { COMMANDS } from './pack/commands';
import { Exit, parseOptions, USAGE, UsageError } from './pack/options';

async function main(args: string[]): Promise<number> {
  const options = parseOptions(args);
  return COMMANDS[options.command](options, {
    say: (text) => process.stdout.write(text),
    tell: (line) => console.error(line),
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = Exit.usage;
}
