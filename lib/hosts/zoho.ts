/**
 * Zoho Desk. Which editor it has is not confirmed, so that any field to write in counts inside the ticket on show, and the
 * body of an editor's own frame.
 */
import { PREVIEW } from './preview';
import type { HostAdapter } from './types';

const TICKET = /\/tickets\/details\/(\d+)/;
const VIEW = '.zd_v2-ticketdetailview-container';

export const zoho: HostAdapter = {
  ...PREVIEW,
  id: 'zoho',
  name: 'Zoho Desk',
  hostnames: ['desk.zoho.com', 'desk.zoho.eu', 'desk.zoho.in', 'desk.zoho.com.au', 'desk.zoho.jp'],
  expectsBox: (location) => TICKET.test(location.pathname),

  boxes: [`${VIEW} [contenteditable="true"]`, `${VIEW} textarea`, 'body[contenteditable="true"]'],
  notBoxes: ['[data-id="threadContent"]', '[role="search"]', '[role="combobox"]'],

  /** Tickets that were open before stay in the page: only the one that the address names is on show. */
  ticket(box) {
    const view = box.closest(VIEW);
    const id = TICKET.exec(box.ownerDocument.defaultView?.location.pathname ?? '')?.[1];
    if (!view || !id) return view ?? box.ownerDocument;
    return view.getAttribute('data-id') === `subTab_${id}` ? view : null;
  },
};
