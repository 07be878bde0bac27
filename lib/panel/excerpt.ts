/** Pieces of text for one line. Spans count UTF-16 code units. */
import type { Edit, Finding, Gap, Question, Review, Span } from '../engine/types';

export function quote(text: string, span: Span, max = 80): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return words.length > max
    ? `${words.slice(0, words.lastIndexOf(' ', max) > 0 ? words.lastIndexOf(' ', max) : max)}…`
    : words;
}

/** The clause that a word stands in, so that it says something by itself; cut at words around it where it is long. */
export function inClause(text: string, span: Span, max = 60): Span {
  const before = Math.max(
    ...['. ', '! ', '? ', ', ', '; ', ': ', ' (', ') ', '\n'].map((stop) => lastBefore(text, stop, span.start)),
  );
  const rest = text.slice(span.end).search(/[.!?,;:()\n](\s|$)|\s\(|\n/);
  const clause = { start: before, end: rest < 0 ? text.length : span.end + rest };
  if (clause.end - clause.start <= max) return clause;
  const spare = Math.max(0, max - (span.end - span.start)) / 2;
  const from = Math.max(clause.start, Math.floor(span.start - spare));
  const to = Math.min(clause.end, Math.ceil(span.end + spare));
  const start = from === clause.start ? from : text.indexOf(' ', from) + 1;
  const end = to === clause.end ? to : text.lastIndexOf(' ', to);
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
}

function lastBefore(text: string, stop: string, from: number): number {
  const at = text.lastIndexOf(stop, from - stop.length);
  return at < 0 || from < stop.length ? 0 : at + stop.length;
}

/** Spans that overlap, as one each; in the order given. */
export function merged(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const over = kept.find((other) => span.start < other.end && other.start < span.end);
    if (over) Object.assign(over, { start: Math.min(over.start, span.start), end: Math.max(over.end, span.end) });
    else kept.push({ ...span });
  }
  return kept;
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The question that an 'unanswered-question' finding is about: findings stand in the order of the open questions. */
export function questionOf(finding: Finding, review: Review): Question | null {
  if (finding.principle !== 'unanswered-question') return null;
  const findings = review.findings.filter((other) => other.principle === 'unanswered-question');
  const open = review.questions.filter((question) => !question.answered);
  return open[findings.findIndex((other) => other.id === finding.id)] ?? null;
}

/** A phrase and what would stand in its place fit on one line up to these lengths. */
const SHORT_PHRASE = 28;
const SHORT_REWRITE = 48;

/** What a short suggestion puts in the place of a short phrase; null where one line cannot show it. */
export function inPlace(edit: Edit | undefined, { span }: Finding): { text: string; gaps: Span[] } | null {
  if (!edit || !span || edit.start !== span.start || edit.end !== span.end || !edit.text) return null;
  const short = span.end - span.start <= SHORT_PHRASE && edit.text.length <= SHORT_REWRITE;
  return short && !edit.text.includes('\n') ? { text: edit.text, gaps: edit.gaps ?? [] } : null;
}

/** The few words before a gap, so that it is recognised: 'I will write by'. */
export function leadIn(draft: string, gap: Gap, max = 26): string {
  const before = draft.slice(Math.max(0, gap.start - max * 2), gap.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const sentence = line
    .slice(Math.max(line.lastIndexOf('. '), line.lastIndexOf('! '), line.lastIndexOf('? ')) + 1)
    .trimStart();
  if (sentence.length <= max) return sentence;
  const cut = sentence.indexOf(' ', sentence.length - max);
  return `…${cut < 0 ? sentence.slice(-max) : sentence.slice(cut)}`;
}
