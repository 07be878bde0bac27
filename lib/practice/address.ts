/** What the practice desk's address asks for: `practice.html?ticket=ID&intro=off`. */
import type { Ticket } from './ticket';

export interface Wanted {
  ticket: Ticket;
  /** The id that was asked for, where no such ticket exists. */
  unknown: string | null;
  /** `off` keeps the introduction away, whatever the settings say. */
  introduction: boolean;
}

/** `search` is `location.search`; `tickets` is not empty. An unknown ticket falls back to the first. */
export function readAddress(search: string, tickets: readonly Ticket[]): Wanted {
  const query = new URLSearchParams(search);
  const id = query.get('ticket');
  const found = tickets.find((ticket) => ticket.id === id);
  const ticket = found ?? tickets[0];
  if (!ticket) throw new Error('The practice desk has no tickets.');
  return { ticket, unknown: id && !found ? id : null, introduction: query.get('intro') !== 'off' };
}

/** The address that opens this ticket again; the introduction's switch is kept. */
export function addressOf(ticket: Ticket, search: string): string {
  const query = new URLSearchParams(search);
  query.set('ticket', ticket.id);
  return `?${query}`;
}
