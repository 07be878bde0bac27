/**
 * A contenteditable without an engine of its own, and the portable core for those with one: select, wait until the
 * editor knows, look again, offer a `beforeinput`, else have the browser type it, and look whether it stands.
 */
import type { Span } from '../engine/types';
import { type Narrowed, narrow } from './narrow';
import { becomes, selectionSettled } from './settled';
import { forgetEditable, readEditable, readEditableWithin } from './text-map';
import type { EditorAdapter, Reading, ReplaceResult } from './types';

export class ContentEditable implements EditorAdapter {
  constructor(
    readonly element: HTMLElement,
    private readonly notDraft: readonly string[],
  ) {}

  read(): Reading {
    return readEditable(this.element, this.notDraft);
  }

  readWithin(ms: number): Reading | null {
    return readEditableWithin(this.element, this.notDraft, ms);
  }

  stop(): void {
    forgetEditable(this.element);
  }

  selection(): Span | null {
    return this.#selection(this.read());
  }

  select(span: Span): boolean {
    const reading = this.read();
    const range = reading.rangeOf(span);
    if (!range) return false;
    this.#focus();
    this.#setSelection(range);
    return same(this.#selection(reading), span);
  }

  async replace(span: Span, expected: string, text: string, select?: Span): Promise<ReplaceResult> {
    const page = this.element.ownerDocument;
    const before = this.read();
    if (before.text.slice(span.start, span.end) !== expected) return 'changed';
    const part = takeSpace(before, narrow(span, expected, text));
    if (before.crossesIsland(part)) return 'refused';
    const range = before.rangeOf(part);
    if (!range) return 'changed';

    this.#focus();
    await selectionSettled(page, () => this.#setSelection(range));
    // An editor may have put its own selection back, or changed the text meanwhile: then nothing is written.
    const now = this.read();
    if (now.text !== before.text) return 'changed';
    if (!same(this.#selection(now), part)) return 'refused';

    const wanted = before.text.slice(0, part.start) + part.text + before.text.slice(part.end);
    const stands = () => sameText(this.read().text, wanted);
    if (wanted !== before.text) {
      if (!this.#offer(part.text, now.rangeOf(part) ?? range)) this.#type(part.text);
      if (!(await becomes(page, stands))) {
        await this.#putBack(before.text);
        return 'refused';
      }
    }
    const end = span.start + text.length;
    this.select(select ?? { start: end, end });
    return 'done';
  }

  async undo(): Promise<boolean> {
    const before = this.read().text;
    this.#focus();
    this.element.ownerDocument.execCommand('undo');
    return becomes(this.element.ownerDocument, () => this.read().text !== before);
  }

  #focus(): void {
    if (!isFocused(this.element)) this.element.focus({ preventScroll: true });
  }

  /** Offers the text the way the browser announces typing. True: the editor took it upon itself. */
  #offer(text: string, range: Range): boolean {
    const targetRanges = [new StaticRange(range)];
    const event = new InputEvent('beforeinput', {
      inputType: text ? 'insertText' : 'deleteContentBackward',
      data: text || null,
      targetRanges,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    return !this.element.dispatchEvent(event);
  }

  /** Has the browser type it: one step of its own undo. Deprecated, and the only way that keeps undo whole. */
  #type(text: string): void {
    const page = this.element.ownerDocument;
    if (text) page.execCommand('insertText', false, text);
    else page.execCommand('delete');
  }

  /** What was there before, by undo; some editors make two steps of one replacement. */
  async #putBack(text: string): Promise<void> {
    for (let step = 0; step < 3 && this.read().text !== text; step++) {
      if (!(await this.undo())) return;
    }
  }

  #selection(reading: Reading): Span | null {
    const selection = selectionOf(this.element);
    if (!selection || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const start = reading.offsetOf(range.startContainer, range.startOffset);
    const end = reading.offsetOf(range.endContainer, range.endOffset);
    return start === null || end === null ? null : { start, end };
  }

  #setSelection(range: Range): void {
    selectionOf(this.element)?.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    );
  }
}

/**
 * A range over several formats leaves Chromium a text that begins with a space, which it makes a hard space. So the
 * space is written anew with the words before it.
 */
function takeSpace(reading: Reading, part: Narrowed): Narrowed {
  const range = reading.rangeOf(part);
  if (!range || range.startContainer === range.endContainer || !part.text) return part;
  const spaceFollows = / \S/.test(reading.text.slice(part.end, part.end + 2));
  return spaceFollows ? { ...part, end: part.end + 1, text: `${part.text} ` } : part;
}

/** Chromium keeps a selection of its own for a shadow root; Firefox answers for both. */
function selectionOf(element: HTMLElement): Selection | null {
  const root = element.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}

function isFocused(element: HTMLElement): boolean {
  const focused = (element.getRootNode() as Document | ShadowRoot).activeElement;
  return focused !== null && (focused === element || element.contains(focused));
}

function same(a: Span | null, b: Span): boolean {
  return a !== null && a.start === b.start && a.end === b.end;
}

/** Editors differ in how many blank lines stand for one; all else must be equal to the letter. */
function sameText(a: string, b: string): boolean {
  return a === b || a.replace(/\n+/g, '\n') === b.replace(/\n+/g, '\n');
}
