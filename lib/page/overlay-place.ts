/**
 * What scrolls a textarea and not the overlay over it: scrolling boxes between the textarea and the element that both
 * are positioned in. All in that element's own pixels, so that transforms around it do not matter.
 */

export function scrollersAround(area: HTMLElement): HTMLElement[] {
  const scrollers: HTMLElement[] = [];
  for (let at = area.parentElement; at && at !== area.offsetParent; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (at !== at.ownerDocument.body && /auto|scroll|hidden/.test(overflowX + overflowY)) scrollers.push(at);
  }
  return scrollers;
}

/** How far the textarea is scrolled by them. */
export function scrolledInside(area: HTMLElement): { left: number; top: number } {
  const scrollers = scrollersAround(area);
  return {
    left: scrollers.reduce((sum, { scrollLeft }) => sum + scrollLeft, 0),
    top: scrollers.reduce((sum, { scrollTop }) => sum + scrollTop, 0),
  };
}

/** The `clip-path` that cuts the overlay where they cut the textarea. */
export function clipOf(overlay: HTMLElement, area: HTMLElement): string {
  const scrollers = scrollersAround(area);
  if (!scrollers.length) return 'none';
  const cut = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const scroller of scrollers) {
    const around = scrolledInside(scroller);
    const left = scroller.offsetLeft + scroller.clientLeft - around.left - overlay.offsetLeft;
    const top = scroller.offsetTop + scroller.clientTop - around.top - overlay.offsetTop;
    cut.left = Math.max(cut.left, left);
    cut.top = Math.max(cut.top, top);
    cut.right = Math.max(cut.right, overlay.offsetWidth - left - scroller.clientWidth);
    cut.bottom = Math.max(cut.bottom, overlay.offsetHeight - top - scroller.clientHeight);
  }
  return `inset(${cut.top}px ${cut.right}px ${cut.bottom}px ${cut.left}px)`;
}
