/** A text in `storage.sync`: compressed, and cut into items that are small enough for it. */
import { fromBase64, toBase64 } from '../../pack/base64';
import { digestOfText } from '../../pack/canonical';

/** What a browser's account holds for an extension, in bytes. */
export const ROOM = 102_400;
const ITEM = 8192;

/** Stands under the text's own name; its parts under 'name.0', 'name.1' … */
export interface Head {
  /** When it was changed, in ms since 1970: of two the newest counts. */
  savedAt: number;
  parts: number;
  /** Of the whole text: parts may arrive one by one. */
  digest: string;
}

export type Items = Record<string, unknown>;

const partName = (name: string, part: number) => `${name}.${part}`;

export async function toItems(name: string, text: string, savedAt: number): Promise<Items> {
  const packed = text ? toBase64(await through(new TextEncoder().encode(text), new CompressionStream('gzip'))) : '';
  // The key counts, and the quotes around the part.
  const size = ITEM - partName(name, 99).length - 2;
  const parts = packed.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
  const head: Head = { savedAt, parts: parts.length, digest: await digestOfText(text) };
  return { [name]: head, ...Object.fromEntries(parts.map((part, index) => [partName(name, index), part])) };
}

/** The text; null where its parts are not all there yet. Rejects where they are nothing that was written by `toItems`. */
export async function fromItems(name: string, head: Head, items: Items): Promise<string | null> {
  const parts = Array.from({ length: head.parts }, (_, index) => items[partName(name, index)]);
  if (parts.some((part) => typeof part !== 'string')) return null;
  const packed = fromBase64(parts.join(''));
  const text = head.parts ? await new Response(streamOf(packed, new DecompressionStream('gzip'))).text() : '';
  return (await digestOfText(text)) === head.digest ? text : null;
}

export function headIn(name: string, items: Items): Head | null {
  const head = items[name] as Partial<Head> | undefined;
  const right = typeof head?.savedAt === 'number' && typeof head.digest === 'string' && isCount(head.parts);
  return right ? (head as Head) : null;
}

const isCount = (parts: unknown) => Number.isInteger(parts) && (parts as number) >= 0 && (parts as number) < 20;

/** Names of everything that is kept of this text. */
export const namesIn = (name: string, items: Items): string[] =>
  Object.keys(items).filter((key) => key === name || key.startsWith(`${name}.`));

/** What they take there, in bytes. */
export const sizeOf = (items: Items): number =>
  Object.entries(items).reduce(
    (sum, [key, value]) => sum + key.length + new TextEncoder().encode(JSON.stringify(value)).length,
    0,
  );

async function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream): Promise<ArrayBuffer> {
  return new Response(streamOf(bytes, transform)).arrayBuffer();
}

function streamOf(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream): ReadableStream {
  return new Blob([bytes]).stream().pipeThrough(transform);
}
