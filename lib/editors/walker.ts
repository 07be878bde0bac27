/**
 * Walks a contenteditable and notes its text and where each piece of it came from. A block's reading does not depend on
 * what stands before it, so that it is kept as long as nothing in the block changes: at a keystroke in a long draft the
 * one paragraph is read, and not all of them.
 */
import { isElement } from '../dom';
import type { Block, BlockCache } from './block-cache';
import { isOfAChecker } from './other-checkers';
import type { Part, Point, TextMap } from './text-map';

/** Fillers: zero-width space, word joiner (CKEditor's inline filler), byte-order mark (Slate, Draft). */
const FILLER = /[\u200b\u2060\ufeff]/;
/** Stands in the text for an image, an emoji picture or a mention, so that words on either side stay apart. */
const ISLAND = '\ufffc';
const NOT_TEXT = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT'.split(' '));
const PICTURES = new Set('IMG SVG svg VIDEO AUDIO CANVAS OBJECT IFRAME INPUT SELECT BUTTON TEXTAREA HR'.split(' '));

/** How white space counts: `pre` keeps all of it, `lines` its line breaks. */
export interface Spacing {
  pre: boolean;
  lines: boolean;
}

export interface Walk {
  blocks: BlockCache;
  /** Selects what is not part of the draft. */
  exclude: string;
  /** Is the time for this walk over? Then it ends early; what was read is kept for the next one. */
  late(): boolean;
}

export class Walker {
  /** The walk was not finished. */
  stopped = false;
  #text = '';
  #parts: Part[] = [];
  #islands: number[] = [];
  /** The current line has something in it. */
  #lineOpen = false;
  /** A block ended: the next content begins a new line. */
  #lineDue = false;
  /** The last unit was white space that swallows what follows. */
  #spaceBefore = true;
  #first: Point | null = null;
  #last: Point | null = null;
  /** What was read depends on what stands before it. */
  #inContext = false;

  constructor(private readonly walk: Walk) {}

  root(root: Element): TextMap {
    this.#last = { node: root, offset: 0 };
    this.#children(root, spacingOf(getComputedStyle(root)));
    return { text: this.#text, parts: this.#parts, islands: this.#islands };
  }

  /** A block by itself; null where what is before it matters. */
  #block(block: Element, spacing: Spacing): Block | null {
    this.#children(block, spacing);
    this.#endLine();
    if (this.#inContext) return null;
    const map = { text: this.#text, parts: this.#parts, islands: this.#islands };
    return { map, first: this.#first, last: this.#last, lineDue: this.#lineDue };
  }

  #children(parent: Element, spacing: Spacing): void {
    let index = 0;
    for (let child = parent.firstChild; child && !this.stopped; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) this.#textNode(child as Text, spacing);
      else if (child.nodeType === Node.ELEMENT_NODE) this.#element(child as Element, spacing, index);
      index++;
    }
  }

  /** `index`: its place among its parent's children. */
  #element(element: Element, spacing: Spacing, index: number): void {
    if (NOT_TEXT.has(element.tagName) || isOfAChecker(element)) return;
    if (element.tagName === 'BR') {
      this.#br(element, index);
      return;
    }
    const known = this.walk.blocks.get(element, spacing);
    if (known) {
      this.#append(known);
      return;
    }
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    const block = !/^(inline|contents|ruby)/.test(style.display);
    if (block) this.#endLine();
    if (PICTURES.has(element.tagName) || element.matches(this.walk.exclude)) this.#island(element, block, index);
    else {
      const own = style.whiteSpace === undefined ? spacing : spacingOf(style);
      if (block) this.#readBlock(element, spacing, own);
      else this.#children(element, own);
    }
    if (block) this.#endLine();
  }

  #readBlock(element: Element, around: Spacing, own: Spacing): void {
    const { blocks } = this.walk;
    if (!blocks.needsContext(element)) {
      if (this.walk.late()) {
        this.stopped = true;
        return;
      }
      const walker = new Walker(this.walk);
      const block = walker.#block(element, own);
      this.stopped = walker.stopped;
      if (this.stopped) return;
      blocks.keep(element, around, block);
      if (block) {
        this.#append(block);
        return;
      }
    }
    this.#children(element, own);
  }

  /** What was read of a block, in its place. */
  #append({ map, first, last, lineDue }: Block): void {
    this.#endLine();
    if (!first) return;
    this.#open(first);
    if (map.text) {
      const start = this.#text.length;
      this.#text += map.text;
      this.#parts.push({ kind: 'block', start, end: this.#text.length, map });
      for (const at of map.islands) this.#islands.push(start + at);
    }
    this.#last = last ?? this.#last;
    this.#lineDue = lineDue;
    this.#lineOpen = false;
    this.#spaceBefore = true;
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
    this.#first ??= point;
  }

  #break(before: Point | null, after: Point): void {
    if (!before) this.#inContext = true;
    const start = this.#text.length;
    this.#parts.push({ kind: 'break', start, end: start + 1, before: before ?? after, after });
    this.#text += '\n';
    this.#spaceBefore = true;
  }

  #br(br: Element, index: number): void {
    const { before, after } = around(br, index);
    this.#open(before);
    if (endsItsLine(br)) this.#last = before;
    else {
      this.#break(before, after);
      this.#last = after;
    }
  }

  #island(element: Element, block: boolean, index: number): void {
    const { before, after } = around(element, index);
    if (block) {
      // A quote or a code block: whatever follows begins on a line of its own.
      this.#islands.push(this.#text.length + (this.#lineDue ? 0.5 : 0));
      if (this.#text) this.#lineDue = true;
      else this.#inContext = true;
      return;
    }
    this.#open(before);
    const start = this.#text.length;
    this.#text += ISLAND;
    this.#islands.push(start + 0.5);
    this.#parts.push({ kind: 'break', start, end: start + 1, before, after });
    this.#spaceBefore = false;
    this.#last = after;
  }

  #textNode(node: Text, { pre, lines }: Spacing): void {
    const data = node.data;
    let from = -1;
    const flush = (to: number) => {
      if (from < 0) return;
      const start = this.#text.length;
      this.#text += data.slice(from, to).replace(/[\u00a0\t\r\n]/g, (unit) => (lines && unit === '\n' ? '\n' : ' '));
      this.#parts.push({ kind: 'text', start, end: this.#text.length, node, at: from });
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

function spacingOf({ whiteSpace }: CSSStyleDeclaration): Spacing {
  const pre = /^(pre|pre-wrap|break-spaces)$/.test(whiteSpace) || /preserve|break-spaces/.test(whiteSpace);
  return { pre, lines: pre || /pre-line|preserve-breaks/.test(whiteSpace) };
}

function around(element: Element, index: number): { before: Point; after: Point } {
  const node = element.parentNode as Node;
  return { before: { node, offset: index }, after: { node, offset: index + 1 } };
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
