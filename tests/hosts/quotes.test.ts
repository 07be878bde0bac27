import { describe, expect, it } from 'vitest';
import { hostFor } from '../../lib/hosts';
import { firstName } from '../../lib/hosts/names';
import { withoutQuotes } from '../../lib/hosts/quotes';

describe('withoutQuotes', () => {
  it.each([
    ['keeps plain words', 'Where is it?\n\nThanks', 'Where is it?\n\nThanks'],
    [
      'a quoted mail',
      'Where is it?\n\nOn Mon, 4 May 2026 at 09:12, Acme <help@acme.example> wrote:\n> Hello',
      'Where is it?',
    ],
    ['quoted lines', 'Here:\n> old\n> older\nStill nothing.', 'Here:\nStill nothing.'],
    ['a header', 'Still broken.\n\nFrom: Acme\nSent: Monday\nHello', 'Still broken.'],
    ['a forwarded mail', 'See below\n----- Original Message -----\nHello', 'See below'],
    ['a signature', 'Still broken.\n-- \nPriya\nAcme Ltd', 'Still broken.'],
    ['a phone’s line', 'Still broken.\n\nSent from my iPhone', 'Still broken.'],
    ['only a quote', 'On Mon, 4 May 2026 at 09:12, Acme wrote:\n> Hello', ''],
    ['words below the quote', 'On 4 May 2026 Acme wrote:\n> It left.\n\nIt never came.', 'It never came.'],
    [
      'a wrapped opener',
      'Still no.\n\nOn Mon, 4 May 2026 at 09:12, Acme <help@acme.example>\nwrote:\n> Hi',
      'Still no.',
    ],
    ['an opener in another language', 'Nein.\n\n2026年5月4日(月) 9:12 Acme <help@acme.example>:\n> Hi', 'Nein.'],
    ['an opener without a date', 'On Monday I wrote:\nnobody answered', 'On Monday I wrote:\nnobody answered'],
    ['words that only look like one', 'On Monday I wrote: nobody answered me', 'On Monday I wrote: nobody answered me'],
    ['a header word in a sentence', 'From: the shop\nit came late', 'From: the shop\nit came late'],
  ])('%s', (_name, text, expected) => {
    expect(withoutQuotes(text)).toBe(expected);
  });
});

describe('firstName', () => {
  it.each([
    ['Priya Raman', 'Priya'],
    ['Raman, Priya', 'Priya'],
    ['Dr. Priya Raman', 'Priya'],
    ['Anne-Marie O’Neill', 'Anne-Marie'],
    ['李 伟', '李 伟'],
    ['PRIYA RAMAN', 'Priya'],
    ['priya raman', 'Priya'],
    ['Priya Raman, PhD', 'Priya'],
    ['Acme, Inc.', undefined],
    ['P. Raman', undefined],
    ['priya@example.com', undefined],
    ['+44 20 7946 0000', undefined],
    ['', undefined],
  ])('%s', (name, expected) => {
    expect(firstName(name)).toBe(expected);
  });
});

describe('hostFor', () => {
  const at = (address: string) => hostFor(new URL(address) as unknown as Location).id;
  it.each([
    ['https://acme.zendesk.com/agent/tickets/1', 'zendesk'],
    ['https://mail.google.com/mail/u/0/#inbox', 'gmail'],
    ['https://app.eu.intercom.com/a/inbox/x/inbox/conversation/1', 'intercom'],
    ['https://zendesk.com.evil.example/agent/tickets/1', 'generic'],
    ['https://notzendesk.com/agent/tickets/1', 'generic'],
  ])('%s', (address, id) => expect(at(address)).toBe(id));
});
