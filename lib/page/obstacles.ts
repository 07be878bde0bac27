/** What the agent uses and reads around a reply box while the card is open: Send, and the customer's words. */
import { parentAcross, placesOf } from '../dom';
import { queryAll } from '../hosts/deep-query';
import { ticketOf } from '../hosts/ticket';
import type { HostAdapter } from '../hosts/types';
import { placeInPage } from './frame-place';

const CONTROLS = 'button, [role="button"], input[type="submit"], input[type="button"], select';
/** How far up from the box its tools are looked for. */
const LEVELS = 5;
const MOST = 60;

/** Where they are, in the page's viewport: of a box in a frame, those around the outermost frame. */
export function obstaclesAround(box: Element): DOMRect[] {
  let around = placesOf(box).at(-1) ?? box;
  for (let level = 0; level < LEVELS; level++) {
    around = parentAcross(around) ?? around;
    if (around.tagName === 'FORM' || around.querySelector(CONTROLS)) break;
  }
  const controls = [...around.querySelectorAll(CONTROLS)].slice(0, MOST);
  return controls.map((control) => control.getBoundingClientRect()).filter((rect) => rect.width > 0 && rect.height > 0);
}

/** The messages of the conversation that the box belongs to, as far as they are to be seen in the page's viewport. */
export function messagesAround({ element, host }: { element: Element; host: HostAdapter }, page: Document): DOMRect[] {
  const ticket = ticketOf(host, element);
  const height = page.documentElement.clientHeight;
  for (const { items, body } of host.thread) {
    const found = (ticket ? queryAll(ticket, items) : []).slice(-MOST);
    const words = found.map((item) => item.querySelector(body.join(',')) ?? item);
    const rects = words.flatMap((each) => placeInPage(each.getBoundingClientRect(), each, page) ?? []);
    if (found.length) return rects.filter((rect) => rect.height > 0 && rect.bottom > 0 && rect.top < height);
  }
  return [];
}
