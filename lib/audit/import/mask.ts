/** Masks what is imported before anything of it is kept, so that the review hardly changes. */
import type { Masking } from '../model';
import { type Known, namesIn, replaceNames } from './mask-names';
import { maskNumbers } from './mask-numbers';
import type { Message, NewReply } from './row-reader';

/** What the export says of the row's people; '' where it does not. */
export interface RowNames {
  agent: string;
  customer: string;
}

export interface Mask {
  message(message: Message, names: RowNames): Message;
  reply(reply: NewReply, names: RowNames): NewReply;
}

/** Common names of one word, so that a greeting stays a greeting by name. */
const CUSTOMER = 'Alex';
const AGENT = 'Robin';

/**
 * 'customers' masks customers' names, and everybody's addresses and numbers; 'everyone' agents' names too, and calls
 * agents 'Agent 1', 'Agent 2' … in the order in which the file has them, the same through the whole run.
 */
export function createMask(mask: Masking): Mask {
  if (!mask) return { message: (message) => message, reply: (reply) => reply };
  const agents = new Map<string, string>();
  const pseudonym = (agent: string) => {
    const known = agents.get(agent) ?? `Agent ${agents.size + 1}`;
    agents.set(agent, known);
    return known;
  };

  /** `by`: who wrote the text. */
  const text = (given: string, by: 'customer' | 'agent', names: RowNames) => {
    const { addressed, signed } = namesIn(given);
    const customers = [names.customer, by === 'agent' ? addressed : signed];
    const ours = [names.agent, by === 'agent' ? signed : addressed];
    const known: Known[] = [
      ...customers.flatMap((name) => (name ? [{ name, by: CUSTOMER }] : [])),
      ...(mask === 'everyone' ? ours.flatMap((name) => (name ? [{ name, by: AGENT }] : [])) : []),
    ];
    return maskNumbers(replaceNames(given, known));
  };
  const agentOf = (agent: string | undefined) =>
    agent === undefined ? {} : { agent: mask === 'everyone' ? pseudonym(agent) : agent };

  return {
    message: (message, names) => ({
      ...message,
      text: text(message.text, message.from, names),
      ...agentOf(message.agent),
      ...(message.customerName && { customerName: CUSTOMER }),
    }),
    reply: ({ conversation, ...reply }, names) => ({
      ...reply,
      draft: text(reply.draft, 'agent', names),
      ...(reply.customer !== undefined && { customer: text(reply.customer, 'customer', names) }),
      ...agentOf(reply.agent),
      ...(conversation && {
        conversation: {
          ...conversation,
          ...(conversation.customer !== undefined && { customer: text(conversation.customer, 'customer', names) }),
          ...(conversation.earlier && {
            earlier: conversation.earlier.map((turn) => ({ ...turn, text: text(turn.text, turn.from, names) })),
          }),
          ...(conversation.customerName && { customerName: CUSTOMER }),
          ...(conversation.agentName && mask === 'everyone' && { agentName: AGENT }),
        },
      }),
    }),
  };
}
