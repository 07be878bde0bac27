/** Brings a place in the draft into sight, by as little scrolling as does it. */
import { documentIn, parentAcross } from '../dom';
import { placeInPage } from './frame-place';

/** `rect` in the viewport of `from`, in CSS pixels; `from` and all around it that scrolls may move. */
export function scrollToRect(rect: DOMRect, from: Element): void {
  let { top, bottom } = rect;
  for (let at: Element | null = from; at; at = parentAcross(at)) {
    const inner = documentIn(at);
    if (inner) {
      const seen = placeInPage(new DOMRect(rect.left, top, rect.width, bottom - top), inner, at.ownerDocument);
      if (!seen) return;
      ({ top, bottom } = seen);
    }
    const isPage = at === at.ownerDocument.scrollingElement;
    if (at.scrollHeight <= at.clientHeight || (!isPage && !/auto|scroll/.test(getComputedStyle(at).overflowY)))
      continue;
    const view = isPage ? { top: 0, bottom: at.clientHeight } : at.getBoundingClientRect();
    const by = top < view.top ? top - view.top - MARGIN : bottom > view.bottom ? bottom - view.bottom + MARGIN : 0;
    if (!by) continue;
    const before = at.scrollTop;
    at.scrollTop += by;
    top -= at.scrollTop - before;
    bottom -= at.scrollTop - before;
  }
}

const MARGIN = 12;
