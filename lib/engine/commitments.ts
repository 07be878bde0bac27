import type { DraftFacts } from './detectors/detector';
import type { Commitment } from './types';

/** What the draft binds us to, and by when. */
export function findCommitments(_facts: DraftFacts): Commitment[] {
  return [];
}
