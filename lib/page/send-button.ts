/** Whether an event happened at the button that sends a reply box's draft. Looks, and never touches it. */
import { isElement, parentAcross } from '../dom';
import { ticketOf } from '../hosts/ticket';
import type { HostAdapter } from '../hosts/types';

interface Box {
  element: HTMLElement;
  host: HostAdapter;
}

/** How far up from the box its own submit button is looked for where there is no form. */
const LEVELS = 8;
/** How such a button begins in the languages that helpdesks are mostly used in. */
const NAMED =
  /^\s*(send|submit|reply|post|senden|absenden|antworten|envoyer|répondre|enviar|responder|invia|rispondi|verzenden|verstuur|skicka|svara|wyślij|odpowiedz|отправить|送信|发送|傳送)/i;

/** The box's send button in an event's path, from the inside out; null where the event is elsewhere. */
export function sendButtonIn(path: readonly EventTarget[], { element, host }: Box): HTMLElement | null {
  const ticket = ticketOf(host, element);
  if (!ticket || !path.includes(ticket)) return null;
  const known = host.send?.join(',');
  const find = (sends: (each: HTMLElement) => boolean) =>
    path.find((each): each is HTMLElement => isElement(each) && sends(each as HTMLElement));
  return (known && find((each) => each.matches(known))) || (find((each) => submits(each, element)) ?? null);
}

/** Where the helpdesk's markup is not known: the form's own submit button, or one of the box's composer that says so. */
function submits(button: HTMLElement, box: HTMLElement): boolean {
  if (!button.matches('button, input[type="submit"], input[type="button"], [role="button"]')) return false;
  const form = box.closest('form');
  const { form: owner, type } = button as HTMLButtonElement;
  if (form && owner === form && type === 'submit') return true;
  const label = button.getAttribute('aria-label') ?? (button as HTMLInputElement).value ?? '';
  const says = button.getAttribute('type') === 'submit' || NAMED.test(label || (button.textContent ?? ''));
  return says && isBeside(button, box);
}

function isBeside(button: Element, box: Element): boolean {
  let composer: Element | null = box;
  for (let level = 0; level < LEVELS && composer; level++, composer = parentAcross(composer)) {
    if (composer.contains(button)) return true;
  }
  return false;
}

/** How many ancestors both have: of several boxes the one nearest to a button is meant. */
export function kinship(a: Element, b: Element): number {
  let shared: Element | null = a;
  while (shared && !shared.contains(b)) shared = parentAcross(shared);
  let depth = 0;
  for (let at = shared; at; at = parentAcross(at)) depth++;
  return depth;
}
