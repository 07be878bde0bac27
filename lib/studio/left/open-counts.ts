/** Files of counts that were opened in this tab. They are not kept: whoever handed them over did so for this look. */
import { signal } from '@preact/signals';
import { type Counts, readCountsFile } from '../../store/counts-file';
import { FileError } from '../../store/file-faults';

export interface OpenFault {
  file: string;
  /** known: the same counts are open already, and are not counted twice. */
  why: 'known' | 'unreadable';
  /** What is wrong, each with its place. */
  faults: string[];
}

export const opened = signal<readonly Counts[]>([]);

/** Opens what can be read; the rest comes back with why not. */
export async function openCounts(files: readonly File[]): Promise<OpenFault[]> {
  const faults: OpenFault[] = [];
  for (const file of files) {
    try {
      const counts = readCountsFile(await file.text());
      if (opened.value.some((other) => JSON.stringify(other) === JSON.stringify(counts)))
        faults.push({ file: file.name, why: 'known', faults: [] });
      else opened.value = [...opened.value, counts];
    } catch (error) {
      const wrong = error instanceof FileError ? error.faults : [(error as Error).message];
      faults.push({ file: file.name, why: 'unreadable', faults: wrong });
    }
  }
  return faults;
}
