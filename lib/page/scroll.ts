/** Brings a place in the draft into sight, by as little scrolling as does it. */

/** `rect` in the viewport's CSS pixels, `from` the element whose scrolling ancestors (and itself) may move. */
export function scrollToRect(rect: DOMRect, from: Element): void {
  let { top, bottom } = rect;
  for (let at: Element | null = from; at; at = at.parentElement) {
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
