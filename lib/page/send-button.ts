/** Whether an event happened at the button that sends a reply box's draft. Looks, and never touches it. */
import { isElement, parentAcross } from '../dom';
import { ticketOf } from '../hosts/ticket';
import type { HostAdapter } from '../hosts/types';

interface Box {
  element: HTMLElement;
  host: HostAdapter;
}

/** How far up from the box its own submit button is looked for where there is no form. */
const LEVELS = 5;

/** The box's send button in an event's path, from the inside out; null where the event is elsewhere. */
export function sendButtonIn(path: readonly EventTarget[], { element, host }: Box): HTMLElement | null {
  const ticket = ticketOf(host, element);
  if (!ticket || !path.includes(ticket)) return null;
  const known = host.send?.join(',');
  const sends = (each: HTMLElement) => (known ? each.matches(known) : submits(each, element));
  return path.find((each): each is HTMLElement => isElement(each) && sends(each as HTMLElement)) ?? null;
}

/** By structure alone: the form's own submit button, or one that says so itself and shares the box's composer. */
function submits(button: HTMLElement, box: HTMLElement): boolean {
  if (!button.matches('button, input, [role="button"]')) return false;
  const form = box.closest('form');
  if (form) {
    const { form: owner, type } = button as HTMLButtonElement;
    return owner === form && type === 'submit';
  }
  if (button.getAttribute('type') !== 'submit') return false;
  let composer: Element | null = box;
  for (let level = 0; level < LEVELS && composer && !composer.contains(button); level++)
    composer = composer.parentElement;
  return composer?.contains(button) ?? false;
}

/** How many ancestors both have: of several boxes the one nearest to a button is meant. */
export function kinship(a: Element, b: Element): number {
  let shared: Element | null = a;
  while (shared && !shared.contains(b)) shared = parentAcross(shared);
  let depth = 0;
  for (let at = shared; at; at = parentAcross(at)) depth++;
  return depth;
}
