/**
 * Freshdesk, also on a domain of the company's own. Its editor is Froala. The class for private notes is no sign of an
 * agent: replies that came by mail carry it too; the one for the requester stands only on what people outside wrote.
 */
import { PREVIEW } from './preview';
import type { HostAdapter } from './types';

const TICKET = /^\/a\/tickets\/\d+/;
const EDITOR = '.fr-element.fr-view[contenteditable="true"]';

export const freshdesk: HostAdapter = {
  ...PREVIEW,
  id: 'freshdesk',
  name: 'Freshdesk',
  hostnames: ['*.freshdesk.com'],
  expectsBox: (location) => TICKET.test(location.pathname),
  signs: (location, page) => TICKET.test(location.pathname) && page.querySelector(EDITOR) !== null,

  boxes: [EDITOR],
  notBoxes: ['.text__content'],
  notDraft: ['blockquote', '.freshdesk_quote', '.signature', '[rel="signature"]'],

  thread: [
    {
      items: '.ticket-details__item',
      role: (item) => (item.matches('.ticket-details__requestor') ? 'customer' : null),
      body: ['.text__content', '[data-test-conversation="conversation-text"]'],
      strip: ['blockquote', '.freshdesk_quote', '.gmail_quote', 'button'],
    },
  ],
};
