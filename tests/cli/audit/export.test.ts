import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { csvLine } from '../../../lib/audit/csv-line';
import { audit } from '../run';

vi.setConfig({ testTimeout: 120_000 });

const BAD = 'You should have read the terms.';
const FINE = 'Thanks, Priya. Your parcel is on its way.';
const ANGRY = 'This is the third time my router has failed and I am furious. When will it work?';
const CALM = 'Could you tell me where my parcel is just now?';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reframe-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const csv = (...rows: string[][]) => rows.map((row) => csvLine(row)).join('');
const principles = (row: { findings: { principle: string }[] }) => row.findings.map(({ principle }) => principle);

const REPLIES = csv(
  ['Reply ID', 'Ticket ID', 'Customer message', 'Agent reply', 'Agent', 'Team', 'Channel', 'Date'],
  ['r1', 'T1', ANGRY, BAD, 'Ann', 'North', 'email', '2026-03-01 10:00'],
  ['r2', 'T2', CALM, FINE, 'Bob', 'South', 'chat', '2026-03-02 10:00'],
);

describe('an export', () => {
  test('of replies gives a row for each, with what is known of it', async () => {
    const { code, rows, err } = await audit([file('replies.csv', REPLIES)]);
    expect(code).toBe(0);
    expect(rows[0]).toMatchObject({ id: 'r1', mood: 'upset', ticket: 'T1', agent: 'Ann', team: 'North' });
    expect(rows[0].at).toMatch(/^2026-03-01T10:00/);
    expect(principles(rows[0])).toContain('blame');
    expect(rows[1]).toMatchObject({ id: 'r2', agent: 'Bob' });
    expect(err).toContain('draft=Agent reply');
  });

  test('reads the same from standard input, from tabs, from JSON, from JSON lines and in threads', async () => {
    const { out } = await audit([file('same.csv', REPLIES)]);
    const records = parse(REPLIES, { columns: true }) as Record<string, string>[];
    const tabs = [Object.keys(records[0] ?? {}), ...records.map(Object.values)].map((row) => row.join('\t')).join('\n');
    expect((await audit(['-', '--from', 'csv'], REPLIES)).out).toBe(out);
    expect((await audit([file('same.json', JSON.stringify(records))])).out).toBe(out);
    const lines = file('same.jsonl', records.map((each) => JSON.stringify(each)).join('\n'));
    expect(
      (await audit([lines, '--columns', 'draft=Agent reply,customer=Customer message,id=Reply ID'])).rows[0],
    ).toMatchObject({ id: 'r1', mood: 'upset' });
    expect((await audit([file('same.tsv', tabs)])).out).toBe(out);
    expect((await audit([file('again.csv', REPLIES), '--workers', '2'])).out).toBe(out);
  });

  test('of messages gives conversations, by ticket and in order of time', async () => {
    const messages = csv(
      ['Ticket ID', 'Message ID', 'Author type', 'Message', 'Agent', 'Created at'],
      ['T2', 'm3', 'agent', FINE, 'Bob', '2026-03-02 11:00'],
      ['T1', 'm1', 'customer', ANGRY, '', '2026-03-01 10:00'],
      ['T2', 'm2', 'customer', CALM, '', '2026-03-02 10:00'],
      ['T1', 'm4', 'agent', BAD, 'Ann', '2026-03-01 11:00'],
    );
    const { code, rows, err } = await audit([file('messages.csv', messages)]);
    expect(code).toBe(0);
    expect(rows.map(({ id, mood, ticket }) => [ticket, id, mood])).toEqual([
      ['T1', 'm4', 'upset'],
      ['T2', 'm3', 'calm'],
    ]);
    expect(err).toContain('2 rows gave no reply: 2 by customers.');
    const { rows: read } = await audit([file('read.csv', messages), '--to', 'replies']);
    expect(read[0]).toMatchObject({
      id: 'm4',
      draft: BAD,
      conversation: { customer: ANGRY },
    });
  });

  test('whose reply is in no known column says what to do', async () => {
    const odd = file('odd.csv', 'a,b\n1,2\n');
    await expect(audit([odd])).rejects.toThrow(/--columns draft=Reply.*“a”, “b”/);
    const named = audit([file('reply.csv', REPLIES), '--columns', 'draft=Answer']);
    await expect(named).rejects.toThrow(/no column “Answer”/);
  });

  test('is masked where that is asked for', async () => {
    const mail = csv(['id', 'reply'], ['1', `${BAD} Write to ann@shop.example, Priya.`]);
    const { out } = await audit([file('mask.csv', mail), '--mask', 'everyone', '--to', 'replies']);
    expect(out).not.toContain('ann@shop.example');
  });

  test('that is hostile costs its own rows and no others', async () => {
    const hostile = Buffer.concat([
      Buffer.from('\ufeffid,customer message,reply\r\n'),
      Buffer.from(`=1+1,"=HYPERLINK(""https://x.example"")","${BAD}\r\n""Really"", she said."\r\n`),
      Buffer.from(csv(['long', 'Hi', 'word '.repeat(400_000)])),
      Buffer.from('short\n'),
      Buffer.from(csv(['last', CALM, FINE])),
    ]);
    const path = file('hostile.csv', hostile);
    const { code, rows } = await audit([path]);
    expect(code).toBe(1);
    expect(rows[0]).toMatchObject({ id: '=1+1' });
    expect(rows.at(-1)).toMatchObject({ id: 'last', mood: 'calm' });
    expect(rows.filter((row) => 'error' in row)).toMatchObject([{ error: expect.stringMatching(/^line 4: .*longer/) }]);
    const { out } = await audit([path, '--to', 'csv']);
    const table = parse(out.slice(1), { columns: true }) as Record<string, string>[];
    expect(table[0]).toMatchObject({ id: "'=1+1" });
    expect(table.filter(({ error }) => error)).toHaveLength(1);
  });
});

describe('--to', () => {
  test('csv is a row a reply, findings a row a finding', async () => {
    const path = file('tables.csv', REPLIES);
    const { out: replies } = await audit([path, '--to', 'csv']);
    expect(replies.startsWith('\ufeff')).toBe(true);
    const [first, second] = parse(replies.slice(1), { columns: true }) as Record<string, string>[];
    expect(first).toMatchObject({ id: 'r1', agent: 'Ann', channel: 'email', mood: 'upset' });
    expect(Number(first?.high) + Number(first?.medium)).toBeGreaterThan(0);
    expect(first?.principles).toContain('blame');
    expect(second).toMatchObject({ id: 'r2', channel: 'chat' });
    const { out: findings } = await audit([path, '--to', 'findings']);
    const blame = (parse(findings.slice(1), { columns: true }) as Record<string, string>[]).find(
      ({ id, principle }) => id === 'r1' && principle === 'blame',
    );
    expect(blame?.quote).not.toBe('');
    expect(blame?.suggestion).not.toBe('');
  });

  test('a report of an export names its agents nowhere', async () => {
    const report = join(folder, 'report.html');
    expect((await audit([file('report.csv', REPLIES), '--report', report])).code).toBe(0);
    expect(readFileSync(report, 'utf8')).toContain('2 replies read.');
  });
});
