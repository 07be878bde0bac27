/**
 * The text of a contenteditable as its reader sees it, and where each piece came from. Blocks are joined by '\n', a `<br>`
 * is '\n' (unless it only holds an empty line open), collapsed white space is one space, fillers that editors put in
 * for the caret are left out. Nothing is written to the page.
 */
import type { Span } from '../engine/types';
import { BlockCache } from './block-cache';
import type { Reading } from './types';
import { Walker } from './walker';

export interface Point {
  node: Node;
  offset: number;
}

/** A stretch of `text` that stands in one text node, unit for unit, or a line break between two places. */
export type Piece =
  | { kind: 'text'; start: number; end: number; node: Text; at: number }
  | { kind: 'break'; start: number; end: number; before: Point; after: Point };

/** A piece, or a block with pieces of its own, in its own offsets. In order and without holes. */
export type Part = Piece | { kind: 'block'; start: number; end: number; map: TextMap };

export interface TextMap {
  text: string;
  parts: Part[];
  /** Offsets at which something that is no text stands. An island that is part of the text stands before its offset. */
  islands: number[];
}

/** Not a part of any draft, on whatever host. */
const NEVER_DRAFT = 'code, pre, kbd, samp, [contenteditable="false"], [spellcheck="false"]';

interface Known {
  cache: BlockCache;
  exclude: string;
  /** The newest reading, and the state of the page that it is of. */
  last: { reading: Reading; changes: number } | null;
}

const editables = new WeakMap<Element, Known>();

/** `notDraft`: selectors of what in it is not the agent's draft. */
export function readEditable(root: HTMLElement, notDraft: readonly string[]): Reading {
  return readBy(root, notDraft, () => false) as Reading;
}

/** Reads for about so many ms; null: it was not enough, and the next call goes on from there. */
export function readEditableWithin(root: HTMLElement, notDraft: readonly string[], ms: number): Reading | null {
  const until = performance.now() + ms;
  // At least one block each time, or a slow machine would never come to the end.
  return readBy(root, notDraft, (blocks) => blocks > 0 && performance.now() > until);
}

/** Lets go of what is kept of it. */
export function forgetEditable(root: HTMLElement): void {
  editables.get(root)?.cache.stop();
  editables.delete(root);
}

function readBy(root: HTMLElement, notDraft: readonly string[], late: (blocks: number) => boolean): Reading | null {
  const known = knownOf(root, [NEVER_DRAFT, ...notDraft].join(','));
  const { cache, exclude } = known;
  cache.update();
  if (known.last?.changes === cache.changes) return known.last.reading;
  const { read } = cache;
  const walker = new Walker({ blocks: cache, exclude, late: () => late(cache.read - read) });
  const map = walker.root(root);
  if (walker.stopped) return null;
  const reading = readingOf(root, map);
  known.last = { reading, changes: cache.changes };
  return reading;
}

export function readingOf(root: HTMLElement, map: TextMap): Reading {
  return {
    text: map.text,
    rangeOf: (span) => rangeOf(root, map, span),
    offsetOf: (node, offset) => offsetOf(root, map, node, offset),
    crossesIsland: (span) => crossesIsland(map, span),
  };
}

function knownOf(root: HTMLElement, exclude: string): Known {
  const known = editables.get(root);
  if (known?.exclude === exclude) return known;
  known?.cache.stop();
  const made = { cache: new BlockCache(root, exclude), exclude, last: null };
  editables.set(root, made);
  return made;
}

/** A piece and where its text map begins. */
interface Found {
  piece: Piece;
  base: number;
}

/** The place before the unit at `offset`. */
function startPoint(root: HTMLElement, map: TextMap, offset: number): Point {
  const found = pieceAt(map, offset) ?? lastPiece(map);
  if (!found) return { node: root, offset: 0 };
  const { piece, base } = found;
  if (offset - base >= piece.end) return pieceEnd(piece);
  return piece.kind === 'text' ? { node: piece.node, offset: piece.at + offset - base - piece.start } : piece.before;
}

/** The place behind the unit before `offset`. */
function endPoint(root: HTMLElement, map: TextMap, offset: number): Point {
  const found = offset > 0 ? pieceAt(map, offset - 1) : undefined;
  if (!found) return startPoint(root, map, offset);
  const { piece, base } = found;
  return piece.kind === 'text' ? { node: piece.node, offset: piece.at + offset - base - piece.start } : piece.after;
}

function pieceEnd(piece: Piece): Point {
  return piece.kind === 'text' ? { node: piece.node, offset: piece.at + piece.end - piece.start } : piece.after;
}

/** The piece with the unit at `offset`, by halving. */
function pieceAt({ parts }: TextMap, offset: number, base = 0): Found | undefined {
  let low = 0;
  let high = parts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const part = parts[middle] as Part;
    if (offset < base + part.start) high = middle - 1;
    else if (offset >= base + part.end) low = middle + 1;
    else return part.kind === 'block' ? pieceAt(part.map, offset, base + part.start) : { piece: part, base };
  }
  return undefined;
}

function lastPiece({ parts }: TextMap, base = 0): Found | undefined {
  const part = parts.at(-1);
  if (!part) return undefined;
  return part.kind === 'block' ? lastPiece(part.map, base + part.start) : { piece: part, base };
}

function sizeOf(node: Node): number {
  return node.nodeType === Node.TEXT_NODE ? (node as Text).length : node.childNodes.length;
}

function rangeOf(root: HTMLElement, map: TextMap, { start, end }: Span): Range | null {
  if (start < 0 || end < start || end > map.text.length) return null;
  const from = start === end ? endPoint(root, map, start) : startPoint(root, map, start);
  const to = start === end ? from : endPoint(root, map, end);
  // The page may have changed since it was read.
  if (from.offset > sizeOf(from.node) || to.offset > sizeOf(to.node)) return null;
  const range = root.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function offsetOf(root: HTMLElement, map: TextMap, node: Node, offset: number): number | null {
  if (node !== root && !root.contains(node)) return null;
  const place = root.ownerDocument.createRange();
  place.setStart(node, offset);
  const found = firstBehind(map, place);
  if (!found) return map.text.length;
  const { piece, base } = found;
  if (piece.kind === 'text' && piece.node === node)
    return base + Math.max(piece.start, piece.start + offset - piece.at);
  const end = pieceEnd(piece);
  return base + (end.node === node && end.offset === offset ? piece.end : piece.start);
}

/** The first piece that ends at or behind the place. */
function firstBehind({ parts }: TextMap, place: Range, base = 0): Found | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = pieceEnd(endOf(parts[middle] as Part));
    if (place.comparePoint(end.node, Math.min(end.offset, sizeOf(end.node))) < 0) low = middle + 1;
    else high = middle;
  }
  const part = parts[low];
  if (!part) return undefined;
  return part.kind === 'block' ? firstBehind(part.map, place, base + part.start) : { piece: part, base };
}

/** A block with text has a last piece. */
function endOf(part: Part): Piece {
  return part.kind === 'block' ? (lastPiece(part.map) as Found).piece : part;
}

function crossesIsland({ islands }: TextMap, { start, end }: Span): boolean {
  return islands.some((at) => at > start && at < end);
}
