/** A pattern in one line, in plain words. */
import { PatternError } from '../../../engine/pattern/parse';
import { type Chip, readChips } from './chips';
import { nodeLabel } from './read';

export function PatternLine({ pattern }: { pattern: string }) {
  const chips = chipsIfAny(pattern);
  if (!chips) return <span class="pattern-line">{pattern}</span>;
  return (
    <span class="pattern-line">
      {chips.map(({ node, optional }, place) => {
        const label = nodeLabel(node);
        // biome-ignore lint/suspicious/noArrayIndexKey: a pattern's parts have nothing but their place.
        return [place > 0 && ' ', <span key={place} data-type={node.type}>{optional ? `(${label})` : label}</span>];
      })}
    </span>
  );
}

/** As text, for names. */
export function patternWords(pattern: string): string {
  const chips = chipsIfAny(pattern);
  return chips?.map(({ node, optional }) => (optional ? `(${nodeLabel(node)})` : nodeLabel(node))).join(' ') ?? pattern;
}

/** null where the text is no pattern. */
export function chipsIfAny(pattern: string): Chip[] | null {
  try {
    return readChips(pattern);
  } catch (error) {
    if (error instanceof PatternError) return null;
    throw error;
  }
}
