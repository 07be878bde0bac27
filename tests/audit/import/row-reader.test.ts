import { describe, expect, it } from 'vitest';
import { readImport } from '../../../lib/audit/import/read-import';
import type { Mapping } from '../../../lib/audit/model';
import { bytesOf, inPieces, readAll } from './helpers';

const REPLIES: Mapping = {
  shape: 'replies',
  columns: {
    draft: 'reply',
    customer: 'customer',
    agent: 'agent',
    team: 'team',
    channel: 'channel',
    date: 'date',
    id: 'id',
    ticket: 'ticket',
    link: 'link',
    'customer-name': 'name',
    kind: 'kind',
  },
};
const MESSAGES: Mapping = {
  shape: 'messages',
  columns: { draft: 'text', author: 'author', ticket: 'ticket', date: 'date', id: 'id', agent: 'agent', kind: 'kind' },
};
const only = (reading: object) => Object.keys(reading)[0];

describe('a row that is a reply', () => {
  it('has what it answers beside it, and who, where and when', () => {
    expect(
      readAll(REPLIES, [
        {
          reply: '<p>Hi Priya, it is here.</p>',
          customer: 'Where is it?',
          agent: 'Anna Berg',
          team: 'Parcels',
          channel: 'Live chat',
          date: '2026-03-01 10:00',
          id: 'r1',
          ticket: '7',
          link: 'https://acme.example/t/7',
          name: 'Priya Raman',
        },
      ]),
    ).toEqual([
      {
        reply: {
          id: 'r1',
          draft: 'Hi Priya, it is here.',
          conversation: { customer: 'Where is it?', customerName: 'Priya', agentName: 'Anna', channel: 'chat' },
          agent: 'Anna Berg',
          team: 'Parcels',
          at: '2026-03-01T10:00:00.000Z',
          ticket: '7',
          link: 'https://acme.example/t/7',
        },
      },
    ]);
  });

  it('needs nothing but the reply', () => {
    expect(readAll({ shape: 'replies', columns: { draft: 'reply' } }, [{ reply: 'Fine.' }])).toEqual([
      { reply: { id: '2', draft: 'Fine.', conversation: {} } },
    ]);
  });

  it('is left out where it is a note, automatic, a macro, empty, or the same again', () => {
    const row = { reply: 'Fine.', customer: 'Is it?', ticket: '1' };
    const readings = readAll(REPLIES, [
      { ...row, kind: 'internal note' },
      { ...row, kind: 'Auto-reply' },
      { ...row, kind: 'macro' },
      { ...row, reply: ' <p>&nbsp;</p> ' },
      row,
      row,
      { ...row, ticket: '2' },
      { ...row, id: 'a' },
      { ...row, id: 'b' },
      { ...row, id: 'a' },
    ]);
    expect(readings.map((reading) => ('leftOut' in reading ? reading.leftOut : only(reading)))).toEqual([
      'note',
      'automatic',
      'macro',
      'empty',
      'reply',
      'duplicate',
      'reply',
      'reply',
      'reply',
      'duplicate',
    ]);
  });

  it.each([
    ['javascript:alert(1)', undefined],
    ['http://acme.example/7', undefined],
    ['https://user:secret@acme.example/', undefined],
    ['ticket 7', undefined],
    ['https://acme.example/"><b>', 'https://acme.example/%22%3E%3Cb%3E'],
  ])('links to %s as %s', (link, expected) => {
    const [reading] = readAll(REPLIES, [{ reply: 'Fine.', link }]);
    expect(reading && 'reply' in reading && reading.reply.link).toBe(expected);
  });

  it('builds the link where the reviewer said how', () => {
    const mapping = { ...REPLIES, linkTemplate: 'https://acme.example/t/{ticket}' };
    const [reading] = readAll(mapping, [{ reply: 'Fine.', ticket: 'a/b' }]);
    expect(reading).toMatchObject({ reply: { link: 'https://acme.example/t/a%2Fb' } });
  });

  it('learns the order of dates on the way, and is silent before', () => {
    const readings = readAll(REPLIES, [
      { reply: 'a', date: '03/04/2026' },
      { reply: 'b', date: '25/04/2026' },
      { reply: 'c', date: '03/04/2026' },
    ]);
    expect(readings.map((reading) => 'reply' in reading && reading.reply.at)).toEqual([
      undefined,
      '2026-04-25T12:00:00.000Z',
      '2026-04-03T12:00:00.000Z',
    ]);
  });

  it('is refused where no letter is that long', () => {
    expect(readAll(REPLIES, [{ reply: 'x'.repeat(100_001) }])).toMatchObject([
      { fault: { line: 2, reason: 'The reply is longer than 100,000 characters.' } },
    ]);
  });
});

