/** What a review was made from: `suggest` needs it, and nobody else should. */
import type { CompiledBanks, Rule } from '../phrasebank/compile';
import type { DraftFacts, PhraseHit } from './detectors/detector';
import type { Conversation, Edit, Review } from './types';

export interface ReviewSource {
  draft: string;
  conversation: Conversation;
  banks: CompiledBanks;
  facts: DraftFacts;
  /** By finding id. `hit` is null for the draft as a whole. */
  found: Map<string, { rule: Rule; hit: PhraseHit | null }>;
  /** Suggestions already made, by finding id. */
  suggestions: Map<string, Edit[]>;
}

const sources = new WeakMap<Review, ReviewSource>();

export function keepSource(review: Review, source: ReviewSource): void {
  sources.set(review, source);
}

/** Throws for a review that `coach` did not make in this very place: a copy, or one that came over a wire. */
export function sourceOf(review: Review): ReviewSource {
  const source = sources.get(review);
  if (!source) throw new Error('Suggestions need the review object that coach() returned, not a copy of it.');
  return source;
}
