/** One reply of an audit into its row of results: the same engine, and the same review, as while typing. */
import { coach } from '../engine/coach';
import { suggest } from '../engine/suggest';
import type { AuditLine, AuditResult, Conversation } from '../engine/types';
import type { CompiledBanks } from '../phrasebank/compile';

export interface RowOptions {
  /** Without them a row is made several times faster. */
  suggestions: boolean;
}

/** Pure: the same line and banks give the same row. Throws only where the engine itself fails. */
export function reviewRow(line: AuditLine, banks: CompiledBanks, { suggestions }: RowOptions): AuditResult {
  const review = coach(line.draft, conversationOf(line), banks, line.options);
  return {
    id: line.id,
    mood: review.mood.id,
    score: review.scorecard.score,
    criteria: review.scorecard.criteria,
    findings: review.findings.map(({ id, principle, rule, span, severity, message }) => ({
      principle,
      rule,
      start: span?.start ?? null,
      end: span?.end ?? null,
      quote: span ? line.draft.slice(span.start, span.end) : null,
      severity,
      message,
      ...(suggestions && { suggestions: suggest(review, id) }),
    })),
    strengths: review.strengths.map(({ id }) => id),
    commitments: review.commitments,
    gaps: review.gaps,
  };
}

/** The short fields beside `draft` come before those of `conversation`. */
export function conversationOf({ customer, channel, conversation }: AuditLine): Conversation {
  return { ...conversation, ...(customer !== undefined && { customer }), ...(channel && { channel }) };
}
