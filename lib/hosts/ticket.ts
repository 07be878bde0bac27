/** The conversation on show that a reply box belongs to, for boxes in shadow roots and frames as well. */
import { isDocument, placesOf } from '../dom';
import type { HostAdapter } from './types';

/**
 * An adapter looks around one tree. So it is asked at each place on the way out of the box's frames and shadow roots,
 * the outermost first: whoever names an element knows; a whole document is what stays where nobody knows better.
 * Null: the box is not in the conversation on show.
 */
export function ticketOf(host: HostAdapter, box: Element): ParentNode | null {
  const tickets = placesOf(box)
    .reverse()
    .map((place) => host.ticket(place));
  const named = tickets.find((ticket) => ticket && !isDocument(ticket));
  if (named) return named;
  return tickets.includes(null) ? null : (tickets[0] ?? null);
}
