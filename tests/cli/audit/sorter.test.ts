import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Message } from '../../../lib/audit/import/row-reader';
import { TicketSorter } from '../../../lib/cli/audit/sorter';

const message = (line: number): Message => ({
  line,
  ticket: `T${(line * 7) % 40}`,
  at: '',
  from: line % 2 ? 'agent' : 'customer',
  text: `Message ${line}, “quoted”\nand\u2028broken. 🙂`,
});
const messages = Array.from({ length: 400 }, (_, line) => message(line));
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('reframe-audit-')).length;

async function tickets(sorter: TicketSorter): Promise<Message[][]> {
  for (const each of messages) sorter.add(each);
  const list: Message[][] = [];
  for await (const ticket of sorter.tickets()) list.push(ticket);
  return list;
}

test('tickets come whole, by their ids, their messages as in the file', async () => {
  const sorter = new TicketSorter();
  const list = await tickets(sorter);
  expect(list.flat().length).toBe(400);
  const ids = list.map(([first]) => first?.ticket as string);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  for (const ticket of list) {
    const lines = ticket.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  }
  expect([sorter.added, sorter.given]).toEqual([400, 400]);
});

test('the same through files, which are gone afterwards', async () => {
  const before = folders();
  const sorter = new TicketSorter(10_000);
  const list = await tickets(sorter);
  expect(folders()).toBe(before + 1);
  sorter.remove();
  expect(folders()).toBe(before);
  expect(list).toEqual(await tickets(new TicketSorter()));
});
