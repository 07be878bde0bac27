import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { suggest } from '../../lib/engine/suggest';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();
const read = (draft: string, kind: 'note' | 'reply' = 'note') => coach(draft, { kind, customerName: 'Priya' }, banks);
const blamed = (draft: string) =>
  read(draft).findings.flatMap(({ principle, span }) =>
    principle === 'blame' && span ? [draft.slice(span.start, span.end)] : [],
  );

describe('blame in an internal note', () => {
  it.each([
    ['The customer failed to read the terms.', 'The customer failed to read'],
    ['She should have checked the email.', 'She should have checked'],
    ['Priya claims that she returned it.', 'Priya claims that'],
    ['Spoke to the cx. They ignored the manual.', 'They ignored'],
    ['The client has not provided any proof.', 'The client has not provided'],
  ])('is seen where it is about the customer: %s', (draft, span) => {
    expect(blamed(draft).join()).toContain(span);
  });

  it.each([
    'You forgot to tag this one, please do it next time.',
    'The courier failed to scan it. They forgot the label.',
    'Sam from the warehouse left it, he should have checked.',
    'We failed to ship it.',
    'Priya has paid and sent the form.',
  ])('is nobody else’s: %s', (draft) => {
    expect(blamed(draft)).toEqual([]);
  });

  it('is what a reply says to the customer, as before', () => {
    const principles = read('You forgot to include the form.', 'reply').findings.map(({ principle }) => principle);
    expect(principles).toContain('blame');
  });

  it('has no rewrite that speaks to the customer', () => {
    const review = read('The customer failed to read the terms. Priya claims that she returned it.');
    const edits = review.findings.flatMap(({ id }) => suggest(review, id));
    for (const { text } of edits) expect(text).not.toMatch(/\byour?\b/i);
  });
});

it('a note that is left alone has nothing marked in it, not even its gaps', () => {
  const review = coach('CALM DOWN!!! Call by [day].', { kind: 'note' }, banks, { notes: 'off' });
  expect([review.findings, review.gaps, review.commitments]).toEqual([[], [], []]);
});
