/** Packs and keys from files. What can't be read ends the command with a sentence. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPrivateKey, type SigningKey } from '../../pack/keys';
import type { Pack } from '../../pack/pack';
import { readPack } from '../../pack/read-pack';
import { writePack } from '../../pack/write-pack';
import { UsageError } from './options';

/** Throws a `BankError` where it is no pack. */
export const packIn = (file: string): Pack => readPack(textOf(file), file);

/** git hands over an empty file where two branches have no common beginning. */
export function baseIn(file: string): Pack | null {
  const text = textOf(file);
  return text.trim() === '' ? null : readPack(text, file);
}

export async function privateKeyIn(file: string): Promise<SigningKey> {
  const text = textOf(file);
  return readPrivateKey(text).catch(() => {
    throw new UsageError(`“${file}” is no private key for packs: an EC key on P-256 in PEM, PKCS #8.`);
  });
}

/** The public key itself, or of a file. */
export const publicKeyOf = (key: string): string => (existsSync(pathOf(key)) ? textOf(key) : key);

function textOf(file: string): string {
  try {
    return readFileSync(pathOf(file), 'utf8');
  } catch (error) {
    throw new UsageError(`“${file}” can’t be read: ${(error as Error).message}.`);
  }
}

export function putPack(pack: Pack, file: string): void {
  try {
    writeFileSync(pathOf(file), writePack(pack));
  } catch (error) {
    throw new UsageError(`“${file}” can’t be written: ${(error as Error).message}.`);
  }
}

/** npm runs a script in its own folder, and says from where it was called: another repository's, say. */
const pathOf = (file: string): string => resolve(process.env.INIT_CWD ?? '', file);
