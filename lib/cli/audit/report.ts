/** `--report`: the run as a page for people. */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Summary } from '../../audit/summary';
import { type AuditOptions, UsageError } from './options';

/** Throws a `UsageError` where the report can't be written; told before the run, not after it. */
export function checkReport({ report }: AuditOptions): void {
  if (report !== null) write(report, '');
}

/** `part`: the run was stopped before its end, which the report then says; as it says which pack there was. */
export async function writeReport(
  { report, file }: AuditOptions,
  summary: Summary,
  { part, pack }: { part: boolean; pack: string | null },
): Promise<void> {
  if (report === null) return;
  const name = file === '-' ? 'standard input' : basename(file);
  const source = part ? `${name} (stopped before its end)` : name;
  // Only now: most runs want no report.
  const { renderTeamReport } = await import('../../audit/report/render');
  write(report, renderTeamReport(summary, { source, at: new Date(), ...(pack && { version: pack }) }));
}

function write(path: string, html: string): void {
  try {
    writeFileSync(path, html);
  } catch (error) {
    throw new UsageError(`The report can’t be written to “${path}”: ${(error as Error).message}.`);
  }
}
