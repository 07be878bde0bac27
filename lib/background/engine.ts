/** The engine as the background uses it. An interface, so that the relay is tested without wink-nlp. */
import type { CoachOptions, Conversation, Edit, PrincipleId, Review } from '../engine/types';
import type { PrincipleRules, Why } from '../messages';

export interface Engine {
  review(draft: string, conversation: Conversation, options: CoachOptions): Review;
  /** Best first. `review` must be the very object that `review()` returned. */
  suggest(review: Review, finding: string): Edit[];
  why(principle: PrincipleId): Why | null;
  rules(): PrincipleRules[];
}
