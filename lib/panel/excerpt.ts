/** Pieces of text for one line. Spans count UTF-16 code units. */
import type { Edit, Finding, Gap, Question, Review, Span } from '../engine/types';

export function quote(text: string, span: Span, max = 80): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return words.length > max
    ? `${words.slice(0, words.lastIndexOf(' ', max) > 0 ? words.lastIndexOf(' ', max) : max)}…`
    : words;
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

/** What a short suggestion puts in the place of a short phrase; null where one line cannot show it. */
export function inPlace(edit: Edit | undefined, finding: Finding, max = 48): { text: string; gaps: Span[] } | null {
  if (!edit || !finding.span || edit.start !== finding.span.start || edit.end !== finding.span.end) return null;
  return edit.text && edit.text.length <= max && !edit.text.includes('\n')
    ? { text: edit.text, gaps: edit.gaps ?? [] }
    : null;
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
