/** Bytes of an export into text. What encoding they are in is told by the bytes, not asked. */
import type { Bytes, ReadProgress } from './rows';

/** So many bytes tell UTF-16 without a mark from the rest. */
const HEAD = 1024;

/**
 * A byte order mark decides; without one, bytes that are every other one zero are UTF-16. In the rest the first character
 * beyond ASCII decides: where it is valid UTF-8 the file is, otherwise it is Windows-1252, as older exports of
 * spreadsheets are. Counts into `progress`.
 */
export async function* decodeText(bytes: Bytes, progress: ReadProgress): AsyncGenerator<string> {
  let decoder: Pick<TextDecoder, 'decode'> | null = null;
  let held = new Uint8Array();
  let head = true;
  for await (const chunk of chunksOf(bytes)) {
    progress.bytes += chunk.length;
    if (decoder) {
      yield counted(decoder.decode(chunk, { stream: true }), progress);
      continue;
    }
    held = joined(held, chunk);
    if (head && held.length < HEAD) continue;
    const { text, rest, encoding } = undecided(held, head, false);
    head = false;
    held = rest;
    if (encoding) {
      decoder = decoderFor(encoding, progress);
      held = new Uint8Array();
      yield text + counted(decoder.decode(rest, { stream: true }), progress);
    } else yield text;
  }
  if (decoder) yield counted(decoder.decode(), progress);
  else {
    const { text, rest, encoding } = undecided(held, head, true);
    yield text + (encoding ? counted(decoderFor(encoding, progress).decode(rest), progress) : '');
  }
}

function decoderFor(encoding: ReadProgress['encoding'], progress: ReadProgress): Pick<TextDecoder, 'decode'> {
  progress.encoding = encoding;
  const decoder = new TextDecoder(encoding);
  if (encoding !== 'windows-1252') return decoder;
  return { decode: (bytes, options) => decoder.decode(bytes, options).replace(/[\x80-\x9f]/g, printed) };
}

/** Windows-1252 from 0x80 to 0x9f: some versions of Node leave these as the control characters of ISO 8859-1. */
const PRINTED = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function printed(control: string): string {
  return PRINTED[control.charCodeAt(0) - 0x80] as string;
}

/** The ASCII at the beginning of `bytes` as text, what is left, and the encoding where that is decided. */
function undecided(
  bytes: Uint8Array<ArrayBuffer>,
  head: boolean,
  last: boolean,
): { text: string; rest: Uint8Array<ArrayBuffer>; encoding?: ReadProgress['encoding'] } {
  const marked = head ? byHead(bytes) : undefined;
  if (marked) return { text: '', rest: bytes, encoding: marked };
  let first = 0;
  while (first < bytes.length && (bytes[first] as number) < 0x80) first++;
  const plain = bytes.subarray(0, first);
  const rest = bytes.subarray(first);
  const text = new TextDecoder().decode(plain);
  if (!rest.length || (rest.length < 4 && !last)) return { text, rest };
  return { text, rest, encoding: beginsAsUtf8(rest) ? 'utf-8' : 'windows-1252' };
}

function byHead(bytes: Uint8Array): ReadProgress['encoding'] | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, HEAD);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) (zeros[at % 2] as number)++;
  const many = looked / 6;
  if ((zeros[1] as number) > many) return 'utf-16le';
  return (zeros[0] as number) > many ? 'utf-16be' : undefined;
}

function beginsAsUtf8(bytes: Uint8Array): boolean {
  const lead = bytes[0] as number;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length));
    return true;
  } catch {
    return false;
  }
}

function counted(text: string, progress: ReadProgress): string {
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) progress.unreadable++;
  return text;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Chrome iterates over streams from version 124 only. */
export async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  if (!('getReader' in bytes)) {
    yield* bytes;
    return;
  }
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early wants no more of the file.
    await reader.cancel().catch(() => {});
  }
}
