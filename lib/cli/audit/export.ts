/** A helpdesk's export as items: read as the workbench reads it, so that both give the same replies. */

import type { ListedLine } from '../../audit/audit-line';
import { repliesOfTicket } from '../../audit/import/conversations';
import { hostOf } from '../../audit/import/helpdesks';
import { readImport } from '../../audit/import/read-import';
import { readRows } from '../../audit/import/read-rows';
import { recognise } from '../../audit/import/recognise';
import { ImportError, isFault, newProgress, type SourceRow } from '../../audit/import/rows';
import type { LeftOut, Mapping } from '../../audit/model';
import type { Item } from './batch';
import type { AuditOptions } from './options';
import type { Place } from './progress';
import { TicketSorter } from './sorter';
import type { Source } from './source';

/** So much is looked at to tell what the columns mean: as much as the workbench looks at, so that both say the same. */
const SAMPLE = { rows: 500, bytes: 16_000_000 };

const LEFT_OUT: Record<LeftOut, string> = {
  customer: 'by customers',
  note: 'internal notes',
  bot: 'by bots',
  automatic: 'automatic',
  macro: 'macros',
  duplicate: 'there before',
  empty: 'without text',
};

/** `read`: 0 to 1 of the bytes, null where nobody knows how many there are. Throws an `ImportError`. */
export async function openExport(
  bytes: AsyncIterable<Uint8Array>,
  { format, columns, mask }: AuditOptions,
  read: () => number | null,
): Promise<Omit<Source, 'bytes'>> {
  const kept = new Replayed(bytes);
  const samples: SourceRow[] = [];
  const looked = newProgress();
  let rows = 0;
  for await (const row of readRows(kept.first(), format, looked)) {
    if (!isFault(row)) samples.push(row);
    rows += 1;
    if (rows >= SAMPLE.rows || looked.bytes >= SAMPLE.bytes) break;
  }
  const { mapping, host, told } = mappingOf(samples, columns);
  const progress = newProgress();
  const readings = readImport(kept.all(), format, { mapping, mask }, progress);
  const sorter = new TicketSorter();
  const leftOut = new Map<LeftOut, number>();
  let sorted = false;
  const leave = (why: LeftOut, count: number) => leftOut.set(why, (leftOut.get(why) ?? 0) + count);

  // Each reply says for itself where it was written: its line may go to another machine.
  const placed = (reply: ListedLine): ListedLine => (host ? { ...reply, options: { host } } : reply);

  async function* items(): AsyncGenerator<Item> {
    try {
      for await (const reading of readings) {
        const line = Math.floor(reading.line);
        if ('reply' in reading) yield { line, reply: placed(reading.reply) };
        else if ('fault' in reading) yield { line, fault: reading.fault.reason };
        else if ('leftOut' in reading) leave(reading.leftOut, 1);
        else sorter.add(reading.message);
      }
      sorted = true;
      for await (const messages of sorter.tickets()) {
        const { replies, leftOut: left } = repliesOfTicket(messages);
        for (const [why, count] of Object.entries(left)) leave(why as LeftOut, count);
        const line = Math.floor(messages[0]?.line ?? 0);
        for (const reply of replies) yield { line, reply: placed(reply) };
      }
    } finally {
      sorter.remove();
    }
  }

  return {
    items: items(),
    place: (): Place => {
      if (mapping.shape === 'replies') return { doing: 'reviewing', share: read() };
      return sorted
        ? { doing: 'reviewing', share: sorter.given / Math.max(1, sorter.added) }
        : { doing: 'reading', share: read() };
    },
    about: {
      start: () => [told],
      end: () => [...encodingTold(progress), ...leftOutTold(leftOut)],
    },
  };
}

/** What the columns mean, and that in words. Throws an `ImportError` that names the columns where no draft is found. */
function mappingOf(
  samples: SourceRow[],
  named: AuditOptions['columns'],
): { mapping: Mapping; host: string | undefined; told: string } {
  const columns = [...new Set(samples.flatMap(({ cells }) => Object.keys(cells)))];
  const { mapping: found, helpdesk } = recognise(
    columns,
    samples.map(({ cells }) => cells),
  );
  const missing = Object.values(named ?? {}).filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new ImportError(`There is no column ${inQuotes(missing)}; the file has ${inQuotes(columns)}.`);
  }
  const mapping = named ? { ...found, ...shapeOf(named) } : found;
  if (samples.length > 0 && !mapping.columns.draft) {
    throw new ImportError(
      `No column is recognised as the reply. Say which one it is, as in --columns draft=Reply,customer=Question. The file has ${inQuotes(columns)}.`,
    );
  }
  const roles = Object.entries(mapping.columns).map(([role, column]) => `${role}=${column}`);
  return {
    mapping,
    host: helpdesk && hostOf(helpdesk),
    told: `Read as ${helpdesk ? `${helpdesk}’s export` : mapping.shape}: ${roles.join(', ')}`,
  };
}

function shapeOf(named: NonNullable<AuditOptions['columns']>): Mapping {
  return { shape: named.author && named.ticket ? 'messages' : 'replies', columns: named };
}

function inQuotes(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function encodingTold({ encoding, unreadable }: ReturnType<typeof newProgress>): string[] {
  if (unreadable > 0) return [`${unreadable} places are no ${encoding} text; each now holds \ufffd.`];
  return encoding === 'utf-8' ? [] : [`The file was read as ${encoding}.`];
}

function leftOutTold(leftOut: Map<LeftOut, number>): string[] {
  const total = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...leftOut].map(([why, count]) => `${count.toLocaleString('en')} ${LEFT_OUT[why]}`);
  return total === 0 ? [] : [`${total.toLocaleString('en')} rows gave no reply: ${parts.join(', ')}.`];
}

/** Bytes that are looked into at first and then read from their start: a pipe can't be opened again. */
class Replayed {
  readonly #from: AsyncIterator<Uint8Array>;
  #seen: Uint8Array[] = [];

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#from = bytes[Symbol.asyncIterator]();
  }

  /** May be left before its end: what it reads from stays open. */
  async *first(): AsyncGenerator<Uint8Array> {
    for (let next = await this.#from.next(); !next.done; next = await this.#from.next()) {
      this.#seen.push(next.value);
      yield next.value;
    }
  }

  async *all(): AsyncGenerator<Uint8Array> {
    yield* this.#seen;
    this.#seen = [];
    yield* { [Symbol.asyncIterator]: () => this.#from };
  }
}
