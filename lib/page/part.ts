/** The review of a part of a draft, put among what is known of the rest. Pure: no DOM. */
import type { Finding, Review, Span } from '../engine/types';

/** A review of `text.slice(at)…` with its spans in the whole text; what it says of the draft as a whole is left out. */
export function placed(review: Review, at: number): Review {
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + at, end: span.end + at });
  const moved = <T extends { span: Span | null }>(items: readonly T[]): T[] =>
    items.flatMap((item) => (item.span ? [{ ...item, span: move(item.span) }] : []));
  return {
    ...review,
    findings: moved(review.findings),
    strengths: moved(review.strengths),
    commitments: moved(review.commitments).map((each) =>
      each.dueSpan ? { ...each, dueSpan: move(each.dueSpan) } : each,
    ),
    gaps: review.gaps.map(move),
  };
}

/**
 * What is known of the draft, with `part` in place of all that was known of `region`. `first`: the part's findings
 * come before the others, since they are near the caret.
 */
export function merged(known: Review | null, part: Review, region: Span, first: boolean): Review {
  if (!known) return part;
  const outside = (span: Span | null) => span !== null && (span.end <= region.start || span.start >= region.end);
  const rest = known.findings.filter(({ span }) => outside(span));
  const own = renamed(part.findings, known.findings, new Set(rest.map(({ id }) => id)));
  const keep = <T extends { span: Span | null }>(items: readonly T[]) => items.filter(({ span }) => outside(span));
  const answered = new Set(known.questions.filter((each) => each.answered).map(({ span }) => span.start));
  return {
    ...part,
    findings: first ? [...own, ...rest] : [...rest, ...own],
    strengths: [...keep(known.strengths), ...part.strengths],
    commitments: [...keep(known.commitments), ...part.commitments],
    gaps: [...known.gaps.filter(outside), ...part.gaps],
    questions: part.questions.map((each) => ({ ...each, answered: each.answered || answered.has(each.span.start) })),
  };
}

/** The engine's id of a finding: what `renamed` added is taken off. */
export const engineId = (id: string): string => id.replace(/~\d+$/, '');

/** The engine's ids are unique within what it read at once. A finding that stood there before keeps its id. */
function renamed(part: readonly Finding[], known: readonly Finding[], taken: Set<string>): Finding[] {
  return part.map((finding) => {
    const before = known.find(
      ({ id, rule, span }) => rule === finding.rule && span?.start === finding.span?.start && !taken.has(id),
    );
    let id = before && engineId(before.id) === finding.id ? before.id : finding.id;
    for (let nth = 2; taken.has(id); nth++) id = `${finding.id}~${nth}`;
    taken.add(id);
    return { ...finding, id };
  });
}
