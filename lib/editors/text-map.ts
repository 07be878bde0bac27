/**
 * Reads a contenteditable into plain text and remembers where each piece came from. Blocks are joined by '\n', a `<br>`
 * is '\n' (unless it only holds an empty line open), collapsed white space is one space, fillers that editors put in
 * for the caret are left out. Nothing is written to the page.
 */
import { isElement } from '../dom';
import type { Span } from '../engine/types';
import { isOfAChecker } from './other-checkers';
import type { Reading } from './types';

interface Point {
  node: Node;
  offset: number;
}

/** A stretch of `text` that stands in one text node, unit for unit, or a line break between two places. */
type Piece =
  | { kind: 'text'; start: number; end: number; node: Text; at: number }
  | { kind: 'break'; start: number; end: number; before: Point; after: Point };

/** Fillers: zero-width space, word joiner (CKEditor's inline filler), byte-order mark (Slate, Draft). */
const FILLER = /[\u200b\u2060\ufeff]/;
/** Stands in the text for an image, an emoji picture or a mention, so that words on either side stay apart. */
const ISLAND = '\ufffc';
const NOT_TEXT = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT'.split(' '));
const PICTURES = new Set('IMG SVG svg VIDEO AUDIO CANVAS OBJECT IFRAME INPUT SELECT BUTTON TEXTAREA HR'.split(' '));
/** Not a part of any draft, on whatever host. */
const NEVER_DRAFT = 'code, pre, kbd, samp, [contenteditable="false"], [spellcheck="false"]';

export function readEditable(root: HTMLElement, notDraft: readonly string[]): Reading {
  const map = new Walker(root, [NEVER_DRAFT, ...notDraft].join(',')).walk();
  return {
    text: map.text,
    rangeOf: (span) => rangeOf(root, map, span),
    offsetOf: (node, offset) => offsetOf(root, map, node, offset),
    crossesIsland: ({ start, end }) => map.islands.some((at) => at > start && at < end),
  };
}

interface TextMap {
  text: string;
  pieces: Piece[];
  /** Offsets at which something that is no text stands. An island that is part of the text stands before its offset. */
  islands: number[];
}

class Walker {
  #text = '';
  #pieces: Piece[] = [];
  #islands: number[] = [];
  /** The current line has something in it. */
  #lineOpen = false;
  /** A block ended: the next content begins a new line. */
  #lineDue = false;
  /** The last unit was white space that swallows what follows. */
  #spaceBefore = true;
  #last: Point;

  constructor(
    private readonly root: HTMLElement,
    private readonly exclude: string,
  ) {
    this.#last = { node: root, offset: 0 };
  }

  walk(): TextMap {
    const style = getComputedStyle(this.root);
    this.#children(this.root, keepsSpace(style), keepsLines(style));
    return { text: this.#text, pieces: this.#pieces, islands: this.#islands };
  }

  #children(parent: Element, pre: boolean, lines: boolean): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) this.#textNode(child as Text, pre, lines);
      else if (child.nodeType === Node.ELEMENT_NODE) this.#element(child as Element, pre, lines);
    }
  }

  #element(element: Element, pre: boolean, lines: boolean): void {
    if (NOT_TEXT.has(element.tagName) || isOfAChecker(element)) return;
    if (element.tagName === 'BR') {
      this.#br(element);
      return;
    }
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    const block = !/^(inline|contents|ruby)/.test(style.display);
    if (block) this.#endLine();
    if (PICTURES.has(element.tagName) || element.matches(this.exclude)) this.#island(element, block);
    else {
      const spaced = style.whiteSpace !== undefined;
      this.#children(element, spaced ? keepsSpace(style) : pre, spaced ? keepsLines(style) : lines);
    }
    if (block) this.#endLine();
  }

  #endLine(): void {
    if (this.#lineOpen) this.#lineDue = true;
    this.#lineOpen = false;
    this.#spaceBefore = true;
  }

  /** Content follows at `point`: the line break that is due comes first. */
  #open(point: Point): void {
    if (this.#lineDue) this.#break(this.#last, point);
    this.#lineDue = false;
    this.#lineOpen = true;
  }

  #break(before: Point, after: Point): void {
    this.#pieces.push({ kind: 'break', start: this.#text.length, end: this.#text.length + 1, before, after });
    this.#text += '\n';
    this.#spaceBefore = true;
  }

  #br(br: Element): void {
    const before = pointBefore(br);
    const after = { node: before.node, offset: before.offset + 1 };
    this.#open(before);
    if (endsItsLine(br)) this.#last = before;
    else {
      this.#break(before, after);
      this.#last = after;
    }
  }

  #island(element: Element, block: boolean): void {
    const before = pointBefore(element);
    const after = { node: before.node, offset: before.offset + 1 };
    if (block) {
      // A quote or a code block: whatever follows begins on a line of its own.
      this.#islands.push(this.#text.length + (this.#lineDue ? 0.5 : 0));
      if (this.#text) this.#lineDue = true;
      return;
    }
    this.#open(before);
    const start = this.#text.length;
    this.#text += ISLAND;
    this.#islands.push(start + 0.5);
    this.#pieces.push({ kind: 'break', start, end: start + 1, before, after });
    this.#spaceBefore = false;
    this.#last = after;
  }

  #textNode(node: Text, pre: boolean, lines: boolean): void {
    const data = node.data;
    let from = -1;
    const flush = (to: number) => {
      if (from < 0) return;
      const start = this.#text.length;
      this.#text += data.slice(from, to).replace(/[\u00a0\t\r\n]/g, (unit) => (lines && unit === '\n' ? '\n' : ' '));
      this.#pieces.push({ kind: 'text', start, end: this.#text.length, node, at: from });
      this.#last = { node, offset: to };
      from = -1;
    };
    for (let at = 0; at < data.length; at++) {
      const code = data.charCodeAt(at);
      // Nearly every unit is neither space nor filler; this is asked ten thousand times a keystroke.
      if (from >= 0 && code > 0x20 && code < 0x200b) {
        this.#spaceBefore = false;
        continue;
      }
      const unit = data[at] ?? '';
      const collapsible = !pre && /[ \t\r\n\f]/.test(unit) && !(lines && unit === '\n');
      if (FILLER.test(unit) || (collapsible && this.#spaceBefore)) {
        flush(at);
        // A filler holds a line open, as the placeholder of an empty paragraph does.
        if (!collapsible) this.#open({ node, offset: at });
        continue;
      }
      if (from < 0) {
        this.#open({ node, offset: at });
        from = at;
      }
      this.#spaceBefore = collapsible;
    }
    flush(data.length);
  }
}

