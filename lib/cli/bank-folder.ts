/** `--banks DIR`: a folder of bank files laid over the built-in banks. Who `told` is hears what of it is left out, and why. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCoached } from '../pack/languages';
import { builtInBanks, compileBuiltIn } from '../phrasebank/built-in';
import type { CompiledBanks } from '../phrasebank/compile';
import { BankError, parseBank } from '../phrasebank/schema';

/** Parts of the built-in language, not banks of entries. */
const NOT_BANKS = new Set([
  'classes.json',
  'mood-words.json',
  'phrases.json',
  'scorecard.json',
  'draft-weights.json',
  'sentence-weights.json',
]);
/** Banks that are matched apart from the principles. */
const GROUPS: Record<string, string> = { strengths: 'strengths', moods: 'moods' };

/** The built-in banks, or where a folder is named those with the folder's over them: see `loadBankFolder`. */
export function loadBanks(folder: string | null, told: (remark: string) => void): CompiledBanks {
  return folder === null ? builtInBanks() : loadBankFolder(folder, told);
}

/**
 * The built-in banks with those of a folder over them, in the order of their names. Files that are no banks, and banks of
 * a language that is not read yet, are left out. Throws a `BankError` that names file, entry and field, or an error of the file system.
 */
export function loadBankFolder(folder: string, told: (remark: string) => void): CompiledBanks {
  const banks = compileBuiltIn();
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  if (files.length === 0) throw new BankError(folder, ['has no .json file, so there is no bank in it']);
  for (const file of files.sort()) {
    const path = join(folder, file);
    if (NOT_BANKS.has(file)) {
      told(`${path} is no bank of entries: the built-in one is used.`);
      continue;
    }
    const bank = parseBank(parseJson(path), path);
    if (isCoached(bank.language)) banks.add(bank, GROUPS[bank.id], path);
    else told(`${path} is for drafts in “${bank.language}”, which are not read yet: it stays quiet.`);
  }
  return banks;
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new BankError(path, [`is not JSON (${error.message})`]);
    throw error;
  }
}
