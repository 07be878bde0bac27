import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { suggest } from '../../lib/engine/suggest';
import { keepsVerbatim, verbatimIn } from '../../lib/engine/verbatim';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();
const read = (draft: string) => coach(draft, { customer: 'Where is my parcel?' }, banks);

describe('verbatimIn', () => {
  it.each([
    ['{{ticket.requester.first_name}}'],
    ['{{ first_name | fallback:"there" }}'],
    ['{{{raw}}}'],
    ['{% if ticket.priority %}'],
    ['{%customer.firstName,fallback=there%}'],
    ['{!Contact.FirstName}'],
    [['$', '{Contacts.First Name}'].join('')],
    ['<<First Name>>'],
    ['%FIRST_NAME%'],
    ['{first_name}'],
    ['`you must FORCE`'],
    ['returns+uk@shop.example'],
    ['https://shop.example/you-must?soon=1'],
  ])('%s', (one) => {
    const text = `Hi, ${one}, thanks.`;
    expect(verbatimIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([one]);
  });

  it.each(['50% of 100%', 'a < b and c > d', 'thanks.we did', 'it costs {', '5.5 or 6/7'])('nothing in “%s”', (text) =>
    expect(verbatimIn(text)).toEqual([]),
  );
});

describe('keepsVerbatim', () => {
  it('asks for every placeholder, as often and to the letter', () => {
    expect(keepsVerbatim('{{a}} and {{a}}', 'and {{a}}, {{a}}')).toBe(true);
    expect(keepsVerbatim('{{a}} and {{a}}', 'and {{a}}')).toBe(false);
    expect(keepsVerbatim('{{NAME}}', '{{name}}')).toBe(false);
  });
});

describe('a draft', () => {
  const QUIET = [
    'Hi {{unfortunately.you.must}}, your parcel left today.',
    'Hi Ann, {{you must send}} is on its way.',
    'Hi Ann, see https://acme.example/unfortunately/you-must-send?soon=asap for details.',
    'Hi Ann, write to unfortunately.you-must@acme.example for details.',
    'Hi Ann, run `you must FORCE` on it.',
    'Hi Ann,\n> You must send the receipt.\n> Unfortunately we can’t help.\nIt is here.',
    'Hi Ann,\n```\nYOU MUST FAIL!!!\n```\nThat shows it.',
    'Hi Ann, it is here.\nBest,\nTom\n-- \nYou must read our terms.',
  ];
  it.each(QUIET)('has no phrase at fault in what is not its own: %s (complaint 14)', (draft) => {
    expect(read(draft).findings.filter(({ span }) => span)).toEqual([]);
  });

  it('is coached beside it all the same', () => {
    const draft = 'Hi {{name}}, you must send it. It will be done soon.\n> You must.';
    const spans = read(draft).findings.flatMap(({ span }) => (span ? draft.slice(span.start, span.end) : []));
    expect(spans.some((text) => text.includes('you must'))).toBe(true);
    expect(spans.join()).not.toContain('{{');
  });

  it.each([
    'You must write to {{ticket.requester.email}} or see https://acme.example/soon before we can help.',
    "Unfortunately we can't refund {{order.total}} until you send {{FORM_NAME}} to returns@acme.example.",
    '{{ticket.requester.first_name}}, you failed to include {{document}}. CALL US ON {{PHONE}} NOW!!!',
    'Thanks for your patience {{first_name}}. We will get back to you about `order.total` soon.',
  ])('is rewritten around it: %s', (draft) => {
    const review = read(draft);
    const edits = review.findings.flatMap(({ id }) => suggest(review, id));
    expect(edits.length).toBeGreaterThan(0);
    for (const { start, end, text } of edits)
      expect(keepsVerbatim(draft, draft.slice(0, start) + text + draft.slice(end)), text).toBe(true);
  });
});
