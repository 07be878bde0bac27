/** The tickets of the practice desk, in the order of the list. */
import { parseTickets, type Ticket } from './ticket';
import data from './tickets.json';

export const TICKETS: readonly Ticket[] = parseTickets(data);

/** Just the given name: 'Marta' of 'Marta Kowalska'. */
export function firstName(name: string): string {
  return name.split(/\s+/u)[0] ?? name;
}
