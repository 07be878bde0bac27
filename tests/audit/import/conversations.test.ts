import { describe, expect, it } from 'vitest';
import { repliesOfTicket } from '../../../lib/audit/import/conversations';
import type { Message } from '../../../lib/audit/import/row-reader';

let line = 0;
function said(from: Message['from'], text: string, at = '', more: Partial<Message> = {}): Message {
  line++;
  return { line, ticket: 'T1', from, text, at: at && `2026-03-01T${at}:00.000Z`, ...more };
}

describe('repliesOfTicket', () => {
  it('answers what the customer said last, joined, with the turns before it', () => {
    const { replies, leftOut } = repliesOfTicket([
      said('customer', 'Hello'),
      said('agent', 'Hi, what is it?', '', { agent: 'Anna Berg' }),
      said('customer', 'My lamp is late.'),
      said('customer', 'Very.'),
      said('agent', 'On its way.', '', { agent: 'Anna Berg', id: 'm5', team: 'Parcels', channel: 'chat' }),
    ]);
    expect(leftOut).toEqual({ customer: 3 });
    expect(replies).toHaveLength(2);
    expect(replies[0]).toMatchObject({
      draft: 'Hi, what is it?',
      conversation: { customer: 'Hello', agentName: 'Anna' },
    });
    expect(replies[1]).toEqual({
      id: 'm5',
      draft: 'On its way.',
      ticket: 'T1',
      agent: 'Anna Berg',
      team: 'Parcels',
      conversation: {
        customer: 'My lamp is late.\n\nVery.',
        earlier: [
          { from: 'customer', text: 'Hello' },
          { from: 'agent', text: 'Hi, what is it?' },
        ],
        agentName: 'Anna',
        channel: 'chat',
      },
    });
  });

  it('goes by time, and by the file where a time is missing or the same', () => {
    const second = said('agent', 'second', '10:00');
    const first = said('customer', 'first', '09:00');
    expect(repliesOfTicket([second, first]).replies[0]?.conversation?.customer).toBe('first');
    const undated = [said('customer', 'one'), said('agent', 'two')];
    expect(repliesOfTicket(undated.toReversed()).replies[0]?.conversation?.customer).toBe('one');
    const same = [said('customer', 'one', '10:00'), said('agent', 'two', '10:00')];
    expect(repliesOfTicket(same).replies[0]?.conversation?.customer).toBe('one');
  });

  it('reads a reply that nobody asked for, and several to one message', () => {
    const { replies } = repliesOfTicket([
      said('agent', 'Hello there'),
      said('customer', 'Oh'),
      said('agent', 'a'),
      said('agent', 'b'),
    ]);
    expect(replies.map(({ conversation }) => conversation?.customer)).toEqual([undefined, 'Oh', 'Oh']);
    expect(replies[2]?.conversation?.earlier).toEqual([
      { from: 'agent', text: 'Hello there' },
      { from: 'agent', text: 'a' },
    ]);
  });

  it('keeps to the turns that matter in a long ticket', () => {
    const many = Array.from({ length: 200 }, (_, index) => said(index % 2 ? 'agent' : 'customer', `turn ${index}`));
    expect(repliesOfTicket(many).replies.at(-1)?.conversation?.earlier).toHaveLength(29);
  });

  it('has nothing where only customers wrote', () => {
    expect(repliesOfTicket([said('customer', 'Hello?')])).toEqual({ replies: [], leftOut: { customer: 1 } });
    expect(repliesOfTicket([])).toEqual({ replies: [], leftOut: {} });
  });
});
