/** A small audit to look around in: replies of tests/corpus, given to a made-up team over eight weeks. */
import { t } from '../../ui/text';
import type { NewRun } from '../types';

export async function sampleRun(): Promise<NewRun> {
  const { default: lines } = await import('./sample.jsonl?raw');
  return {
    file: new Blob([lines]),
    name: t('audit_sample_name'),
    format: 'jsonl',
    mapping: {
      shape: 'replies',
      columns: {
        draft: 'draft',
        customer: 'customer',
        agent: 'agent',
        team: 'team',
        channel: 'channel',
        date: 'at',
        id: 'id',
        ticket: 'ticket',
      },
    },
    mask: false,
  };
}
