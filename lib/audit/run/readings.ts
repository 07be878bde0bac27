/** Interim: the rows of JSON lines. */

import type { StoredMessage } from '../../store/database';
import { LineError, parseAuditLine } from '../audit-line';
import type { Fault, LeftOut, Reply, Run } from '../model';

/** A row of the file, and how far into the file it stands, in bytes. */
export type Reading = { bytes: number } & (
  | { message: Omit<StoredMessage, 'run' | 'row'> }
  | { reply: Omit<Reply, 'seq'> }
  | { leftOut: LeftOut }
  | { fault: Fault }
);

/** From the first row on, always the same for the same file. */
export async function* readingsOf(file: Blob, _run: Run): AsyncGenerator<Reading> {
  const text = await file.text();
  let number = 0;
  let bytes = 0;
  for (const line of text.split('\n')) {
    number += 1;
    bytes += line.length + 1;
    if (line.trim() === '') continue;
    try {
      const { agent, team, at, ticket, link } = JSON.parse(line);
      yield { bytes, reply: { ...parseAuditLine(line, number), agent, team, at, ticket, link } };
    } catch (error) {
      if (!(error instanceof LineError || error instanceof SyntaxError)) throw error;
      yield { bytes, fault: { line: number, reason: error.message, raw: line.slice(0, 400) } };
    }
  }
}
