/** A text with what a rule finds in it underlined, as the agent sees it; softer what others find. */
import type { Severity, Span } from '../../../engine/types';
import { segments } from '../../../workbench/replies/segments';

export type Mark = Span & { kind: 'found' | 'other' | 'expected'; severity: Severity };

export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <>
      {segments(text, marks).map(({ start, end, over }) => {
        const [top] = [...over].sort((a, b) => RANK[a.kind] - RANK[b.kind]);
        const piece = text.slice(start, end);
        if (!top) return piece;
        return (
          <mark key={start} data-kind={top.kind} data-severity={top.severity}>
            {piece}
          </mark>
        );
      })}
    </>
  );
}

const RANK: Record<Mark['kind'], number> = { found: 0, expected: 1, other: 2 };

export const marksOf = (spans: readonly Span[], kind: Mark['kind'], severity: Severity): Mark[] =>
  spans.map(({ start, end }) => ({ start, end, kind, severity }));