describe('a row that is a message', () => {
  const read = (row: Record<string, string>) =>
    readAll(MESSAGES, [{ text: 'Hello', ticket: '1', ...row }]).map((reading) =>
      'message' in reading ? reading.message.from : 'leftOut' in reading ? reading.leftOut : only(reading),
    )[0];

  it.each([
    ['customer', ['end-user', 'Customer', 'user', 'LEAD', 'contact', 'requester', 'inbound']],
    ['agent', ['agent', 'admin', 'Staff', 'teammate', 'outbound', 'Support', 'team_member']],
    ['bot', ['bot', 'Answer Bot', 'AI agent', 'chatbot']],
    ['automatic', ['system', 'Workflow', 'trigger', 'rule']],
    ['fault', ['', 'whoever', '17']],
  ])('is from %s where it says %j', (from, authors) => {
    for (const author of authors) expect(read({ author }), author).toBe(from);
  });

  it.each([
    ['from_agent', 'true', 'agent'],
    ['from_agent', 'false', 'customer'],
    ['incoming', '1', 'customer'],
    ['Is Customer', 'No', 'agent'],
  ])('is told by a column "%s" with "%s"', (column, author, from) => {
    const mapping = { ...MESSAGES, columns: { ...MESSAGES.columns, author: column } };
    expect(readAll(mapping, [{ text: 'Hello', ticket: '1', [column]: author }])).toMatchObject([{ message: { from } }]);
  });

  it('is told by who the customer of the ticket is', () => {
    const mapping = { ...MESSAGES, columns: { ...MESSAGES.columns, author: 'author_id' } };
    const row = { text: 'Hello', ticket: '1', requester_id: '9' };
    expect(
      readAll(mapping, [
        { ...row, author_id: '9', id: '1' },
        { ...row, author_id: '12', id: '2' },
        { ...row, author_id: 'Ann', id: '3' },
      ]).map((reading) => ('message' in reading ? reading.message.from : 'fault')),
    ).toEqual(['customer', 'agent', 'fault']);
  });

  it.each([
    ['public', 'false', 'note'],
    ['private', 'TRUE', 'note'],
    ['public', 'true', 'agent'],
    ['type', 'lineitem', 'automatic'],
    ['part_type', 'note', 'note'],
    ['part_type', 'comment', 'agent'],
    ['macro', 'Refund, standard', 'macro'],
    ['rule_id', '77', 'automatic'],
    ['rule_id', '', 'agent'],
  ])('with %s "%s" is %s', (column, kind, expected) => {
    const mapping = { ...MESSAGES, columns: { ...MESSAGES.columns, kind: column } };
    const [reading] = readAll(mapping, [{ text: 'Hello', ticket: '1', author: 'agent', [column]: kind }]);
    expect(reading && ('message' in reading ? reading.message.from : 'leftOut' in reading && reading.leftOut)).toBe(
      expected,
    );
  });

  it('needs a ticket', () => {
    expect(readAll(MESSAGES, [{ text: 'Hello', author: 'agent', ticket: '' }])).toMatchObject([
      { fault: { line: 2, reason: 'The message belongs to no ticket.' } },
    ]);
  });
});

describe("lines in the audit's own form", () => {
  const read = async (text: string, mask: false | 'everyone' = false) => {
    const mapping: Mapping = { shape: 'replies', columns: { draft: 'draft', customer: 'customer', agent: 'agent' } };
    const all = [];
    for await (const each of readImport(inPieces(bytesOf(text), 1000), 'jsonl', { mapping, mask })) all.push(each);
    return all;
  };

  it('are read as the command line reads them, to the letter', async () => {
    const line = {
      id: 'a',
      draft: ' Hi <b>Ann</b>,\r\n> it is here. ',
      customer: 'Where?',
      channel: 'chat',
      conversation: { earlier: [{ from: 'customer', text: 'Hello' }], customerName: 'Ann' },
    };
    expect(await read(JSON.stringify({ ...line, agent: 'Bo' }))).toEqual([
      { line: 1, reply: { ...line, agent: 'Bo' } },
    ]);
  });

  it('say what is wrong with them', async () => {
    expect(await read('{"id":"a","draft":5}\n')).toMatchObject([
      { fault: { line: 1, reason: 'line 1: "draft" is text in quotes' } },
    ]);
  });

  it('keep no bad row where names are masked', async () => {
    expect(await read('{"draft": Priya', 'everyone')).toMatchObject([{ fault: { line: 1, raw: '' } }]);
  });
});
