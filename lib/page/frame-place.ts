/** Places in a frame's viewport as places in the viewport of the page around it, in CSS pixels. */
import { holderOf } from '../dom';

/**
 * The part of a rectangle that is to be seen, in the viewport of `page`; null where the frame hides all of it. `from`
 * is any node of the document whose viewport the rectangle is in. Frames may be scaled; for a turned one it is the
 * rectangle around it.
 */
export function placeInPage(rect: DOMRect, from: Node, page: Document): DOMRect | null {
  let { left, top, right, bottom } = rect;
  for (let inner = documentOf(from); inner !== page; ) {
    const frame = holderOf(inner) as HTMLElement | null;
    if (!frame) return null;
    const outer = frame.getBoundingClientRect();
    const style = getComputedStyle(frame);
    const scale = { x: outer.width / frame.offsetWidth || 1, y: outer.height / frame.offsetHeight || 1 };
    const edge = {
      left: outer.left + (frame.clientLeft + px(style.paddingLeft)) * scale.x,
      top: outer.top + (frame.clientTop + px(style.paddingTop)) * scale.y,
    };
    const width = (frame.clientWidth - px(style.paddingLeft) - px(style.paddingRight)) * scale.x;
    const height = (frame.clientHeight - px(style.paddingTop) - px(style.paddingBottom)) * scale.y;
    left = Math.max(edge.left, edge.left + left * scale.x);
    top = Math.max(edge.top, edge.top + top * scale.y);
    right = Math.min(edge.left + width, edge.left + right * scale.x);
    bottom = Math.min(edge.top + height, edge.top + bottom * scale.y);
    if (right <= left || bottom <= top) return null;
    inner = frame.ownerDocument;
  }
  return new DOMRect(left, top, right - left, bottom - top);
}

const documentOf = (node: Node) => node.ownerDocument ?? (node as Document);
const px = (length: string) => Number.parseFloat(length) || 0;
