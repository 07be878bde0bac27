/** The chosen replies as a file for other programs. */
import type { Verdict } from '../../audit/model';
import { type ExportFacts, type ExportFormat, exportHead, exportLines } from '../../audit/report/export-rows';
import type { OpenRun } from '../types';
import { type Job, pagesOf } from './gather';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  findings: 'text/csv;charset=utf-8',
  jsonl: 'application/jsonl',
};

/** Each part goes to the browser's store of blobs as it is made: what the page holds does not grow with the run. */
export async function exportFile(
  open: OpenRun,
  seqs: Uint32Array,
  format: ExportFormat,
  facts: ExportFacts,
  job: Job,
): Promise<Blob> {
  const verdicts = new Map<number, Verdict[]>();
  for (const verdict of open.verdicts.value) {
    verdicts.set(verdict.seq, [...(verdicts.get(verdict.seq) ?? []), verdict]);
  }
  const parts = [new Blob([exportHead(format)])];
  for await (const page of pagesOf(open, seqs, job)) {
    const lines = page.map((one) =>
      exportLines({ ...one, verdicts: verdicts.get(one.reply.seq) ?? [] }, format, facts),
    );
    parts.push(new Blob(lines));
  }
  return new Blob(parts, { type: TYPES[format] });
}
