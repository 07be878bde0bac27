/** A few replies of the sample audit, from poor to good and with each criterion in them, to see what weights do. */
import type { ScoredDraft } from '../types';

const CHOSEN = ['S-157', 'S-084', 'S-002', 'S-035', 'S-082', 'S-146'];

export interface Sample extends ScoredDraft {
  id: string;
}

export async function samples(): Promise<Sample[]> {
  const { default: lines } = await import('../../workbench/home/sample.jsonl?raw');
  const all = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Sample);
  return CHOSEN.flatMap((id) => {
    const { draft, customer, channel } = all.find((one) => one.id === id) ?? {};
    return draft && customer && channel ? { id, draft, customer, channel } : [];
  });
}
