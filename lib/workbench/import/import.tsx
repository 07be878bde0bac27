/** A new audit: a file comes in, the reviewer sees what the coach will read, and it begins. */

import { useSignal, useSignalEffect } from '@preact/signals';
import type { HelpdeskExport } from '../../audit/import/helpdesks';
import { recognise } from '../../audit/import/recognise';
import type { Mapping, SourceFormat } from '../../audit/model';
import { t } from '../../ui/text';
import type { Runs } from '../types';
import { Choose } from './choose';
import { formatOf } from './format-of';
import { incoming } from './incoming';
import { Prepare } from './prepare';
import { recallMapping } from './remembered';
import { readSample, type Sample } from './sample';

export interface Chosen {
  file: File;
  format: SourceFormat;
  sample: Sample;
  mapping: Mapping;
  /** Whose export it looks like. */
  helpdesk?: HelpdeskExport['name'];
  /** The mapping is the one that was used for such a file before. */
  remembered: boolean;
}

export function ImportView({ runs }: { runs: Runs }) {
  const chosen = useSignal<Chosen | null>(null);
  const reading = useSignal<File | null>(null);
  const problem = useSignal('');
  useSignalEffect(() => {
    const file = incoming.value;
    if (!file) return;
    incoming.value = null;
    reading.value = file;
    problem.value = '';
    chosen.value = null;
    // Another file may come in meanwhile: then it is that one's turn.
    const mine = () => reading.peek() === file;
    look(file)
      .then((found) => {
        if (mine()) chosen.value = found;
      })
      .catch((error: Error) => {
        const known = error.name === 'ImportError';
        if (mine()) problem.value = known ? error.message : t('import_unreadable', file.name, error.message);
      })
      .finally(() => {
        if (mine()) reading.value = null;
      });
  });
  if (reading.value) {
    return (
      <div class="import" aria-busy="true">
        <p role="status">{t('import_looking', reading.value.name)}</p>
      </div>
    );
  }
  return (
    <div class="import">
      {chosen.value ? (
        <Prepare key={chosen.value.file} chosen={chosen.value} runs={runs} onBack={() => (chosen.value = null)} />
      ) : (
        <Choose problem={problem.value} />
      )}
    </div>
  );
}

async function look(file: File): Promise<Chosen> {
  const format = await formatOf(file, file.name);
  const sample = await readSample(file, format);
  if (!sample.rows.length) {
    const first = sample.faults[0];
    const error = new Error(first ? t('import_all_bad', first.line, first.reason) : t('import_nothing', file.name));
    error.name = 'ImportError';
    throw error;
  }
  const cells = sample.rows.map((row) => row.cells);
  const { helpdesk, mapping } = recognise(sample.columns, cells);
  const before = await recallMapping(sample.columns);
  return {
    file,
    format,
    sample,
    mapping: before ?? mapping,
    remembered: before !== undefined,
    ...(helpdesk && { helpdesk }),
  };
}
