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
  /** What is there to say at the end: rows that gave no reply, and why. */
  remarks(): string[];
  /** Null for a pipe. */
  bytes: number | null;
}

type Bytes = AsyncIterable<Uint8Array>;

/** Throws an error of the file system where the file is not there. `stop` ends the items where they are. */
export async function openSource(options: AuditOptions, input: Bytes, stop: AbortSignal): Promise<Source> {
  const { file, format, columns } = options;
  const bytes = file === '-' ? null : statSync(file).size;
  const stream = file === '-' ? input : createReadStream(file);
  const counted = new Counted(stream, stop);
  const place = (): Place => ({ doing: 'reviewing', share: bytes === null ? null : Math.min(1, counted.read / bytes) });
  if (format === 'jsonl' && columns === null) return { items: linesOfJson(counted), place, remarks: () => [], bytes };
  throw new Error('not there yet');
}

/** Counts what was read, and ends where it is asked to: what it reads from may wait for ever. */
class Counted implements Bytes {
  read = 0;

  constructor(
    readonly stream: Bytes,
    stop: AbortSignal,
  ) {
    const end = () => (stream as Partial<Readable>).destroy?.(stop.reason);
    if (stop.aborted) end();
    stop.addEventListener('abort', end, { once: true });
  }

  async *[Symbol.asyncIterator]() {
    for await (const chunk of this.stream) {
      this.read += chunk.length;
      yield chunk;
    }
  }
}

/** UTF-8, a byte order mark taken off; lines of white space are nothing. */
async function* linesOfJson(bytes: Bytes): AsyncGenerator<Item> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  for await (const each of linesOf(bytes)) {
    line += 1;
    if (!each) {
      yield { line, fault: `is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB` };
      continue;
    }
    try {
      const json = decoder.decode(each).trim();
      if (json !== '') yield { line, json };
    } catch {
      yield { line, fault: 'is not UTF-8 text' };
    }
  }
}
