/** Which element of a page is a reply box, by what an adapter knows. */
import { closestAcross, isTextArea } from '../dom';
import { ticketOf } from './ticket';
import type { HostAdapter } from './types';

/** Single-line fields, and those whose text is nobody's to read, are never a reply box. */
const NEVER = 'input, select, [type="password"], [role="searchbox"], [role="combobox"], [role="spinbutton"]';

/** The reply box that an element is, or stands in; null where there is none, or where it is of a ticket not on show. */
export function boxFrom(host: HostAdapter, element: Element): HTMLElement | null {
  if (element.closest(NEVER)) return null;
  const box = outermost(element.closest<HTMLElement>(host.boxes.join(',')), host);
  if (!box || !isEditable(box)) return null;
  if (host.notBoxes.length && closestAcross(box, host.notBoxes.join(','))) return null;
  return ticketOf(host, box) ? box : null;
}

/** Does the page hold anything that the adapter knows as a reply box? */
export function knowsAnyBox(host: HostAdapter, page: ParentNode): boolean {
  return host.boxes.some((selector) => page.querySelector(selector) !== null);
}

/** An editable within an editable is part of the outer one's text. */
function outermost(box: HTMLElement | null, host: HostAdapter): HTMLElement | null {
  let found = box;
  for (let parent = box?.parentElement; parent?.isContentEditable; parent = parent.parentElement) {
    if (parent.matches(host.boxes.join(','))) found = parent;
  }
  return found;
}

function isEditable(box: HTMLElement): boolean {
  if (isTextArea(box)) return !box.readOnly && !box.disabled;
  return box.isContentEditable;
}
