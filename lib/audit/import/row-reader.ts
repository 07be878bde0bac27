/** Rows of an export, by its mapping, into messages or replies; or why they give none. */
import type { StoredMessage } from '../../store/database';
import type { Fault, LeftOut, Mapping, Masking, Reply } from '../model';
import type { SourceRow } from './rows';

/** A message of an export; `at` is '' where no date is known. */
export type Message = Omit<StoredMessage, 'run'>;
export type NewReply = Omit<Reply, 'seq'>;

export type RowReading = { message: Message } | { reply: NewReply } | { leftOut: LeftOut } | { fault: Fault };

export interface RowReaderOptions {
  mapping: Mapping;
  /** Names, addresses and numbers are replaced before anything is kept. */
  mask: Masking;
}

/**
 * Reads the rows of one file in their order: what it saw before tells it duplicates. After a break, read the file from
 * its start with a new reader and drop what is kept already: the same rows give the same messages and replies.
 */
export function createRowReader(_: RowReaderOptions): (row: SourceRow) => RowReading {
  throw new Error('not there yet');
}
