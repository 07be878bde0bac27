/** Files of counts that were opened in this tab. They are not kept: whoever handed them over did so for this look. */
import { signal } from '@preact/signals';
import { type Counts, readCountsFile } from '../../store/counts-file';
import { FileError } from '../../store/file-faults';

export interface OpenFault {
  file: string;
  /** known: the same counts are open already, and are not counted twice. other: it is no file of counts. */
  why: 'known' | 'other' | 'faulty';
  /** What is wrong in counts, each with its place. */
  faults: string[];
}

export const opened = signal<readonly Counts[]>([]);

/** Opens what can be read; the rest comes back with why not. */
export async function openCounts(files: readonly File[]): Promise<OpenFault[]> {
  const faults: OpenFault[] = [];
  for (const file of files) {
    const text = await file.text();
    try {
      const counts = readCountsFile(text);
      if (opened.value.some((other) => JSON.stringify(other) === JSON.stringify(counts)))
        faults.push({ file: file.name, why: 'known', faults: [] });
      else opened.value = [...opened.value, counts];
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const other = !text.includes('"counts"');
      faults.push({ file: file.name, why: other ? 'other' : 'faulty', faults: other ? [] : error.faults });
    }
  }
  return faults;
}
