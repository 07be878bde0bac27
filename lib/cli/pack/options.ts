/** The command line of `npm run -s pack`. */
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run -s pack -- COMMAND …

  check FILE…               read each pack, and run every example of its rules with the engine
  sign FILE --key KEY       sign a pack with a private key (PEM, as the studio saves it or openssl makes it)
  verify FILE --key PUBLIC  check its signature with a public key: a PEM file, or the base64 that a policy holds
  diff A B                  say what B has otherwise than A
  merge BASE A B            put both changes of BASE together; an empty BASE: nobody knows what they began from

  --out FILE                write the pack there, not to standard output (sign, merge)
  --take ours|theirs        settle what both changed by A (ours) or by B (theirs), and not by exit 1 (merge)

Exit: 0 fine, 1 faults (a pack that is not right, a signature that does not hold, changes that contradict), 2 usage.
`;

export const Exit = { ok: 0, faults: 1, usage: 2 } as const;

/** How many files each command takes; null: one or more. */
const FILES = { check: null, sign: 1, verify: 1, diff: 2, merge: 3 } as const;
export type CommandName = keyof typeof FILES;

export interface PackOptions {
  command: CommandName;
  files: string[];
  key: string | null;
  out: string | null;
  take: 'ours' | 'theirs' | null;
}

/** The command was called in a way that it does not know; the message says how. */
export class UsageError extends Error {}

/** Reads the words after `--`. Throws a `UsageError`. */
export function parseOptions(args: string[]): PackOptions {
  const { values, positionals } = parse(args);
  const [name, ...files] = positionals;
  const command = (Object.keys(FILES) as CommandName[]).find((known) => known === name);
  if (!command) throw new UsageError(name === undefined ? 'Say what to do.' : `There is no command “${name}”.`);
  const wanted = FILES[command];
  if (wanted === null ? files.length === 0 : files.length !== wanted) {
    throw new UsageError(`${command} takes ${wanted ?? 'one or more'} FILE, not ${files.length}.`);
  }
  const { key = null, out = null, take = null } = values;
  const needsKey = command === 'sign' || command === 'verify';
  if (needsKey && key === null) throw new UsageError(`${command} needs a key: --key FILE.`);
  if (!needsKey && key !== null) throw new UsageError(`${command} takes no --key.`);
  if (out !== null && command !== 'sign' && command !== 'merge') throw new UsageError(`${command} takes no --out.`);
  if (take !== null && command !== 'merge') throw new UsageError(`${command} takes no --take.`);
  if (take !== null && take !== 'ours' && take !== 'theirs') {
    throw new UsageError(`--take is ours or theirs, not “${take}”.`);
  }
  return { command, files, key, out, take };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string' }, out: { type: 'string' }, take: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
