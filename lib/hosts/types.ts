/**
 * What the coach must know of a helpdesk. An adapter is as good as data, so that it is mended by changing a line when
 * the helpdesk changes: addresses, and selectors with the newest generation first. A function stands only where a
 * selector can't say it, and every function answers null or 'unknown' rather than guessing.
 */
import type { Channel, Turn } from '../engine/types';

export type Role = 'customer' | 'agent';
export type Kind = 'reply' | 'note' | 'unknown';

export interface HostAdapter {
  /** Stable; settings and banks (`when.hosts`) use it. */
  id: string;
  /** For people: 'Zendesk'. */
  name: string;
  /** Hostnames, `*.` for any subdomain. An empty list: chosen by `index.ts` only. */
  hostnames: string[];
  /** Built from less than first-hand facts: the options page says so. */
  preview?: boolean;
  /** Tells the helpdesk by its page where a company has it on a domain of its own. */
  signs?(location: Location, page: ParentNode): boolean;
  /** On which addresses a reply box is to be expected, so that its absence is worth a word. */
  expectsBox?(location: Location): boolean;

  /** Reply boxes: the editable element itself. */
  boxes: string[];
  /** Elements inside which nothing is a reply box, such as a customer's mail that imitates one. */
  notBoxes: string[];
  /** Parts of the editable that are not the agent's draft: quotes, signatures. */
  notDraft: string[];
  /** The buttons that send a reply, looked for inside the ticket. They are watched and never touched. */
  send?: string[];
  /** The conversation that the box belongs to; null: the box is not in the conversation on show. */
  ticket(box: Element): ParentNode | null;
  /** Where the messages are that the box answers, if not in its ticket; null: it answers none. */
  answers?(box: Element, ticket: ParentNode): ParentNode | null;
  /** Which of the messages the box answers, where that need not be the last one. */
  answered?(box: Element, items: readonly Element[]): Element | undefined;
  /** Attributes that say which ticket is on show, or to whom the box writes: their change is looked at. */
  watched?: string[];

  kind(box: Element, ticket: ParentNode): Kind;
  channel(box: Element, ticket: ParentNode): Channel;

  /** One entry for each generation of the thread's markup; the first whose `items` match is read. */
  thread: Thread[];
  /** `said`: what was read of the thread, oldest first. */
  customerName?(ticket: ParentNode, said: readonly Turn[]): string | undefined;
  agentName?(ticket: ParentNode): string | undefined;
}

/** How one generation of a helpdesk's thread is marked up. */
export interface Thread {
  items: string;
  /** Who wrote it; null where the markup does not say, or where it is no part of the talk with the customer. */
  role(item: Element): Role | null;
  /**
   * Where its text is: all that the first matching selector finds. An empty list: the item's own text. None found: the
   * message is folded away, and nobody knows what it says.
   */
  body: string[];
  /** Inside the body: quotes, signatures, buttons. */
  strip: string[];
  /** Who wrote it, by name: the text of an element, or what the function says. */
  sender?: string | ((item: Element) => string | undefined);
  /** ISO 8601, or nothing. */
  time?(item: Element): string | undefined;
}
