/** What every reader of an export gives: its rows, one after another, and those that could not be read. */
import type { Fault } from '../model';

/** A row of the file. In JSON a cell is named by its path ('author.role'), and a ticket with its messages gives a row for each. */
export interface SourceRow {
  /** Counts from 1 in the file, its header included; in a workbook the row, in JSON the line on which the value begins. */
  line: number;
  cells: Record<string, string>;
  /** The row as it stood, cut where it is long. For JSON lines all of it. */
  raw: string;
}

/** Kept up to date while a file is read. */
export interface ReadProgress {
  /** So many bytes were read. */
  bytes: number;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Places where the bytes were no text of that encoding; each now holds U+FFFD. */
  unreadable: number;
}

/** The file as a whole can't be read. The message is for people. */
export class ImportError extends Error {
  override name = 'ImportError';
}

export type Bytes = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

export function newProgress(): ReadProgress {
  return { bytes: 0, encoding: 'utf-8', unreadable: 0 };
}

export function isFault(row: SourceRow | Fault): row is Fault {
  return 'reason' in row;
}

/** So much of a bad row is kept to show it. */
const RAW = 400;

export function cutRaw(text: string): string {
  return text.length <= RAW ? text : `${text.slice(0, RAW)}…`;
}
