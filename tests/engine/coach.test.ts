import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import type { CoachOptions, Conversation, Review } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();
const customer =
  'My order #48213 was meant to arrive last Thursday and nobody answers. I am really disappointed. When will it come?';
const bad =
  "I understand your frustration. Unfortunately I can't refund the shipping. You failed to include the receipt!!!";
const read = (draft: string, conversation: Conversation = { customer }, options: CoachOptions = {}): Review =>
  coach(draft, conversation, banks, options);
const principles = (review: Review) => review.findings.map(({ principle }) => principle);

describe('a review', () => {
  it('finds what the customer would feel, the worst first', () => {
    const review = read(bad);
    expect(principles(review)).toEqual(
      expect.arrayContaining(['negative-phrasing', 'blame', 'hollow-empathy', 'shouting']),
    );
    const rank = { high: 0, medium: 1, low: 2 };
    const order = review.findings.map(({ severity }) => rank[severity]);
    expect(order).toEqual([...order].sort());
    expect(review.mood.id).toBe('upset');
    expect(review.questions).toEqual([{ span: expect.any(Object), answered: expect.any(Boolean) }]);
    expect(review.scorecard.score).toBeLessThan(50);
  });

  it('quotes the draft by its spans', () => {
    for (const { span, principle } of read(bad).findings) {
      if (span) expect(bad.slice(span.start, span.end).trim(), principle).not.toBe('');
    }
  });

  it('keeps the id of a finding while its sentence stands', () => {
    const id = (draft: string) => read(draft).findings.find(({ principle }) => principle === 'blame')?.id;
    expect(id(bad)).toBeDefined();
    expect(id(`Hi Priya,\n\n${bad} Best, Tom`)).toBe(id(bad));
    expect(id(bad.replace('receipt', 'invoice'))).not.toBe(id(bad));
  });

  it('says nothing about an empty draft', () => {
    for (const draft of ['', ' \n ', '\n']) {
      expect(read(draft).findings).toEqual([]);
      expect(read(draft).strengths).toEqual([]);
    }
  });

  it('is empty for a draft in a language without banks', () => {
    const review = read(
      'Hola Priya, lamentablemente no podemos devolver el dinero del envío hasta que llegue el paquete. Un saludo, Tomás',
    );
    expect(review.language).toBe('und');
    expect(review.findings).toEqual([]);
  });

  it('lists an open gap, which is no finding and costs nothing', () => {
    const filled = read("Hi Priya,\n\nI'm sorry the parcel is late. I'll call you by 5 pm today.\n\nBest, Tom");
    const open = read("Hi Priya,\n\nI'm sorry the parcel is late. I'll call you by [day, time].\n\nBest, Tom");
    expect(open.gaps.map(({ name }) => name)).toEqual(['day, time']);
    expect(open.scorecard.score).toBe(filled.scorecard.score);
    expect(principles(open)).toEqual(principles(filled));
  });

  it.each(['[1]', '[INC-204]', '[link](https://x.example)', 'arr[0]'])('takes %s for no gap', (text) => {
    expect(read(`Hi Priya, see ${text} for it.`).gaps).toEqual([]);
  });
});

describe('options', () => {
  it('switch a principle off, or one rule', () => {
    expect(principles(read(bad, { customer }, { off: { principles: ['blame'] } }))).not.toContain('blame');
    const rule = read(bad).findings.find(({ principle }) => principle === 'blame')?.rule as string;
    const rules = read(bad, { customer }, { off: { rules: [rule] } }).findings.map((finding) => finding.rule);
    expect(rules).not.toContain(rule);
    expect(rules).toContain(read(bad).findings.find(({ principle }) => principle === 'shouting')?.rule);
  });

  it('set the severity of a principle, and of a rule before that', () => {
    const rule = read(bad).findings.find(({ principle }) => principle === 'blame')?.rule as string;
    const severityOf = (options: CoachOptions) =>
      read(bad, { customer }, options).findings.find((finding) => finding.rule === rule)?.severity;
    expect(severityOf({ severity: { blame: 'low' } })).toBe('low');
    expect(severityOf({ severity: { blame: 'low', [rule]: 'medium' } })).toBe('medium');
  });

  it('make a hint of a rule that the agent left again and again', () => {
    const rule = read(bad).findings.find(({ principle }) => principle === 'blame')?.rule as string;
    const severityOf = (...quiet: string[]) =>
      read(bad, { customer }, { quiet }).findings.find((finding) => finding.rule === rule)?.severity;
    expect(severityOf('jargon/other')).toBe('high');
    expect(severityOf('jargon/other', rule)).toBe('low');
  });

  it('read an internal note for respect only, or not at all', () => {
    const note: Conversation = { customer, kind: 'note' };
    const allowed = ['blame', 'dismissive', 'shouting'];
    const found = principles(read(bad, note, { notes: 'respect' }));
    expect(found.length).toBeGreaterThan(0);
    for (const principle of found) expect(allowed).toContain(principle);
    expect(read(bad, note, { notes: 'off' }).findings).toEqual([]);
  });
});
