import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMask } from '../../../lib/audit/import/mask';
import { maskNumbers } from '../../../lib/audit/import/mask-numbers';
import { reviewRow } from '../../../lib/audit/review-row';
import { builtInBanks } from '../../../lib/phrasebank/built-in';

describe('maskNumbers', () => {
  it.each([
    ['Write to priya.raman+home@mail.example.co.uk.', 'Write to name@example.com.'],
    ['Call +49 170 1234567 or (555) 123-4567.', 'Call +00 000 0000000 or (000) 000-0000.'],
    ['Call 0170/1234567, 00491701234567, 555-123-4567', 'Call 0000/0000000, 00000000000000, 000-000-0000'],
    ['Card 4111 1111 1111 1111 and 5500000000000004', 'Card 0000 0000 0000 0000 and 0000000000000000'],
    ['To DE89 3704 0044 0532 0130 00, please', 'To DE00 0000 0000 0000 0000 00, please'],
  ])('masks %s', (text, masked) => expect(maskNumbers(text)).toBe(masked));

  it.each([
    'Order #48213, order 123456789, parcel 1Z999AA10123456784',
    'Order 302-1234567-1234567 of 2026-03-01 14:05',
    'It cost 1,299.00 on 31/12/2026, between 10:00 and 12:30.',
    'Size 38, 2 x 40 W, 1000000',
    'No number at all',
  ])('leaves %s', (text) => expect(maskNumbers(text)).toBe(text));
});

describe('createMask', () => {
  const reply = {
    id: '1',
    draft: 'Hi Priya,\n\nYour order 48213 is here, Ms. Raman. Anna sent it to priya@example.com.\n\nBest,\nAnna Berg',
    conversation: {
      customer: 'Hi Anna, where is it? will you call +49 170 1234567?\nPriya Raman',
      customerName: 'Priya',
      agentName: 'Anna',
    },
    agent: 'Anna Berg',
  };
  const names = { agent: 'Anna Berg', customer: 'Priya Raman' };

  it('masks customers, and leaves agents', () => {
    expect(createMask('customers').reply(reply, names)).toEqual({
      id: '1',
      draft: 'Hi Alex,\n\nYour order 48213 is here, Ms. Alex. Anna sent it to name@example.com.\n\nBest,\nAnna Berg',
      conversation: {
        customer: 'Hi Anna, where is it? will you call +00 000 0000000?\nAlex',
        customerName: 'Alex',
        agentName: 'Anna',
      },
      agent: 'Anna Berg',
    });
  });

  it('masks everyone', () => {
    const masked = createMask('everyone').reply(reply, names);
    expect(JSON.stringify(masked)).not.toMatch(/Priya|Raman|Anna|Berg|1234567/i);
    expect(masked).toMatchObject({ agent: 'Agent 1', conversation: { customerName: 'Alex', agentName: 'Robin' } });
  });

  it('calls an agent the same through a run, and the same in every reading of it', () => {
    const agents = ['Anna', 'Bo', 'Anna', 'Cy'];
    const once = () => {
      const mask = createMask('everyone');
      return agents.map((agent) => mask.reply({ ...reply, agent }, { ...names, agent }).agent);
    };
    expect(once()).toEqual(['Agent 1', 'Agent 2', 'Agent 1', 'Agent 3']);
    expect(once()).toEqual(once());
  });

  it('finds the names that a message itself tells', () => {
    const mask = createMask('everyone');
    const masked = (draft: string) => mask.reply({ id: '1', draft }, { agent: '', customer: '' }).draft;
    expect(masked('Dear Ms Amadi,\n\nIt is here.\n\nKind regards,\nJ. Doyle')).toBe(
      'Dear Ms Alex,\n\nIt is here.\n\nKind regards,\nRobin',
    );
    expect(masked('hi Kim, it is here')).toBe('hi Alex, it is here');
    for (const draft of [
      'Good Morning,\nit is here.',
      'Dear Customer,\nit is here.',
      'Hello,\n\nIt is here.\n\nBest,\nSupport Team',
    ]) {
      expect(masked(draft)).toBe(draft);
    }
  });

  it('tells a name from the word', () => {
    const mask = createMask('customers');
    const masked = mask.reply(
      { id: '1', draft: 'Hi Will,\n\nWill you be in? I hope Will is.' },
      { agent: '', customer: 'Will May' },
    );
    expect(masked.draft).toBe('Hi Alex,\n\nWill you be in? I hope Alex is.');
  });

  it('masks messages on their way into conversations', () => {
    const message = {
      line: 2,
      ticket: '7',
      from: 'customer' as const,
      text: 'I am Priya',
      at: '',
      customerName: 'Priya Raman',
    };
    expect(createMask('customers').message(message, names)).toMatchObject({ text: 'I am Alex', customerName: 'Alex' });
    expect(createMask(false).message(message, names)).toBe(message);
  });

  it('hardly changes a review', () => {
    const mask = createMask('everyone');
    const lines = readFileSync(new URL('../../corpus/authored.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    let [findings, changed, masked] = [0, 0, 0];
    for (const line of lines) {
      const { id, draft, customer, channel } = JSON.parse(line);
      const given = { id, draft, conversation: { customer, channel } };
      const other = mask.reply(given, { agent: '', customer: '' });
      if (other.draft === draft) continue;
      masked++;
      const [before, after] = [given, other].map((each) =>
        reviewRow(each, builtInBanks(), { suggestions: false }).findings.map(
          ({ rule, severity }) => `${rule} ${severity}`,
        ),
      ) as [string[], string[]];
      findings += before.length;
      changed += before.filter((finding) => !after.includes(finding)).length;
      changed += after.filter((finding) => !before.includes(finding)).length;
    }
    expect(masked).toBeGreaterThan(60);
    expect(changed / findings).toBeLessThanOrEqual(0.01);
  }, 120_000);
});
