/** The practice desk: our own page, so that its markup says everything outright. */
import { isElement } from '../dom';
import type { Channel } from '../engine/types';
import type { HostAdapter } from './types';

const CHANNELS: readonly string[] = ['email', 'chat', 'social'] satisfies Channel[];
const TICKET = '[data-practice-ticket]';
const attribute = (ticket: ParentNode, name: string) => (isElement(ticket) && ticket.getAttribute(name)) || undefined;

export const practice: HostAdapter = {
  id: 'practice',
  name: 'Practice desk',
  hostnames: [],
  boxes: ['[data-practice-reply]'],
  notBoxes: [],
  notDraft: ['blockquote'],
  send: ['[data-practice-send]'],
  ticket: (box) => box.closest(TICKET),
  kind: () => 'reply',
  channel(_box, ticket) {
    const named = attribute(ticket, 'data-channel') ?? '';
    return CHANNELS.includes(named) ? (named as Channel) : 'email';
  },
  thread: [
    {
      items: '[data-practice-message]',
      role(item) {
        const from = item.getAttribute('data-from');
        return from === 'customer' || from === 'agent' ? from : null;
      },
      body: ['[data-practice-body]'],
      strip: ['blockquote'],
      time: (item) => item.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined,
    },
  ],
  customerName: (ticket) => attribute(ticket, 'data-customer'),
  agentName: (ticket) => attribute(ticket, 'data-agent'),
};
