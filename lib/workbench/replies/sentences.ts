/** The sentences of a text, for a choice among them. */
import { trimmed } from '../../audit/verdict';
import type { Span } from '../../engine/types';

export function sentencesOf(text: string): Span[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].flatMap(
    ({ index, segment }) => trimmed(text, { start: index, end: index + segment.length }) ?? [],
  );
}
