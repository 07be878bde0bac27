import { expect, test } from 'vitest';
import { reviewRow, UnreadableReply } from '../../lib/audit/review-row';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const review = (line: Omit<Parameters<typeof reviewRow>[0], 'id'>) =>
  reviewRow({ id: 'a', ...line }, builtInBanks(), { suggestions: false });

test.each([
  ['a reply of ten megabytes', { draft: 'word '.repeat(2_000_000) }],
  ['a picture pasted as text', { draft: `See ${'x'.repeat(20_000)}` }],
  ['a customer’s log file', { draft: 'Thanks.', customer: 'line '.repeat(20_000) }],
  [
    'the same further up',
    { draft: 'Thanks.', conversation: { earlier: [{ from: 'customer' as const, text: 'l '.repeat(30_000) }] } },
  ],
])('%s is refused at once', (_name, line) => {
  expect(() => review(line)).toThrow(UnreadableReply);
});

test('a very long reply is read', () => {
  const draft = 'Thanks for the details, Priya. Your parcel is on its way to you now.\n'.repeat(60);
  expect(review({ draft }).mood).toBe('calm');
});
