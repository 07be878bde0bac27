/** Reads the conversation that a reply box answers, by what the host's adapter knows. */
import type { Conversation, Turn } from '../engine/types';
import type { Surface } from '../messages';
import { queryAll } from './deep-query';
import { messageText } from './message-text';
import { withoutQuotes } from './quotes';
import { ticketOf } from './ticket';
import type { HostAdapter, Thread } from './types';

/** Turns further back say little about this reply, and reading them all would be felt in a long thread. */
const MOST_TURNS = 30;

interface Said extends Turn {
  sender?: string;
}

/**
 * The conversation, as much of it as the page shows. Messages whose sender is not certain are left out: advice on the
 * wrong person's words is worse than none.
 */
export function readConversation(host: HostAdapter, box: Element): Conversation {
  const ticket = ticketOf(host, box);
  if (!ticket) return {};
  const kind = host.kind(box, ticket);
  const said = readThread(host, ticket);
  const last = said.findLastIndex((turn) => turn.from === 'customer');
  let first = last;
  while (first > 0 && said[first - 1]?.from === 'customer') first--;
  const customer = said.slice(Math.max(first, 0), last + 1);
  const earlier = [...said.slice(0, Math.max(first, 0)), ...said.slice(last + 1)];
  const conversation: Conversation = { channel: host.channel(box, ticket), kind: kind === 'note' ? 'note' : 'reply' };
  const customerName = firstName(host.customerName?.(ticket) ?? customer.at(-1)?.sender);
  const agentName = firstName(host.agentName?.(ticket) ?? said.findLast((turn) => turn.from === 'agent')?.sender);
  if (customer.length) conversation.customer = customer.map((turn) => turn.text).join('\n\n');
  if (earlier.length) conversation.earlier = earlier.map(({ sender: _, ...turn }) => turn);
  if (customerName) conversation.customerName = customerName;
  if (agentName) conversation.agentName = agentName;
  return conversation;
}

/** Where the box stands, for the sidebar. */
export function surfaceOf(host: HostAdapter, box: Element, location: Location): Surface {
  const ticket = ticketOf(host, box);
  return {
    host: host.id,
    hostName: host.name || location.hostname,
    site: location.hostname,
    kind: ticket ? host.kind(box, ticket) : 'unknown',
    channel: ticket ? host.channel(box, ticket) : 'email',
  };
}

function readThread(host: HostAdapter, ticket: ParentNode): Said[] {
  for (const thread of host.thread) {
    const items = queryAll(ticket, thread.items);
    if (items.length) return items.slice(-MOST_TURNS).flatMap((item) => readItem(thread, item) ?? []);
  }
  return [];
}

function readItem(thread: Thread, item: Element): Said | null {
  const from = thread.role(item);
  if (!from) return null;
  const body = thread.body.map((selector) => item.querySelector(selector)).find(Boolean) ?? item;
  const text = withoutQuotes(messageText(body, thread.strip));
  if (!text) return null;
  const sender = thread.sender ? item.querySelector(thread.sender)?.textContent?.trim() : undefined;
  const at = thread.time?.(item);
  return { from, text, ...(at ? { at } : {}), ...(sender ? { sender } : {}) };
}

/** 'Priya Raman' and 'Raman, Priya' are Priya; an address, a number or a company's line is no name. */
export function firstName(name: string | undefined): string | undefined {
  const whole = name?.replace(/\s+/g, ' ').trim();
  if (!whole || whole.length > 60 || /[@\d/<>#]/.test(whole)) return undefined;
  // Elsewhere the family's name often comes first: the whole name is never wrong.
  if (!/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(whole)) return whole;
  const [family, given] = whole.split(/,\s*/);
  const first = (given ?? family ?? '').replace(/^(mr|mrs|ms|miss|dr|prof)\.?\s+/i, '').split(' ')[0] ?? '';
  return /^\p{L}[\p{L}'’-]+$/u.test(first) ? first : undefined;
}
