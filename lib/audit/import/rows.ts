/** What every reader of an export gives: its rows, one after another, and those that could not be read. */
import type { Fault } from '../model';

/** A row of the file. In JSON a cell is named by its path ('author.role'), and a ticket with its messages gives a row for each. */
export interface SourceRow {
  /**
   * Counts from 1, and no two rows have the same: the line of the file, its header included; in a workbook the row; in a
   * list of JSON the place of the value. A ticket's messages are millionths apart: 12, 12.000001 …
   */
  line: number;
  cells: Record<string, string>;
  /** The row as it stood, cut where it is long; but all of it where it is one `json` value. */
  raw: string;
  json?: true;
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
