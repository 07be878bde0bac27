import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import type { Conversation, Review } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { parseTickets, type Ticket } from '../../lib/practice/ticket';
import { firstName, TICKETS } from '../../lib/practice/tickets';
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES } from '../../lib/ui/principles';

const count = (of: (ticket: Ticket) => string) => {
  const counts: Record<string, number> = {};
  for (const ticket of TICKETS) counts[of(ticket)] = (counts[of(ticket)] ?? 0) + 1;
  return counts;
};

/** What the coach reads off the page of this ticket. */
function conversationOf(ticket: Ticket): Conversation {
  const last = ticket.thread.findLastIndex((turn) => turn.from === 'agent') + 1;
  return {
    customer: ticket.thread
      .slice(last)
      .map((turn) => turn.text)
      .join('\n\n'),
    earlier: ticket.thread.slice(0, last).map(({ from, text }) => ({ from, text })),
    customerName: ticket.customer,
    agentName: ticket.agent,
    channel: ticket.channel,
    kind: 'reply',
  };
}

const reviewOf = (ticket: Ticket): Review =>
  coach(ticket.rough.text, conversationOf(ticket), builtInBanks(), { notes: 'respect' });
const felt = (review: Review) => review.findings.filter(({ severity }) => severity !== 'low');

describe('the set of tickets', () => {
  it('has at least sixteen, each with an id and a customer of its own', () => {
    expect(TICKETS.length).toBeGreaterThanOrEqual(16);
    expect(new Set(TICKETS.map(({ id }) => id)).size).toBe(TICKETS.length);
    expect(new Set(TICKETS.map(({ customer }) => customer)).size).toBe(TICKETS.length);
    expect(new Set(TICKETS.map(({ agent }) => agent)).size).toBe(TICKETS.length);
  });

  it('covers every channel and mood, and many domains', () => {
    const channels = count(({ channel }) => channel);
    for (const channel of ['email', 'chat', 'social']) expect(channels[channel], channel).toBeGreaterThanOrEqual(4);
    const moods = count(({ mood }) => mood);
    expect(moods.calm).toBeGreaterThanOrEqual(5);
    expect(moods.upset).toBeGreaterThanOrEqual(5);
    expect(moods.abusive).toBeGreaterThanOrEqual(2);
    expect(Object.keys(count(({ domain }) => domain)).length).toBeGreaterThanOrEqual(14);
  });

  it('practises every principle of the rubric, and names no other', () => {
    const known: string[] = [...PHRASE_PRINCIPLES, ...DRAFT_PRINCIPLES];
    const practised = new Set(TICKETS.flatMap(({ rough }) => rough.practises));
    expect([...practised].sort()).toEqual([...known].sort());
  });

  it('has drafts that are good, one with a gap, and threads with an earlier turn of ours', () => {
    const kinds = count(({ rough }) => rough.kind);
    expect(kinds.good).toBeGreaterThanOrEqual(1);
    expect(kinds.gap).toBeGreaterThanOrEqual(1);
    expect(kinds['so-so']).toBeGreaterThanOrEqual(1);
    const answered = TICKETS.filter(({ thread }) => thread.some((turn) => turn.from === 'agent'));
    expect(answered.length).toBeGreaterThanOrEqual(4);
  });
});

describe.each(TICKETS.map((ticket) => [ticket.id, ticket] as const))('%s', (_id, ticket) => {
  it('is told oldest first, and the customer has the last word', () => {
    const ages = ticket.thread.map(({ minutesAgo }) => minutesAgo);
    expect(ages).toEqual([...ages].sort((one, other) => other - one));
    expect(ticket.thread.at(-1)?.from).toBe('customer');
    expect(ticket.channel === 'social').toBe(ticket.handle !== undefined);
  });

  it('is read by the coach as it was meant', () => {
    const review = reviewOf(ticket);
    expect(review.mood.id).toBe(ticket.mood);
    if (ticket.rough.kind === 'good' || ticket.rough.kind === 'gap') {
      expect(felt(review).map(({ rule }) => rule)).toEqual([]);
      expect(review.gaps.length).toBe(ticket.rough.kind === 'gap' ? 1 : 0);
      expect(ticket.rough.practises).toEqual([]);
    } else {
      const found = new Set<string>(review.findings.map(({ principle }) => principle));
      const practised = ticket.rough.practises.filter((principle) => found.has(principle));
      expect(practised.length, `found: ${[...found]}`).toBeGreaterThanOrEqual(ticket.rough.practises.length / 2);
      expect(practised).not.toEqual([]);
    }
  });
});

describe('a file with a slip', () => {
  it('is refused with the place of the slip', () => {
    const [ticket] = TICKETS;
    expect(() => parseTickets({ language: 'en', tickets: [ticket, { ...ticket, channel: 'fax' }] })).toThrow(
      /^tickets\.1\.channel: /,
    );
    expect(() => parseTickets({ language: 'en', tickets: [] })).toThrow(/^tickets: /);
    expect(() => parseTickets({ language: 'en', tickets: [{ ...ticket, subjct: '' }] })).toThrow(
      /^tickets\.0\.subjct: /,
    );
  });
});

it('calls people by their given name', () => {
  expect(firstName('Marta Kowalska')).toBe('Marta');
  expect(firstName('Cher')).toBe('Cher');
});
