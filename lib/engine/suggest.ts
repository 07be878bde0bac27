import { findGaps } from './gaps';
import { sourceOf } from './review-source';
import { MOVES } from './rewrite';
import type { RewriteContext } from './rewrite/move';
import { fillTemplate } from './rewrite/template';
import { voiceOf } from './rewrite/voice';
import type { Edit, Review } from './types';

/**
 * Edits that take a finding out of the draft, best first, at least one. The review must be the object that `coach`
 * returned. Throws where it has no such finding. Made once for a review, then remembered.
 */
export function suggest(review: Review, findingId: string): Edit[] {
  const source = sourceOf(review);
  const known = source.suggestions.get(findingId);
  if (known) return known;
  const finding = review.findings.find(({ id }) => id === findingId);
  const found = source.found.get(findingId);
  if (!finding || !found) throw new Error(`This review has no finding "${findingId}".`);
  const context: RewriteContext = {
    draft: source.draft,
    finding,
    ...found,
    facts: source.facts,
    voice: voiceOf(source.facts),
  };
  const edits = (found.rule.entry.rewrites ?? [])
    .flatMap((rewrite) =>
      rewrite.startsWith('@') ? (MOVES[rewrite.slice(1)]?.(context) ?? []) : fillTemplate(rewrite, context),
    )
    .map((edit): Edit => ({ ...edit, gaps: findGaps(edit.text).map(({ start, end }) => ({ start, end })) }));
  source.suggestions.set(findingId, edits);
  return edits;
}