function keepsSpace(style: CSSStyleDeclaration): boolean {
  return /^(pre|pre-wrap|break-spaces)$/.test(style.whiteSpace) || /preserve|break-spaces/.test(style.whiteSpace);
}

function keepsLines(style: CSSStyleDeclaration): boolean {
  return keepsSpace(style) || /pre-line|preserve-breaks/.test(style.whiteSpace);
}

function pointBefore(element: Element): Point {
  const parent = element.parentNode as Node;
  return { node: parent, offset: indexOf(element) };
}

function indexOf(node: Node): number {
  let index = 0;
  for (let before = node.previousSibling; before; before = before.previousSibling) index++;
  return index;
}

/** Does nothing that shows follow on the line of this `<br>`? Then it is the line's end, and no line of its own. */
function endsItsLine(br: Element): boolean {
  for (let node: Node = br; ; node = node.parentNode as Node) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (next.nodeType === Node.TEXT_NODE) {
        if (/[^\s\u200b\u2060\ufeff]|\u00a0/.test((next as Text).data)) return false;
      } else if (next.nodeType === Node.ELEMENT_NODE) {
        return !isInline(next as Element);
      }
    }
    const parent = node.parentNode;
    if (!isElement(parent) || !isInline(parent)) return true;
  }
}

function isInline(element: Element): boolean {
  return element.tagName === 'BR' || /^(inline|contents|ruby)/.test(getComputedStyle(element).display);
}

/** The place before the unit at `offset`. */
function startPoint(root: HTMLElement, map: TextMap, offset: number): Point {
  const piece = pieceAt(map, offset) ?? map.pieces.at(-1);
  if (!piece) return { node: root, offset: 0 };
  if (offset >= piece.end) return pieceEnd(piece);
  return piece.kind === 'text' ? { node: piece.node, offset: piece.at + offset - piece.start } : piece.before;
}

/** The place behind the unit before `offset`. */
function endPoint(root: HTMLElement, map: TextMap, offset: number): Point {
  const piece = offset > 0 ? pieceAt(map, offset - 1) : undefined;
  if (!piece) return startPoint(root, map, offset);
  return piece.kind === 'text' ? { node: piece.node, offset: piece.at + offset - piece.start } : piece.after;
}

function pieceEnd(piece: Piece): Point {
  return piece.kind === 'text' ? { node: piece.node, offset: piece.at + piece.end - piece.start } : piece.after;
}

/** The piece with the unit at `offset`, by halving: the pieces are in order and without holes. */
function pieceAt({ pieces }: TextMap, offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle] as Piece;
    if (offset < piece.start) high = middle - 1;
    else if (offset >= piece.end) low = middle + 1;
    else return piece;
  }
  return undefined;
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
  let low = 0;
  let high = map.pieces.length;
  // The first piece that ends at or behind the place.
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = pieceEnd(map.pieces[middle] as Piece);
    if (place.comparePoint(end.node, Math.min(end.offset, sizeOf(end.node))) < 0) low = middle + 1;
    else high = middle;
  }
  const piece = map.pieces[low];
  if (!piece) return map.text.length;
  if (piece.kind === 'text' && piece.node === node) return Math.max(piece.start, piece.start + offset - piece.at);
  const end = pieceEnd(piece);
  return end.node === node && end.offset === offset ? piece.end : piece.start;
}
