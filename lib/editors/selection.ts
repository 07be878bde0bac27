/** The selection in an editable, and the focus. */
import type { Span } from '../engine/types';
import type { Reading } from './types';

/** The selection as offsets in the text; null while it is elsewhere. */
export function selectedIn(element: HTMLElement, reading: Reading): Span | null {
  const selection = selectionOf(element);
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = reading.offsetOf(range.startContainer, range.startOffset);
  const end = reading.offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null ? null : { start, end };
}

export function selectRange(element: HTMLElement, range: Range): void {
  selectionOf(element)?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

export function focus(element: HTMLElement): void {
  const focused = (element.getRootNode() as Document | ShadowRoot).activeElement;
  const within = focused !== null && (focused === element || element.contains(focused));
  // A frame keeps its own focus while the page around it has another.
  if (!within || !element.ownerDocument.hasFocus()) element.focus({ preventScroll: true });
}

/** Chromium keeps a selection of its own for a shadow root; Firefox answers for both. */
function selectionOf(element: HTMLElement): Selection | null {
  const root = element.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}
