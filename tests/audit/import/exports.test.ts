import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { repliesOfTicket } from '../../../lib/audit/import/conversations';
import { recognise } from '../../../lib/audit/import/recognise';
import { createRowReader, type Message } from '../../../lib/audit/import/row-reader';
import type { SourceFormat } from '../../../lib/audit/model';
import { rowsOf } from './helpers';

const folder = fileURLToPath(new URL('../exports/', import.meta.url));
const NAMES: Record<string, string> = {
  zendesk: 'Zendesk',
  intercom: 'Intercom',
  gorgias: 'Gorgias',
  freshdesk: 'Freshdesk',
  helpscout: 'Help Scout',
};

async function importFile(file: string) {
  const [name = '', format] = file.split('.') as [string, SourceFormat];
  const { rows, faults } = await rowsOf(readFileSync(folder + file), format);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
  const recognised = recognise(
    columns,
    rows.map((row) => row.cells),
  );
  const read = createRowReader({ mapping: recognised.mapping, mask: false });
  const readings = rows.map(read);
  const messages = readings.flatMap((reading) => ('message' in reading ? [reading.message] : []));
  return { name, recognised, faults, readings, messages, ...repliesOfTicket(messages as Message[]) };
}

describe('exports of helpdesks', () => {
  it.each(readdirSync(folder))('recognises %s and puts its messages together', async (file) => {
    const { name, recognised, faults, readings, messages, replies, leftOut } = await importFile(file);
    expect(recognised.helpdesk).toBe(NAMES[name]);
    expect(recognised.mapping.shape).toBe('messages');
    expect(faults).toEqual([]);
    expect(readings.filter((reading) => 'fault' in reading)).toEqual([]);
    expect(readings).toContainEqual({ leftOut: 'note' });
    expect(leftOut.customer).toBe(messages.length - 1);
    expect(replies).toHaveLength(1);
    const [reply] = replies;
    expect(reply?.draft).toMatch(/^Hi Priya,\s+unfortunately I can't say\.(\n\nBest,\nAnna)?$/i);
    expect(reply?.conversation?.customer?.replace(/\s+/g, ' ')).toBe(
      'My lamp was due last Thursday. When will it come?',
    );
    expect(reply?.conversation).toMatchObject({
      customerName: 'Priya',
      ...(name !== 'zendesk' && { agentName: 'Anna' }),
    });
    expect(reply?.conversation?.earlier).toBeUndefined();
    expect(reply?.at).toBe('2026-03-02T09:00:00.000Z');
    expect(reply?.agent).toMatch(/^Anna/);
  });

  it('leaves bots and what the helpdesk did by itself out', async () => {
    expect((await importFile('intercom.csv')).readings).toContainEqual({ leftOut: 'bot' });
    expect((await importFile('intercom.csv')).readings).toContainEqual({ leftOut: 'automatic' });
    expect((await importFile('intercom.json')).readings).toContainEqual({ leftOut: 'bot' });
    expect((await importFile('helpscout.json')).readings).toContainEqual({ leftOut: 'automatic' });
  });

  it('keeps the way back to the ticket', async () => {
    const link = async (file: string) => (await importFile(file)).replies[0]?.link;
    expect(await link('zendesk.json')).toBe('https://lumenlamps.zendesk.com/agent/tickets/48213');
    expect(await link('zendesk.csv')).toBe('https://lumenlamps.zendesk.com/agent/tickets/48213');
    expect(await link('intercom.csv')).toBe('https://app.intercom.com/a/inbox/lumen/inbox/conversation/215001');
    expect(await link('helpscout.json')).toBe('https://secure.helpscout.net/conversation/77001/345');
    expect(await link('gorgias.json')).toBeUndefined();
  });

  it('knows ticket, team and channel', async () => {
    expect((await importFile('zendesk.json')).replies[0]).toMatchObject({
      ticket: '48213',
      team: 'Parcels',
      conversation: { channel: 'email' },
    });
    expect((await importFile('intercom.csv')).replies[0]).toMatchObject({
      ticket: '215001',
      team: 'Parcels',
      conversation: { channel: 'chat' },
    });
    expect((await importFile('gorgias.json')).replies[0]?.ticket).toBe('9001');
    expect((await importFile('freshdesk.json')).replies[0]?.ticket).toBe('5501');
    expect((await importFile('helpscout.json')).replies[0]?.ticket).toBe('345');
  });
});
