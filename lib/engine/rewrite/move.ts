import type { Rule } from '../../phrasebank/compile';
import type { DraftFacts, PhraseHit } from '../detectors/detector';
import type { Edit, Finding } from '../types';
import type { Voice } from './voice';

export interface RewriteContext {
  draft: string;
  finding: Finding;
  rule: Rule;
  /** The phrase, in tokens of its sentence; null for the draft as a whole. */
  hit: PhraseHit | null;
  facts: DraftFacts;
  voice: Voice;
}

/** A grammar move: edits of the draft, best first; none where it does not fit. `gaps` are filled in by `suggest`. */
export type Move = (context: RewriteContext) => Edit[];
