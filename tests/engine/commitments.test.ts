import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();
/** A Thursday. */
const now = '2025-05-01T10:30:00Z';

function commitmentsOf(draft: string, clock?: string) {
  return coach(draft, {}, banks, clock ? { now: clock } : {}).commitments.map(({ span, due, dueSpan }) => ({
    text: draft.slice(span.start, span.end),
    due,
    dueText: dueSpan && draft.slice(dueSpan.start, dueSpan.end),
  }));
}

describe('commitments', () => {
  it.each([
    ["I'll call you on Friday.", "I'll call you on Friday", '2025-05-02', 'on Friday'],
    ["I'll call you on Thursday.", "I'll call you on Thursday", '2025-05-08', 'on Thursday'],
    ['We will refund it tomorrow.', 'We will refund it tomorrow', '2025-05-02', 'tomorrow'],
    ["I'll write to you by 5pm today.", "I'll write to you by 5pm today", '2025-05-01T17:00', 'by 5pm today'],
    ["I'll message you at 10:15.", "I'll message you at 10:15", '2025-05-01T10:15', 'at 10:15'],
    ['We will reply within 24 hours.', 'We will reply within 24 hours', '2025-05-02T10:30', 'within 24 hours'],
    ['We will reply within 3 days.', 'We will reply within 3 days', '2025-05-04', 'within 3 days'],
    ["I'll ring you on 3 January.", "I'll ring you on 3 January", '2026-01-03', 'on 3 January'],
  ])('%s', (draft, text, due, dueText) => {
    expect(commitmentsOf(draft, now)).toEqual([{ text, due, dueText }]);
  });

  it('has no due date without a clock, and still shows where it stands', () => {
    expect(commitmentsOf("I'll call you on Friday.")).toEqual([
      { text: "I'll call you on Friday", due: undefined, dueText: 'on Friday' },
    ]);
  });

  it('reads two promises of one sentence', () => {
    const draft = "I'll send the label today and I'll call you on Friday.";
    expect(commitmentsOf(draft, now).map(({ text, due }) => [text, due])).toEqual([
      ["I'll send the label today", '2025-05-01'],
      ["I'll call you on Friday", '2025-05-02'],
    ]);
  });

  it.each([
    'You need to call us on Friday.',
    'Shall I call you on Friday?',
    'We opened on Friday.',
    "I won't call you on Friday.",
  ])('leaves alone: %s', (draft) => {
    expect(commitmentsOf(draft, now)).toEqual([]);
  });
});
