/** A file of replies, or standard input, as items in order. */
import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Item } from './batch';
import { linesOf, MAX_LINE_BYTES } from './lines';
import type { AuditOptions } from './options';
import type { Place } from './progress';

export interface Source {
  items: AsyncIterable<Item>;
  place(): Place;
  /** What a person should know of it: at the start how it is read, at the end what gave no reply. */
  about: { start(): string[]; end(): string[] };
  /** Null for a pipe. */
  bytes: number | null;
}

/** Throws an error of the file system, or an `ImportError`. `stop` ends the items where they are. */
export async function openSource(
  options: AuditOptions,
  input: AsyncIterable<Uint8Array>,
  stop: AbortSignal,
): Promise<Source> {
  const { file, format, columns } = options;
  const bytes = file === '-' ? null : statSync(file).size;
  const counted = new CountedBytes(file === '-' ? input : createReadStream(file), stop);
  const read = () => (bytes === null ? null : Math.min(1, counted.count / Math.max(1, bytes)));
  // Lines of replies are a pipeline's: each is read by itself, and its number is all that is kept of it.
  if (format === 'jsonl' && columns === null && options.mask === false) {
    const none = () => [];
    const place = (): Place => ({ doing: 'reviewing', share: read() });
    return { items: linesOfJson(counted), place, about: { start: none, end: none }, bytes };
  }
  // Only now: a pipeline's process has no need of it.
  const { openExport } = await import('./export');
  return { ...(await openExport(counted, options, read)), bytes };
}

/** Counts what was read, and ends where it is asked to: what it reads from may wait for ever. */
class CountedBytes implements AsyncIterable<Uint8Array> {
  count = 0;

  constructor(
    readonly stream: AsyncIterable<Uint8Array>,
    stop: AbortSignal,
  ) {
    const end = () => (stream as Partial<Readable>).destroy?.(stop.reason);
    if (stop.aborted) end();
    stop.addEventListener('abort', end, { once: true });
  }

  async *[Symbol.asyncIterator]() {
    for await (const chunk of this.stream) {
      this.count += chunk.length;
      yield chunk;
    }
  }
}

/** UTF-8, a byte order mark taken off; lines of white space are nothing. */
async function* linesOfJson(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  for await (const each of linesOf(bytes)) {
    line += 1;
    if (!each) {
      yield { line, fault: `is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB` };
      continue;
    }
    let json: string;
    try {
      json = decoder.decode(each).trim();
    } catch {
      yield { line, fault: 'is not UTF-8 text' };
      continue;
    }
    if (json !== '') yield { line, json };
  }
}
