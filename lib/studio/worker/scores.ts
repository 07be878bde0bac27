/** Replies as the scorecard has them. */
import { coach } from '../../engine/coach';
import type { CoachOptions, Scorecard } from '../../engine/types';
import type { CompiledBanks } from '../../phrasebank/compile';
import type { ScoredDraft } from '../types';

export function scores(banks: CompiledBanks, options: CoachOptions, drafts: readonly ScoredDraft[]): Scorecard[] {
  return drafts.map(({ draft, ...conversation }) => coach(draft, conversation, banks, options).scorecard);
}
