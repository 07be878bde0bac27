/** Whether what the coach saw can be shown as a scorecard. */
import type { Review } from '../engine/types';
import type { Snapshot } from '../messages';
import { sameWords } from './words';

/** Why there is no scorecard. */
export type Silence = 'off' | 'snoozed' | 'no-box' | 'no-answer' | 'engine';

export type Readiness =
  | { state: 'ready'; review: Review; draft: string; left: string[] }
  | { state: 'waiting' }
  | { state: 'silent'; why: Silence };

/** Does the snapshot speak of the very text that stands in the reply box? A review of an older text does not count. */
export function readiness(snapshot: Snapshot | null, text: string): Readiness {
  if (!snapshot) return { state: 'waiting' };
  if (snapshot.status === 'off' || snapshot.status === 'snoozed') return { state: 'silent', why: snapshot.status };
  if (snapshot.notice?.id === 'engine') return { state: 'silent', why: 'engine' };
  const { review, draft, left } = snapshot;
  if (snapshot.status === 'ready' && review && sameWords(draft, text)) return { state: 'ready', review, draft, left };
  return { state: 'waiting' };
}
