import { expect, it } from 'vitest';
import { addressOf, readAddress } from '../../lib/practice/address';
import { createDesk } from '../../lib/practice/desk';
import { TICKETS } from '../../lib/practice/tickets';

const [first, second, third] = TICKETS;
if (!first || !second || !third) throw new Error('three tickets are needed');

it('reads what the address asks for', () => {
  expect(readAddress('', TICKETS)).toEqual({ ticket: first, unknown: null, introduction: true });
  expect(readAddress(`?ticket=${third.id}&intro=off`, TICKETS)).toEqual({
    ticket: third,
    unknown: null,
    introduction: false,
  });
  expect(readAddress('?ticket=nowhere', TICKETS)).toEqual({ ticket: first, unknown: 'nowhere', introduction: true });
});

it('gives an address that opens the same ticket, and keeps the rest', () => {
  const address = addressOf(third, `?ticket=${first.id}&intro=off`);
  expect(address).toBe(`?ticket=${third.id}&intro=off`);
  expect(readAddress(addressOf(second, ''), TICKETS).ticket).toBe(second);
});

it('marks a ticket as a draft, as practised, and as a draft again', () => {
  const desk = createDesk(TICKETS, first);
  desk.typed(first.id, true);
  expect(desk.progress.value).toEqual({});
  desk.typed(first.id, false);
  expect(desk.progress.value).toEqual({ [first.id]: 'draft' });
  desk.sent(first.id);
  expect(desk.progress.value).toEqual({ [first.id]: 'sent' });
  desk.typed(first.id, false);
  expect(desk.progress.value).toEqual({ [first.id]: 'draft' });
  desk.typed(first.id, true);
  expect(desk.progress.value).toEqual({});
});

it('goes on to the next ticket that was not practised, around the end', () => {
  const three = [first, second, third];
  const desk = createDesk(three, third);
  expect(desk.next()).toBe(first);
  desk.sent(second.id);
  expect(desk.next()).toBe(third);
  expect(desk.current.value).toBe(third);
  desk.sent(first.id);
  desk.sent(third.id);
  expect(desk.next()).toBe(first);
});

it('leaves the open ticket as it is when an id is unknown', () => {
  const desk = createDesk(TICKETS, second);
  desk.open('nowhere');
  expect(desk.current.value).toBe(second);
  desk.open(third.id);
  expect(desk.current.value).toBe(third);
});
