/** The messages of one ticket into the replies of ours in it, each with what it answers. Pure. */
import type { Channel, Conversation, Turn } from '../../engine/types';
import { firstName } from '../../hosts/names';
import type { LeftOut } from '../model';
import type { Message, NewReply } from './row-reader';

/** As the live side reads: turns further back say little about this reply. */
const MOST_TURNS = 30;

/**
 * `messages`: one ticket's, in any order. `leftOut` counts the messages that are no reply of ours. What a customer wrote
 * in several messages is read as one; what we sent in several messages are several replies to it.
 */
export function repliesOfTicket(messages: readonly Message[]): {
  replies: NewReply[];
  leftOut: Partial<Record<LeftOut, number>>;
} {
  const inOrder = byTime(messages);
  const replies = inOrder.flatMap((message, index) =>
    message.from === 'agent' ? [replyOf(message, inOrder.slice(Math.max(0, index - MOST_TURNS), index))] : [],
  );
  const customers = inOrder.length - replies.length;
  return { replies, leftOut: customers ? { customer: customers } : {} };
}

/** A message without a date stands after the one before it in the file: exports keep the order. */
function byTime(messages: readonly Message[]): Message[] {
  let before = '';
  const dated = messages
    .toSorted((a, b) => a.line - b.line)
    .map((message) => {
      before = message.at || before;
      return { message, at: before };
    });
  // Sorting keeps the order of those that are the same.
  return dated.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ message }) => message);
}

function replyOf(message: Message, before: readonly Message[]): NewReply {
  const last = before.findLastIndex(({ from }) => from === 'customer');
  let first = last;
  while (first > 0 && before[first - 1]?.from === 'customer') first--;
  const customer = last < 0 ? [] : before.slice(first, last + 1);
  // What we already said to the same words stands after them; the engine reads it as said before.
  const earlier = before.filter((_, index) => last < 0 || index < first || index > last);
  const conversation: Conversation = {};
  if (customer.length) conversation.customer = customer.map(({ text }) => text).join('\n\n');
  if (earlier.length) conversation.earlier = earlier.map(turnOf);
  const customerName = firstName([message, ...before.toReversed()].find((one) => one.customerName)?.customerName);
  const agentName = firstName(message.agent);
  if (customerName) conversation.customerName = customerName;
  if (agentName) conversation.agentName = agentName;
  if (message.channel) conversation.channel = message.channel as Channel;
  const { id, line, text, agent, team, at, ticket, link } = message;
  return {
    id: id ?? `${ticket}-${line}`,
    draft: text,
    conversation,
    ticket,
    ...(agent && { agent }),
    ...(team && { team }),
    ...(at && { at }),
    ...(link && { link }),
  };
}

function turnOf({ from, text, at }: Message): Turn {
  return { from, text, ...(at && { at }) };
}
