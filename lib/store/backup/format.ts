/**
 * A backup: everything in one file, a record a line, so that one of any size is written and read piece by piece.
 *
 *     {"reframe":"backup","schema":1,"database":5,"madeAt":"2026-03-01T09:00:00.000Z","parts":["counts"]}
 *     {"store":"settings","value":{…}}
 *     {"store":"days","value":{"day":"2026-02-27",…}}
 *     {"end":true,"records":2}
 *
 * `database` is the version that the records have; an older backup is brought up to date as the database itself is.
 * Bytes stand in base64, signing keys as PEM.
 */
import type { StoreNames } from 'idb';
import { fromBase64, toBase64 } from '../../pack/base64';
import { readPrivateKey, writePrivateKey } from '../../pack/keys';
import type { Schema } from '../database';

export const SCHEMA = 1;

/** The first line. */
export interface Header {
  reframe: 'backup';
  schema: typeof SCHEMA;
  database: number;
  madeAt: string /* ISO 8601 */;
  /** What was taken along beside the settings, even where there was nothing of it. */
  parts: Part[];
}

/** What a person can take along, and the stores that it is in. */
export const PARTS = {
  counts: ['days', 'examples'],
  studio: ['versions'],
  pack: ['packs'],
  mappings: ['mappings'],
  verdicts: ['verdicts', 'lists'],
  audits: ['runs', 'replies', 'columns', 'texts', 'faults'],
  keys: ['signingKeys'],
} as const satisfies Record<string, StoreNames<Schema>[]>;
export type Part = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as Part[];
export type BackedUp = (typeof PARTS)[Part][number];
export const STORES: readonly BackedUp[] = PART_NAMES.flatMap((part): readonly BackedUp[] => PARTS[part]);

/** A line between the first and the last. */
export type Line = { store: BackedUp | 'settings'; value: unknown };

const BYTES = { Uint8Array, Uint16Array, Uint32Array, Float64Array };
type Bytes = InstanceType<(typeof BYTES)[keyof typeof BYTES]>;
interface Packed {
  bytes: keyof typeof BYTES;
  base64: string;
}

export async function lineOf(store: Line['store'], record: unknown): Promise<string> {
  const value = store === 'signingKeys' ? await keyToText(record as Schema['signingKeys']['value']) : record;
  return `${JSON.stringify({ store, value }, (_, part) => (isBytes(part) ? packed(part) : part))}\n`;
}

/** Throws where the line is no JSON. */
export const parseLine = (text: string): unknown =>
  JSON.parse(text, (_, part) => (isPacked(part) ? unpacked(part) : part));

/** What a line holds of a key, as the database has it. Rejects where it is no key. */
export async function keyFromText({
  publicKey,
  name,
  createdAt,
  pem,
}: KeyText): Promise<Schema['signingKeys']['value']> {
  const key = await readPrivateKey(pem);
  if (key.publicKey !== publicKey) throw new Error('The two halves of the key are of different keys.');
  return { ...key, name, createdAt };
}

export interface KeyText {
  publicKey: string;
  name: string;
  createdAt: string;
  pem: string;
}

async function keyToText({ publicKey, name, createdAt, pair }: Schema['signingKeys']['value']): Promise<KeyText> {
  return { publicKey, name, createdAt, pem: await writePrivateKey({ publicKey, pair }) };
}

const isBytes = (value: unknown): value is Bytes => ArrayBuffer.isView(value) && value.constructor.name in BYTES;

function packed(value: Bytes): Packed {
  const { buffer, byteOffset, byteLength } = value;
  return {
    bytes: value.constructor.name as Packed['bytes'],
    base64: toBase64(new Uint8Array(buffer, byteOffset, byteLength)),
  };
}

function isPacked(value: unknown): value is Packed {
  const { bytes, base64 } = (value ?? {}) as Partial<Packed>;
  return typeof bytes === 'string' && typeof base64 === 'string' && Object.hasOwn(BYTES, bytes);
}

const unpacked = ({ bytes, base64 }: Packed): Bytes => new BYTES[bytes](fromBase64(base64).buffer);
