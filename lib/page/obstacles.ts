/** What the agent uses and reads around a reply box while the card is open: Send, and the customer's words. */
import type { HostAdapter } from '../hosts/types';

const CONTROLS = 'button, [role="button"], input[type="submit"], input[type="button"], select';
/** How far up from the box its tools are looked for. */
const LEVELS = 5;
const MOST = 60;

/** Where they are, in the viewport's CSS pixels. */
export function obstaclesAround(box: Element): DOMRect[] {
  let around: Element = box;
  for (let level = 0; level < LEVELS && around.parentElement; level++) {
    around = around.parentElement;
    if (around.tagName === 'FORM' || around.querySelector(CONTROLS)) break;
  }
  const controls = [...around.querySelectorAll(CONTROLS)].slice(0, MOST);
  return controls.map((control) => control.getBoundingClientRect()).filter((rect) => rect.width > 0 && rect.height > 0);
}

/** The messages of the conversation that the box belongs to, in the viewport's CSS pixels. */
export function messagesAround({ element, host }: { element: Element; host: HostAdapter }): DOMRect[] {
  const ticket = host.ticket(element);
  const height = element.ownerDocument.documentElement.clientHeight;
  for (const { items, body } of host.thread) {
    const found = [...(ticket?.querySelectorAll(items) ?? [])].slice(-MOST);
    const words = found.map((item) => item.querySelector(body.join(',')) ?? item);
    const rects = words.map((each) => each.getBoundingClientRect());
    if (found.length) return rects.filter((rect) => rect.height > 0 && rect.bottom > 0 && rect.top < height);
  }
  return [];
}
