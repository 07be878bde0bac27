import { describe, expect, it, vi } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { PatternIndex } from '../../lib/engine/pattern/pattern-index';
import { compileBuiltIn } from '../../lib/phrasebank/built-in';

describe('typing in one sentence', () => {
  it('matches only that sentence again', () => {
    const banks = compileBuiltIn();
    const conversation = { customer: 'Where is my parcel? I waited all day.' };
    coach('Hi Ann, it is on its way. We will call you on Monday. All the best, Tom', conversation, banks);
    const matched = vi.spyOn(PatternIndex.prototype, 'matches');
    coach('Hi Ann, it is on its way. We will call you on Friday. All the best, Tom', conversation, banks);
    const texts = new Set(matched.mock.calls.map(([reading]) => reading.text));
    matched.mockRestore();
    expect([...texts]).toEqual(['We will call you on Friday.']);
  });

  it('gives the same review whatever was read before', () => {
    const draft = "Hi Ann,\n\nUnfortunately we can't refund it. You should have read the terms!!!\n\nBest,\nTom";
    const conversation = { customer: 'I want my money back. This is a disgrace.' };
    const warm = compileBuiltIn();
    for (const prefix of ['Hi', 'Hi Ann,\n\nUnfortunately we', draft]) coach(prefix, conversation, warm);
    expect(coach(draft, conversation, warm)).toEqual(coach(draft, conversation, compileBuiltIn()));
  });
});
