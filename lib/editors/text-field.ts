/**
 * A textarea, or an input of one line. Its ranges are not of the DOM: `rangeOf` points into the mirror that the overlay keeps (see
 * lib/page/overlay.ts), and is null while there is none.
 */
import type { Span } from '../engine/types';
import { narrow } from './narrow';
import { becomes, selectionSettled } from './settled';
import type { EditorAdapter, Reading, ReplaceResult } from './types';

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** By name, not by class: the field may stand in a frame with classes of its own. */
export function isTextField(element: Element): element is Field {
  return element.matches('textarea, input[type="text"], input:not([type])');
}

export class TextField implements EditorAdapter {
  constructor(readonly element: Field) {}

  read(): Reading {
    return { text: this.element.value, rangeOf: () => null, offsetOf: () => null, crossesIsland: () => false };
  }

  selection(): Span {
    return { start: this.element.selectionStart ?? 0, end: this.element.selectionEnd ?? 0 };
  }

  select({ start, end }: Span): boolean {
    this.#focus();
    this.element.setSelectionRange(start, end);
    return this.element.selectionStart === start && this.element.selectionEnd === end;
  }

  async replace(span: Span, expected: string, text: string, select?: Span): Promise<ReplaceResult> {
    const { element } = this;
    const before = element.value;
    if (before.slice(span.start, span.end) !== expected) return 'changed';
    const part = narrow(span, expected, text);
    this.#focus();
    await selectionSettled(element.ownerDocument, () => element.setSelectionRange(part.start, part.end));
    if (element.value !== before) return 'changed';
    if (element.selectionStart !== part.start || element.selectionEnd !== part.end) return 'refused';
    const wanted = before.slice(0, part.start) + part.text + before.slice(part.end);
    if (wanted !== before) {
      // `setRangeText` and `value` would empty the undo history.
      if (part.text) element.ownerDocument.execCommand('insertText', false, part.text);
      else element.ownerDocument.execCommand('delete');
      if (!(await becomes(element.ownerDocument, () => element.value === wanted))) {
        if (element.value !== before) await this.undo();
        return 'refused';
      }
    }
    const end = span.start + text.length;
    this.select(select ?? { start: end, end });
    return 'done';
  }

  async undo(): Promise<boolean> {
    const before = this.element.value;
    this.#focus();
    this.element.ownerDocument.execCommand('undo');
    return becomes(this.element.ownerDocument, () => this.element.value !== before);
  }

  #focus(): void {
    const focused = (this.element.getRootNode() as Document | ShadowRoot).activeElement;
    if (focused !== this.element) this.element.focus({ preventScroll: true });
  }
}
