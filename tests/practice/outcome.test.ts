import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Review } from '../../lib/engine/types';
import type { Snapshot } from '../../lib/messages';
import { readiness } from '../../lib/practice/readiness';
import { createSending } from '../../lib/practice/sending';
import { sameWords } from '../../lib/practice/words';
import { levelOf, outcomeOf } from '../../lib/ui/outcome';

const DRAFT = 'Hi Ana,\n\nI will write soon. Your bike arrives on [day].';
const at = (text: string) => ({ start: DRAFT.indexOf(text), end: DRAFT.indexOf(text) + text.length });
const finding = (id: string, text: string | null) => ({
  id,
  principle: 'vague-time' as const,
  rule: 'vague-time/soon',
  span: text === null ? null : at(text),
  severity: 'medium' as const,
  message: 'Say when.',
  why: [],
});

const review: Review = {
  language: 'en',
  mood: { id: 'calm', evidence: [] },
  questions: [],
  findings: [finding('one', 'soon'), finding('two', null)],
  strengths: [
    { id: 'warm-greeting', span: null },
    { id: 'warm-greeting', span: at('Hi Ana') },
    { id: 'clear-next-step', span: at('Your bike arrives') },
  ],
  steps: [],
  scorecard: {
    score: 71,
    criteria: {
      greeting: 1,
      empathy: null,
      comprehension: 0.92,
      ownership: null,
      solution: 0.92,
      'next-step': 0.47,
      'plain-words': 0.92,
      tone: 0.1,
      closing: 0.92,
    },
  },
  commitments: [{ span: at('I will write soon'), what: 'write', dueSpan: at('soon') }],
  gaps: [{ ...at('[day]'), name: 'day' }],
};

const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  status: 'ready',
  surface: null,
  draft: DRAFT,
  conversation: {},
  review,
  suggestions: {},
  current: null,
  variant: 0,
  left: [],
  visible: ['one', 'two'],
  canUndo: false,
  notice: null,
  snooze: null,
  ...change,
});

describe('the outcome', () => {
  it('keeps the criteria that apply, in the order of a reply', () => {
    expect(outcomeOf(review, DRAFT, []).criteria.map(({ id, level }) => [id, level])).toEqual([
      ['greeting', 'strong'],
      ['comprehension', 'fine'],
      ['solution', 'fine'],
      ['next-step', 'partly'],
      ['plain-words', 'fine'],
      ['tone', 'open'],
      ['closing', 'fine'],
    ]);
  });

  it.each([
    [1, 'strong'],
    [0.92, 'fine'],
    [0.55, 'partly'],
    [0.47, 'partly'],
    [0.3, 'open'],
    [0, 'open'],
  ] as const)('says %d as %s', (value, level) => {
    expect(levelOf(value)).toBe(level);
  });

  it('names each strength once, with the words that earned it', () => {
    expect(outcomeOf(review, DRAFT, []).strengths).toEqual([
      { id: 'warm-greeting', quote: 'Hi Ana' },
      { id: 'clear-next-step', quote: 'Your bike arrives' },
    ]);
  });

  it('lists what is open, and not what was left on purpose', () => {
    const open = (left: string[]) => outcomeOf(review, DRAFT, left).open.map((one) => [one.finding.id, one.quote]);
    expect(open([])).toEqual([
      ['one', 'soon'],
      ['two', null],
    ]);
    expect(open(['one'])).toEqual([['two', null]]);
  });

  it('quotes what was promised, and by when', () => {
    expect(outcomeOf(review, DRAFT, []).commitments).toEqual([{ quote: 'I will write soon', due: 'soon' }]);
  });
});

describe('whether the coach has read what stands in the box', () => {
  it.each([
    ['nothing heard yet', null, 'waiting'],
    ['the same text', snapshot(), 'ready'],
    ['an older text', snapshot({ draft: 'Hi' }), 'waiting'],
    ['a review under way', snapshot({ status: 'reading' }), 'waiting'],
    ['no review', snapshot({ review: null }), 'waiting'],
    ['no box used yet', snapshot({ status: 'no-box', review: null, draft: '' }), 'waiting'],
    ['switched off', snapshot({ status: 'off' }), 'silent'],
    ['snoozed', snapshot({ status: 'snoozed' }), 'silent'],
    ['a failed engine', snapshot({ notice: { id: 'engine', text: '' } }), 'silent'],
  ])('%s', (_what, heard, state) => {
    expect(readiness(heard, DRAFT).state).toBe(state);
  });

  it('does not mind how an editor writes blanks and line ends', () => {
    expect(sameWords('Hi Ana,\n\nyes.\u200b', ' Hi\u00a0Ana,\nyes.\n')).toBe(true);
    expect(sameWords('Hi Ana', 'Hi Anna')).toBe(false);
  });
});

describe('the pretend send', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const patience = 5_000;
  const start = (first: Snapshot | null) => {
    const heard = signal(first);
    const onScorecard = vi.fn();
    return { heard, onScorecard, sending: createSending(heard, onScorecard, patience) };
  };

  it('waits for the review of this very text, asks about the gap once, then shows the scorecard', async () => {
    const { heard, onScorecard, sending } = start(snapshot({ draft: 'Hi' }));
    sending.send(DRAFT);
    expect(sending.state.value.step).toBe('reading');
    heard.value = snapshot();
    await vi.advanceTimersByTimeAsync(0);
    expect(sending.state.value.step).toBe('gaps');
    expect(onScorecard).not.toHaveBeenCalled();
    sending.goOn();
    expect(sending.state.value.step).toBe('scorecard');
    expect(onScorecard).toHaveBeenCalledOnce();
  });

  it('shows the scorecard at once where no gap is open, and keeps it while the draft is read again', async () => {
    const { heard, sending } = start(snapshot({ review: { ...review, gaps: [] } }));
    sending.send(DRAFT);
    await vi.advanceTimersByTimeAsync(0);
    expect(sending.state.value.step).toBe('scorecard');
    heard.value = snapshot({ status: 'off', review: null });
    await vi.advanceTimersByTimeAsync(patience * 2);
    expect(sending.state.value.step).toBe('scorecard');
  });

  it.each([
    ['off', snapshot({ status: 'off' })],
    ['snoozed', snapshot({ status: 'snoozed' })],
    ['engine', snapshot({ notice: { id: 'engine', text: '' } })],
  ] as const)('says at once why there is no scorecard: %s', async (why, heard) => {
    const { sending } = start(heard);
    sending.send(DRAFT);
    await vi.advanceTimersByTimeAsync(0);
    expect(sending.state.value).toEqual({ step: 'silent', why });
  });

  it.each([
    ['no-answer', null],
    ['no-box', snapshot({ status: 'no-box', review: null })],
  ] as const)('says after a while that nobody answered: %s', async (why, heard) => {
    const { sending } = start(heard);
    sending.send(DRAFT);
    await vi.advanceTimersByTimeAsync(patience - 1);
    expect(sending.state.value.step).toBe('reading');
    await vi.advanceTimersByTimeAsync(1);
    expect(sending.state.value).toEqual({ step: 'silent', why });
  });

  it('is not opened again by an answer that comes after it was closed', async () => {
    const { heard, onScorecard, sending } = start(null);
    sending.send(DRAFT);
    sending.close();
    heard.value = snapshot({ review: { ...review, gaps: [] } });
    await vi.advanceTimersByTimeAsync(patience * 2);
    expect(sending.state.value.step).toBe('closed');
    expect(onScorecard).not.toHaveBeenCalled();
  });
});
