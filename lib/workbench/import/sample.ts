/** The beginning of a file: enough to see what its columns mean, and what the coach will read. */
import { repliesOfTicket } from '../../audit/import/conversations';
import { readRows } from '../../audit/import/read-rows';
import { createRowReader, type Message, type NewReply } from '../../audit/import/row-reader';
import { isFault, newProgress, type ReadProgress, type SourceRow } from '../../audit/import/rows';
import type { Fault, LeftOut, Mapping, Masking, SourceFormat } from '../../audit/model';
import { missingRoles } from './roles';

const MOST_ROWS = 500;
/** Rows of whole tickets may be long; so much of the file is looked at. */
const MOST_BYTES = 16_000_000;

export interface Sample {
  columns: string[];
  rows: SourceRow[];
  faults: Fault[];
  /** The sample is the whole file. */
  whole: boolean;
  progress: ReadProgress;
}

export interface Preview {
  replies: NewReply[];
  leftOut: Partial<Record<LeftOut, number>>;
  faults: Fault[];
}

/** Rejects with an `ImportError` where the file can't be read. */
export async function readSample(file: Blob, format: SourceFormat): Promise<Sample> {
  const progress = newProgress();
  const sample: Sample = { columns: [], rows: [], faults: [], whole: true, progress };
  for await (const row of readRows(file.stream(), format, progress)) {
    if (isFault(row)) sample.faults.push(row);
    else sample.rows.push(row);
    if (sample.rows.length + sample.faults.length < MOST_ROWS && progress.bytes < MOST_BYTES) continue;
    sample.whole = false;
    break;
  }
  sample.columns = [...new Set(sample.rows.flatMap((row) => Object.keys(row.cells)))];
  return sample;
}

/** What the run will make of the sample, as it will make it. */
export function previewOf(sample: Sample, mapping: Mapping, mask: Masking): Preview {
  const read = createRowReader({ mapping, mask });
  const preview: Preview = { replies: [], leftOut: {}, faults: [...sample.faults] };
  // Not the rows are at fault then.
  if (missingRoles(mapping).length) return preview;
  const tickets = new Map<string, Message[]>();
  const leaveOut = (why: LeftOut, count: number) => {
    preview.leftOut[why] = (preview.leftOut[why] ?? 0) + count;
  };
  for (const row of sample.rows) {
    const reading = read(row);
    if ('reply' in reading) preview.replies.push(reading.reply);
    else if ('fault' in reading) preview.faults.push(reading.fault);
    else if ('leftOut' in reading) leaveOut(reading.leftOut, 1);
    else tickets.set(reading.message.ticket, [...(tickets.get(reading.message.ticket) ?? []), reading.message]);
  }
  for (const messages of tickets.values()) {
    const { replies, leftOut } = repliesOfTicket(messages);
    preview.replies.push(...replies);
    for (const [why, count] of Object.entries(leftOut)) leaveOut(why as LeftOut, count);
  }
  preview.faults.sort((a, b) => a.line - b.line);
  // As readImport: nobody can mask a row that could not be read.
  if (mask) preview.faults = preview.faults.map((fault) => ({ ...fault, raw: '' }));
  return preview;
}
