/** Reads the conversation that a reply box answers, by what the host's adapter knows. */
import type { Conversation, Turn } from '../engine/types';
import type { Surface } from '../messages';
import { queryAll } from './deep-query';
import { marked, outermost } from './marked';
import { messageText } from './message-text';
import { firstName } from './names';
import { withoutQuotes } from './quotes';
import { ticketOf } from './ticket';
import type { HostAdapter, Thread } from './types';

/** Turns further back say little about this reply, and reading them all would be felt in a long thread. */
const MOST_TURNS = 30;

/** What somebody said. `text` null: it is folded away, and not in the page. */
interface Said {
  from: Turn['from'];
  text: string | null;
  at?: string;
  sender?: string;
}

/**
 * The conversation, as much of it as the page shows. Messages whose sender is not certain are left out: advice on the
 * wrong person's words is worse than none. So are older words of the customer where their last ones are folded away.
 */
export function readConversation(host: HostAdapter, box: Element): Conversation {
  const ticket = ticketOf(host, box);
  if (!ticket) return {};
  const kind = host.kind(box, ticket);
  const thread = host.answers ? host.answers(box, ticket) : ticket;
  const said = thread ? readThread(host, box, thread) : [];
  const last = said.findLastIndex((one) => one.from === 'customer');
  let first = last;
  while (first > 0 && said[first - 1]?.from === 'customer') first--;
  const isLast = (index: number) => index >= first && index <= last;
  const customer = said[last]?.text == null ? [] : turns(said.filter((_, index) => isLast(index)));
  const earlier = turns(customer.length ? said.filter((_, index) => !isLast(index)) : said);
  const conversation: Conversation = { channel: host.channel(box, ticket), kind: kind === 'note' ? 'note' : 'reply' };
  const customerName =
    firstName(said[last]?.sender) ?? firstName(thread ? host.customerName?.(thread, turns(said)) : undefined);
  const agentName = firstName(host.agentName?.(thread ?? ticket) ?? ourName(said));
  if (customer.length) conversation.customer = customer.map((turn) => turn.text).join('\n\n');
  if (earlier.length) conversation.earlier = earlier;
  if (customerName) conversation.customerName = customerName;
  if (agentName) conversation.agentName = agentName;
  return conversation;
}

function turns(said: readonly Said[]): Turn[] {
  return said.flatMap(({ from, text, at }) => (text ? [{ from, text, ...(at ? { at } : {}) }] : []));
}

/** Where several of us wrote, nobody knows which one is here. */
function ourName(said: readonly Said[]): string | undefined {
  const names = new Set(said.flatMap(({ from, sender }) => (from === 'agent' && sender ? [sender] : [])));
  return names.size === 1 ? [...names][0] : undefined;
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

function readThread(host: HostAdapter, box: Element, within: ParentNode): Said[] {
  for (const thread of host.thread) {
    const items = outermost(queryAll(within, thread.items), thread.body);
    if (!items.length) continue;
    const answered = host.answered?.(box, items);
    const until = answered ? items.indexOf(answered) + 1 : items.length;
    return items.slice(Math.max(0, until - MOST_TURNS), until).flatMap((item) => readItem(thread, item) ?? []);
  }
  return [];
}

function readItem(thread: Thread, item: Element): Said | null {
  const from = thread.role(item);
  if (!from) return null;
  const text = textOf(thread, item);
  // Only a quote, or a picture: nothing was said.
  if (text === '') return null;
  const sender =
    typeof thread.sender === 'function'
      ? thread.sender(item)
      : thread.sender && marked(item, thread.sender, thread.body)?.textContent;
  const at = thread.time?.(item);
  return { from, text, ...(at ? { at } : {}), ...(sender?.trim() ? { sender: sender.trim() } : {}) };
}

function textOf({ body, strip }: Thread, item: Element): string | null {
  const found = body.map((selector) => outermost([...item.querySelectorAll(selector)], [])).find((all) => all.length);
  const bodies = body.length ? found : [item];
  if (!bodies) return null;
  return bodies
    .map((each) => withoutQuotes(messageText(each, strip)))
    .filter(Boolean)
    .join('\n\n');
}
