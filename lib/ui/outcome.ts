/** What a scorecard shows of a review. Pure: text and spans in, what to show out. */
import { CRITERIA } from '../engine/principles';
import type { CriterionId, Finding, Gap, Review, Span, StrengthId } from '../engine/types';
import { quote } from '../panel/excerpt';

/**
 * How a criterion stands, said in words: a number would grade the person. strong: something in the reply speaks for it;
 * fine: nothing speaks against it; partly: one thing does; open: several do, or one that the customer would feel.
 */
export type Level = 'strong' | 'fine' | 'partly' | 'open';

export interface Outcome {
  review: Review;
  draft: string;
  /** Only those that apply to this ticket, in the scorecard's order. */
  criteria: { id: CriterionId; level: Level /** 0 to 1 */; value: number }[];
  /** Each strength once, with the words that earned it. */
  strengths: { id: StrengthId; quote: string | null }[];
  /** What the agent did not leave on purpose, most important first. */
  open: { finding: Finding; quote: string | null }[];
  commitments: { quote: string; due: string | null }[];
  gaps: Gap[];
}

/** Enough of a phrase to find it in the draft, in characters. */
const QUOTE = 90;

/** `left` are the ids of findings that the agent chose to leave: they are not brought up again. */
export function outcomeOf(review: Review, draft: string, left: readonly string[]): Outcome {
  const words = (span: Span | null | undefined) => (span ? quote(draft, span, QUOTE) : null);
  const strengths = new Map<StrengthId, string | null>();
  for (const { id, span } of review.strengths) if (!strengths.get(id)) strengths.set(id, words(span));
  return {
    review,
    draft,
    criteria: CRITERIA.flatMap((id) => {
      const value = review.scorecard.criteria[id];
      return value === null ? [] : [{ id, value, level: levelOf(value) }];
    }),
    strengths: [...strengths].map(([id, earned]) => ({ id, quote: earned })),
    open: review.findings
      .filter((finding) => !left.includes(finding.id))
      .map((finding) => ({ finding, quote: words(finding.span) })),
    commitments: review.commitments.map((one) => ({ quote: words(one.span) ?? one.what, due: words(one.dueSpan) })),
    gaps: review.gaps,
  };
}

/** `value` is 0 to 1; the scorecard gives 1 only where a strength was found. */
export function levelOf(value: number): Level {
  if (value === 1) return 'strong';
  if (value >= 0.8) return 'fine';
  return value >= 0.45 ? 'partly' : 'open';
}
