/** A pattern in one line, in plain words. */
import { attempt, readChips } from './chips';
import { nodeLabel } from './read';

export function PatternLine({ pattern }: { pattern: string }) {
  const chips = attempt(() => readChips(pattern));
  if (chips instanceof Error) return <span class="pattern-line">{pattern}</span>;
  return (
    <span class="pattern-line">
      {chips.map(({ node, optional }, place) => {
        const label = nodeLabel(node);
        return [
          place > 0 && ' ',
          <span key={place} data-type={node.type}>
            {optional ? `(${label})` : label}
          </span>,
        ];
      })}
    </span>
  );
}

/** As text, for names. */
export function patternWords(pattern: string): string {
  const chips = attempt(() => readChips(pattern));
  if (chips instanceof Error) return pattern;
  return chips.map(({ node, optional }) => (optional ? `(${nodeLabel(node)})` : nodeLabel(node))).join(' ');
}
