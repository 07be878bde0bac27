/** What the command does with packs. Each gives the exit code. */
import { entriesIn } from '../../pack/canonical';
import { diff, reordered } from '../../pack/diff';
import { type Conflict, merge } from '../../pack/merge';
import { nextVersion } from '../../pack/next-version';
import type { Pack } from '../../pack/pack';
import { sign, type Verdict, verify } from '../../pack/sign';
import { writePack } from '../../pack/write-pack';
import { BankError } from '../../phrasebank/schema';
import { fieldName, groupName, itemName, valueText } from '../../studio/versions/names';
import { packName } from '../../ui/pack-name';
import { baseIn, packIn, privateKeyIn, publicKeyOf, putPack } from './files';
import { type CommandName, Exit, type PackOptions, UsageError } from './options';

export interface Outside {
  /** To standard output. */
  say(text: string): void;
  /** A line to standard error. */
  tell(line: string): void;
}

type Command = (options: PackOptions, outside: Outside) => Promise<number>;

export const COMMANDS: Record<CommandName, Command> = {
  check: async ({ files }, outside) => {
    let exit: number = Exit.ok;
    for (const file of files) {
      const faults = await faultsIn(file, outside);
      for (const fault of faults) outside.tell(`${file}: ${fault}`);
      if (faults.length > 0) exit = Exit.faults;
    }
    return exit;
  },

  sign: reading(async ({ files: [file = ''], key, out }, outside) => {
    put(await sign(packIn(file), await privateKeyIn(key ?? '')), out, outside);
    return Exit.ok;
  }),

  verify: reading(async ({ files: [file = ''], key }, { say, tell }) => {
    const pack = packIn(file);
    const verdict = await verify(pack, publicKeyOf(key ?? ''));
    if (verdict === 'bad-key') throw new UsageError(`“${key}” is neither a public key nor a file with one.`);
    if (verdict === 'signed') say(`${file}: ${packName(pack)}, is signed with this key.\n`);
    else tell(`${file}: ${WHY[verdict]}`);
    return verdict === 'signed' ? Exit.ok : Exit.faults;
  }),

  diff: reading(async ({ files: [a = '', b = ''] }, { say }) => {
    const [before, after] = [packIn(a), packIn(b)];
    for (const { group, key, kind, fields } of diff(before, after)) {
      say(`${SIGNS[kind]} ${groupName(group)}: ${itemName({ group, key })}\n`);
      for (const field of kind === 'changed' ? fields : []) {
        say(`    ${fieldName(field.field)}\n`);
        for (const line of lines(field.field, field.before)) say(`      - ${line}\n`);
        for (const line of lines(field.field, field.after)) say(`      + ${line}\n`);
      }
    }
    for (const group of reordered(before, after)) say(`~ ${groupName(group)}: another order\n`);
    return Exit.ok;
  }),

  merge: reading(async ({ files: [base = '', a = '', b = ''], out, take }, outside) => {
    const [before, ours, theirs] = [baseIn(base), packIn(a), packIn(b)];
    const { content, conflicts } = merge(before, ours, theirs, () => take ?? 'ours');
    if (conflicts.length > 0 && take === null) {
      for (const conflict of conflicts) tellConflict(conflict, outside);
      outside.tell('Nothing was written: merge them in the studio, or settle it by --take ours or --take theirs.');
      return Exit.faults;
    }
    const { id, author } = ours;
    const note = `Merged version ${theirs.version}${theirs.author && ` of ${theirs.author}`}`;
    put(
      await nextVersion(content, [ours, theirs], { id, author, note, savedAt: new Date().toISOString() }),
      out,
      outside,
    );
    return Exit.ok;
  }),
};

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

const WHY: Record<Exclude<Verdict, 'signed' | 'bad-key'>, string> = {
  unsigned: 'it is not signed.',
  'other-key': 'it is signed with another key.',
  altered: 'it was altered after it was signed.',
};

async function faultsIn(file: string, { say }: Outside): Promise<string[]> {
  try {
    const pack = packIn(file);
    // Only now: the engine takes a while to load, and a slip should be told at once.
    const { provePack } = await import('../../background/pack/prove');
    const faults = await provePack(pack, { pause: async () => {}, onProgress: () => {} });
    const examples = pack.layer.rules.reduce((sum, rule) => sum + rule.examples.length, 0);
    if (faults.length === 0) {
      say(`${file}: ${packName(pack)}: ${entriesIn(pack.layer)} entries, ${examples} examples, all fine.\n`);
    }
    return faults;
  } catch (error) {
    if (error instanceof BankError) return error.faults;
    throw error;
  }
}

/** A file that is no pack is a fault, told by its places. */
function reading(command: Command): Command {
  return async (options, outside) => {
    try {
      return await command(options, outside);
    } catch (error) {
      if (!(error instanceof BankError)) throw error;
      for (const fault of error.faults) outside.tell(`${error.file}: ${fault}`);
      return Exit.faults;
    }
  };
}

function tellConflict(conflict: Conflict, { tell }: Outside): void {
  const { field, base, ours, theirs } = conflict;
  const name = `${groupName(conflict.group)}: ${itemName(conflict)}`;
  if (field === null) {
    tell(`! ${name}: ${ours === undefined ? 'A removed what B changed' : 'B removed what A changed'}`);
    return;
  }
  tell(`! ${name}, ${fieldName(field)}`);
  for (const [side, value] of Object.entries({ BASE: base, A: ours, B: theirs })) {
    tell(`    ${side}: ${lines(field, value).join(' | ')}`);
  }
}

const lines = (field: string, value: unknown): string[] => valueText(field, value).split('\n').filter(Boolean);

function put(pack: Pack, out: string | null, { say }: Outside): void {
  if (out === null) say(writePack(pack));
  else putPack(pack, out);
}
