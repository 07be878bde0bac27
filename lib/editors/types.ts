/** What the coach asks of any editor: its text with a map back to the page, and writing the way typing does. */
import type { Span } from '../engine/types';

/** The text at one moment, and where each unit of it stands in the page. Spans count UTF-16 code units. */
export interface Reading {
  text: string;
  /** The range that covers a span; null where the span lies outside the text. */
  rangeOf(span: Span): Range | null;
  /** The offset in `text` of a place in the DOM; null where it is outside the editor. */
  offsetOf(node: Node, offset: number): number | null;
  /** Does the span run across something that is not text (an image, a mention)? Writing there would lose it. */
  crossesIsland(span: Span): boolean;
}

/**
 * done: the text stands as asked for. changed: the text at the span was not the expected; nothing was written.
 * refused: the editor did not take it, and what was there before stands again (as far as its undo goes).
 */
export type ReplaceResult = 'done' | 'changed' | 'refused';

export interface EditorAdapter {
  readonly element: HTMLElement;
  read(): Reading;
  /** Reads for about so many ms; null: it was not enough, and the next call goes on from there. */
  readWithin?(ms: number): Reading | null;
  /** The editor is coached no longer. */
  stop?(): void;
  /** The selection, as offsets in the text; null while it is elsewhere. */
  selection(): Span | null;
  /** Focuses the editor and selects the span. False where the editor did not take the selection. */
  select(span: Span): boolean;
  /**
   * Puts `text` at `span` as one step of the editor's own undo, if `expected` stands there. Afterwards `select` (in
   * the offsets of the new text) is selected; without it the caret stands behind the new text.
   */
  replace(span: Span, expected: string, text: string, select?: Span): Promise<ReplaceResult>;
  /** The texts between the parts of the last replacement, where it was written in several. */
  readonly steps?: readonly string[];
  /** One step of the editor's own undo. False where nothing changed. */
  undo(): Promise<boolean>;
}
