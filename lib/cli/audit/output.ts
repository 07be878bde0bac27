/** Where rows go: standard output, or a file that a later run can go on with. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, realpathSync, statSync, truncateSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type Item, listBatch } from './batch';
import { FORMATS, type OutputRow } from './formats';
import { linesOf } from './lines';
import { type AuditOptions, UsageError } from './options';

export interface Output {
  /** Rows that an earlier run wrote, in order. To be read before anything is written. */
  earlier: AsyncIterable<OutputRow>;
  /** The last of them, and how many they are, once they are read. */
  last: OutputRow | null;
  count: number;
  /** Done once there is room for more. Rejects when `stop` aborts. */
  write(rows: OutputRow[], stop: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** `standard`: for where no file is named. Throws a `UsageError` where the file can't be written. */
export function openOutput({ file, out, resume, to }: AuditOptions, standard: Writable): Output {
  if (out !== null && file !== '-' && existsSync(out) && realpathSync(out) === realpathSync(file)) {
    throw new UsageError('--out would overwrite the file that is to be read: choose another name.');
  }
  const { head, lines } = FORMATS[to];
  let stream: Writable | null = null;
  const open = async () => {
    if (out === null) stream = standard;
    else {
      stream = createWriteStream(out, { flags: resume ? 'a' : 'w' });
      await once(stream, 'open').catch((error: Error) => {
        throw new UsageError(`“${out}” can’t be written: ${error.message}.`);
      });
    }
    stream.write(head);
    return stream;
  };
  return {
    last: null,
    count: 0,
    get earlier() {
      return resume && out !== null && existsSync(out) ? earlierRows(out, this) : nothing();
    },
    async write(rows, stop) {
      stream ??= await open();
      if (!stream.write(rows.map(lines).join(''))) await once(stream, 'drain', { signal: stop });
    },
    async close() {
      stream ??= await open();
      if (out === null) return;
      stream.end();
      await finished(stream);
    },
  };
}

async function* nothing(): AsyncGenerator<never> {}

/** A last line that was not written to its end is taken off the file. */
async function* earlierRows(path: string, seen: Pick<Output, 'last' | 'count'>): AsyncGenerator<OutputRow> {
  const { size } = statSync(path);
  let whole = 0;
  for await (const line of linesOf(createReadStream(path))) {
    const row = line && parsed(line);
    const end = whole + (line?.length ?? 0) + 1;
    if (!row || end > size) break;
    whole = end;
    seen.last = row;
    seen.count += 1;
    yield row;
  }
  truncateSync(path, whole);
}

function parsed(line: Uint8Array): OutputRow | null {
  try {
    return JSON.parse(new TextDecoder().decode(line)) as OutputRow;
  } catch {
    return null;
  }
}

/** The items for which there is no row yet. Throws a `UsageError` where the rows are those of another file. */
export async function* skip(
  items: AsyncIterable<Item>,
  { last, count }: Pick<Output, 'last' | 'count'>,
  skipped: () => void,
): AsyncGenerator<Item> {
  let left = count;
  for await (const item of items) {
    if (left === 0) {
      yield item;
      continue;
    }
    left -= 1;
    skipped();
    if (left === 0 && listBatch([item])[0]?.id !== last?.id) left = -1;
    if (left < 0) break;
  }
  if (left !== 0) throw new UsageError('What stands in --out is not of this file: start anew without --resume.');
}
