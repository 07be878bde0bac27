/** One reply of an audit into its row of results: the same engine, and the same review, as while typing. */
import { coach } from '../engine/coach';
import { suggest } from '../engine/suggest';
import type { AuditLine, AuditResult, CoachOptions, Conversation } from '../engine/types';
import type { CompiledBanks } from '../phrasebank/compile';
import type { Layer } from '../phrasebank/layer';
import { withLayerOptions } from '../phrasebank/layer-options';

/**
 * No reply is longer, and the time that the engine takes grows faster than the text: one cell of ten megabytes would
 * keep it for days. The same for one “word”, such as a picture's data that was pasted as text.
 */
const MAX_CHARACTERS = 50_000;
const LONG_WORD = /\S{5000}/;

/** A reply that is not read in bulk; the message says why. */
export class UnreadableReply extends Error {}

export interface RowOptions {
  /** Without them a row is made several times faster. */
  suggestions: boolean;
  /** What lies over the banks: its switches and weights go beneath the line's own options. */
  layer?: Layer | null;
}

/**
 * Pure: the same line and banks give the same row. Throws an `UnreadableReply`, and what the engine throws where it fails.
 */
export function reviewRow(line: PlacedLine, banks: CompiledBanks, { suggestions, layer }: RowOptions): AuditResult {
  checkLength(line);
  const own = optionsOf(line);
  const options = layer ? withLayerOptions(layer, own, false) : own;
  const review = coach(line.draft, conversationOf(line), banks, options);
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

/** A reply, and whose it is. */
export type PlacedLine = AuditLine & { team?: string };

/** With the team of who wrote it, for rules that are for some teams only. */
export function optionsOf({ options, team }: Pick<PlacedLine, 'options' | 'team'>): CoachOptions {
  return { ...options, ...(team && { team }) };
}

/** The short fields beside `draft` come before those of `conversation`. */
export function conversationOf({
  customer,
  channel,
  conversation,
}: Pick<AuditLine, 'customer' | 'channel' | 'conversation'>): Conversation {
  return { ...conversation, ...(customer !== undefined && { customer }), ...(channel && { channel }) };
}

function checkLength(line: AuditLine): void {
  const { customer = '', earlier = [] } = conversationOf(line);
  const most = MAX_CHARACTERS.toLocaleString('en');
  if (line.draft.length > MAX_CHARACTERS) throw new UnreadableReply(`the reply has more than ${most} characters`);
  if (LONG_WORD.test(line.draft)) throw new UnreadableReply('the reply has a word of more than 5,000 characters');
  if (customer.length > MAX_CHARACTERS || earlier.some(({ text }) => text.length > MAX_CHARACTERS)) {
    throw new UnreadableReply(`a message before the reply has more than ${most} characters`);
  }
}
