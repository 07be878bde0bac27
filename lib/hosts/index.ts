/** Which host this page is, and which element in it is a reply box. */
import { closestAcross, isTextArea } from '../dom';
import { freshdesk } from './freshdesk';
import { front } from './front';
import { generic } from './generic';
import { gmail } from './gmail';
import { gorgias } from './gorgias';
import { helpscout } from './helpscout';
import { hubspot } from './hubspot';
import { intercom } from './intercom';
import { coversHost } from './matches';
import { outlook } from './outlook';
import { practice } from './practice';
import { salesforce } from './salesforce';
import { ticketOf } from './ticket';
import type { HostAdapter } from './types';
import { zendesk } from './zendesk';
import { zoho } from './zoho';

export const HOSTS: readonly HostAdapter[] = [
  zendesk,
  gmail,
  intercom,
  freshdesk,
  helpscout,
  hubspot,
  salesforce,
  outlook,
  gorgias,
  zoho,
  front,
];

/** The adapter for an address; a site that none knows is read by the generic one. */
export function hostFor(location: Pick<Location, 'hostname' | 'protocol' | 'pathname'>): HostAdapter {
  if (/-extension:$/.test(location.protocol)) return practice;
  return HOSTS.find((host) => host.hostnames.some((pattern) => coversHost(pattern, location.hostname))) ?? generic;
}

/** The adapter for a page that is there: a helpdesk on a company's own domain is told by its signs. */
export function recognise(host: HostAdapter, location: Location, page: ParentNode): HostAdapter {
  if (host !== generic) return host;
  return HOSTS.find((known) => known.signs?.(location, page)) ?? host;
}

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

/** Does the adapter with this id know where the customer's messages are? */
export function readsThread(id: string | undefined): boolean {
  const host = [...HOSTS, generic].find((known) => known.id === id);
  return host === undefined || host.thread.length > 0;
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
