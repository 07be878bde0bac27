/** A file's text -> a pack. */
import { BankError } from '../phrasebank/schema';
import type { Pack } from './pack';
import { parsePack, parsePackInSlices } from './pack-schema';

/** Far more than 5,000 rules with their examples take. */
export const MOST_BYTES = 5_000_000;

/** Throws a `BankError` with every fault in it, each with its place. */
export function readPack(text: string, file: string): Pack {
  return parsePack(parsed(text, file), file);
}

/** As `readPack`, for thousands of rules that others do not wait for. */
export async function readPackInSlices(text: string, file: string, pause: () => Promise<void>): Promise<Pack> {
  return parsePackInSlices(parsed(text, file), file, pause);
}

function parsed(text: string, file: string): unknown {
  if (isTooLong(text)) throw new BankError(file, [`is larger than ${MOST_BYTES / 1_000_000} MB`]);
  return parseJson(text.replace(/^\uFEFF/, ''), file);
}

/** Without encoding what is far too long anyway. */
function isTooLong(text: string): boolean {
  return text.length > MOST_BYTES || new TextEncoder().encode(text).length > MOST_BYTES;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BankError(file, [`is not JSON (${error instanceof Error ? error.message : String(error)})`]);
  }
}
