/**
 * A pattern as the row of chips that a manager edits: chips <-> tree <-> text. Nothing of a pattern is lost: what no simple
 * chip can show stays a chip of its own, with its part of the pattern in it.
 */
import { PatternError, type PatternNode, parsePattern } from '../../../engine/pattern/parse';
import { writePattern } from '../../../engine/pattern/write';

/** What a chip looks for. Only what the parser gives twice ("(a?)?") stands as optional here. */
export interface Chip {
  node: PatternNode;
  /** May be missing. */
  optional: boolean;
}

export function chipsOf(tree: PatternNode): Chip[] {
  return (tree.type === 'sequence' ? tree.items : [tree]).map((node) =>
    node.type === 'optional' ? { node: node.item, optional: true } : { node, optional: false },
  );
}

/** null for no chips: a pattern looks for something. */
export function treeOf(chips: readonly Chip[]): PatternNode | null {
  const items = chips.map(({ node, optional }): PatternNode => (optional ? { type: 'optional', item: node } : node));
  return items.length > 1 ? { type: 'sequence', items } : (items[0] ?? null);
}

/** '' for no chips. */
export function textOf(chips: readonly Chip[]): string {
  const tree = treeOf(chips);
  return tree ? writePattern(tree) : '';
}

/** Throws a `PatternError`. */
export function readChips(text: string): Chip[] {
  return text.trim() === '' ? [] : chipsOf(parsePattern(text));
}

/** The alternatives of a chip, each as pattern text; one for a chip that has no others. */
export function alternativesOf({ node }: Chip): string[] {
  return (node.type === 'choice' ? node.items : [node]).map(writePattern);
}

/** A node for alternatives as they were typed, empty ones left out; null for none. Throws a `PatternError`. */
export function nodeOfAlternatives(lines: readonly string[]): PatternNode | null {
  const items = lines.filter((line) => line.trim()).map(parsePattern);
  return items.length > 1 ? { type: 'choice', items } : (items[0] ?? null);
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const others = list.filter((_, place) => place !== from);
  const item = list[from];
  return item === undefined ? others : [...others.slice(0, to), item, ...others.slice(to)];
}

/** What a text gives, or why it is no pattern. */
export function attempt<T>(work: () => T): T | PatternError {
  try {
    return work();
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}
