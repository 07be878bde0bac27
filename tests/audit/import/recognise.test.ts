import { describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/audit/import/recognise';

const REPLY = 'Thank you for waiting, it is on its way to you.';
const ASKED = 'Where is the lamp that I ordered last week?';

function guess(row: Record<string, string>) {
  return recognise(Object.keys(row), [row]);
}

describe('files of no helpdesk', () => {
  it('are read by the names of their columns', () => {
    expect(
      guess({
        'Reply ID': '1',
        'Agent Name': 'Anna Berg',
        Team: 'Parcels',
        Channel: 'email',
        'Sent At': '2026-03-01 10:00',
        'Customer Message': ASKED,
        'Agent Reply': REPLY,
        'Ticket Number': '7',
        URL: 'https://acme.example/7',
      }),
    ).toEqual({
      mapping: {
        shape: 'replies',
        columns: {
          id: 'Reply ID',
          agent: 'Agent Name',
          team: 'Team',
          channel: 'Channel',
          date: 'Sent At',
          customer: 'Customer Message',
          draft: 'Agent Reply',
          ticket: 'Ticket Number',
          link: 'URL',
        },
      },
    });
  });

  it('are messages where a column says who wrote', () => {
    expect(
      guess({ conversation_id: '7', sender: 'customer', message: ASKED, timestamp: '1772374500' }).mapping,
    ).toEqual({
      shape: 'messages',
      columns: { ticket: 'conversation_id', author: 'sender', draft: 'message', date: 'timestamp' },
    });
  });

  it('have their paths in JSON', () => {
    expect(
      guess({ id: '1', draft: REPLY, 'conversation.customer': ASKED, 'meta.agent': 'Anna', at: '2026-03-01' }).mapping
        .columns,
    ).toMatchObject({
      id: 'id',
      draft: 'draft',
      customer: 'conversation.customer',
      agent: 'meta.agent',
      date: 'at',
    });
  });

  it('tell a customer who is a name from one who speaks', () => {
    expect(guess({ reply: REPLY, customer: ASKED }).mapping.columns.customer).toBe('customer');
    expect(guess({ reply: REPLY, customer: 'Priya Raman' }).mapping.columns).toEqual({
      draft: 'reply',
      'customer-name': 'customer',
    });
  });

  it('have their reply in the longest column where no name tells', () => {
    expect(guess({ a: '1', b: REPLY.repeat(3), c: 'x' }).mapping.columns).toEqual({ draft: 'b' });
    expect(guess({ colour: 'red', size: '5' }).mapping.columns).toEqual({});
  });

  it('say how their dates are meant', () => {
    expect(guess({ reply: REPLY, date: '25/04/2026' }).mapping.dates).toBe('day-first');
    expect(guess({ reply: REPLY, date: '04/25/2026' }).mapping.dates).toBe('month-first');
    expect(guess({ reply: REPLY, date: '04/05/2026' }).mapping.dates).toBeUndefined();
  });

  it('are not taken for a helpdesk by a column or two', () => {
    const rows: Record<string, string>[] = [
      { body: REPLY, public: 'true' },
      { body: REPLY, type: 'x', id: '1' },
      { message: REPLY, incoming: 'true' },
    ];
    for (const row of rows) expect(guess(row).helpdesk).toBeUndefined();
  });
});
