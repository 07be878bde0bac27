import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import type { Channel, Conversation, StepId, StrengthId } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();
const upset = "I've waited three weeks for my refund and nobody answers my emails. I'm furious.";
const good =
  "Hi Ann,\n\nThree weeks without your refund, and no answer to your emails: I'm sorry, you have every right to be angry. That was our mistake. I've sent the £40 today, so you'll see it by Thursday. I'll check on Friday that the refund has arrived and write to you either way.\n\nKind regards,\nTom";

function whole(draft: string, conversation: Conversation): string[] {
  return coach(draft, conversation, banks)
    .findings.filter(({ span, severity }) => span === null && severity !== 'low')
    .map(({ principle }) => principle);
}

describe('a good reply to an upset customer', () => {
  const review = coach(good, { customer: upset }, banks);

  it('has no finding', () => {
    expect(review.findings.map(({ rule }) => rule)).toEqual([]);
  });

  it('scores at least 90', () => {
    expect(review.scorecard.score).toBeGreaterThanOrEqual(90);
  });

  it('is credited', () => {
    const ids = review.strengths.map(({ id }) => id);
    const expected: StrengthId[] = [
      'names-feeling',
      'restates',
      'owns',
      'clear-next-step',
      'follow-up',
      'warm-greeting',
      'warm-closing',
    ];
    for (const id of expected) expect(ids).toContain(id);
  });

  it('has no open step', () => {
    expect(review.steps.filter(({ state }) => state === 'open')).toEqual([]);
    expect(review.steps.map(({ id }) => id)).toEqual<StepId[]>([
      'acknowledge',
      'restate',
      'own',
      'options',
      'next-step',
      'follow-up',
    ]);
  });
});

describe('a classic bad reply', () => {
  const bad =
    "Dear Valued Customer,\n\nUnfortunately we can't refund you. You should have read the terms. It's against our policy.\n\nRegards";
  const review = coach(bad, { customer: upset }, banks);

  it('scores under 50', () => {
    expect(review.scorecard.score).toBeLessThan(50);
  });

  it('lacks empathy and an option, and the track shows it', () => {
    const ids = review.findings.filter(({ span }) => span === null).map(({ principle }) => principle);
    expect(ids).toEqual(expect.arrayContaining(['missing-empathy', 'refusal-without-option']));
    expect(review.steps.find(({ id }) => id === 'acknowledge')?.state).toBe('open');
    expect(review.steps.find(({ id }) => id === 'options')?.state).toBe('open');
  });
});

describe('what is left alone', () => {
  it.each<[string, string, string, Channel]>([
    [
      'a plain question answered',
      'When do you open on Sunday?',
      'Hi Ann,\n\nWe open at 9 on Sunday.\n\nBest,\nTom',
      'email',
    ],
    ['one line on social media', 'where is your Leeds shop?', "We're at 4 Park Row 🙂", 'social'],
    [
      'a chat turn in the middle of a thread',
      'ok done that, now what',
      'Lovely. Tap the + and pick Door Sensor.',
      'chat',
    ],
    [
      'a question that gets a link',
      'How do I change my name?',
      "Hi Jo,\n\nHere's how: example.com/help/name\n\nBest,\nTom",
      'email',
    ],
    [
      'a no with a choice',
      'Could I get a refund?',
      "Hi Jo,\n\nWe can't refund the ticket, but I can move it to any day in May. Which would you like?\n\nBest,\nTom",
      'email',
    ],
  ])('%s', (_what, customer, draft, channel) => {
    expect(whole(draft, { customer, channel })).toEqual([]);
  });

  it('empathy that an earlier reply of ours has already shown', () => {
    const draft = "Hi Ann,\n\nThe refund left us today, and I'll check on Friday that it has arrived.\n\nBest,\nTom";
    expect(whole(draft, { customer: upset })).toContain('missing-empathy');
    const earlier = [{ from: 'agent' as const, text: "I'm so sorry about the three weeks of waiting." }];
    expect(whole(draft, { customer: upset, earlier })).not.toContain('missing-empathy');
  });

  it('an upset customer is not asked to be respectful', () => {
    expect(whole(good, { customer: upset })).not.toContain('boundary');
  });
});

describe('questions', () => {
  const questions = (customer: string, draft: string) =>
    coach(draft, { customer }, banks).questions.map(({ span, answered }) => [
      customer.slice(span.start, span.end),
      answered,
    ]);

  it('are split and ticked off one by one', () => {
    expect(
      questions(
        'What is the upload speed, and when can an engineer visit us?',
        'Hi Dev,\n\nThe upload speed is 75 Mbps.\n\nBest,\nMia',
      ),
    ).toEqual([
      ['What is the upload speed', true],
      ['when can an engineer visit us?', false],
    ]);
  });

  it('are found without a question mark', () => {
    expect(questions('can i bring my bike', 'Yes, bikes are fine.')).toEqual([['can i bring my bike', true]]);
    expect(questions("I'd like to know when the parcel comes.", 'It comes on Friday.')).toEqual([
      ["I'd like to know when the parcel comes.", true],
    ]);
  });

  it('leave rhetorical ones out', () => {
    expect(questions('Are you kidding me? What is the point?', 'Hi')).toEqual([]);
  });

  it('count as answered where the word is given when the answer comes', () => {
    const customer = 'Is a static IP possible?';
    expect(questions(customer, "Hi Dev,\n\nI'll find out and write to you by 3pm.\n\nMia")).toEqual([[customer, true]]);
  });
});

describe('the scorecard', () => {
  it('has no criterion and no score for an empty draft', () => {
    const { scorecard } = coach('', { customer: upset }, banks);
    expect(scorecard.score).toBe(0);
    expect(Object.values(scorecard.criteria).every((value) => value === null)).toBe(true);
  });

  it('asks an answer to a calm question for no empathy', () => {
    const { scorecard } = coach('Hi Ann,\n\nWe open at 9.\n\nBest,\nTom', { customer: 'When do you open?' }, banks);
    expect(scorecard.criteria.empathy).toBeNull();
    expect(scorecard.score).toBeGreaterThanOrEqual(90);
  });

  it('takes nothing for a hint or a gap', () => {
    const customer = 'When do you open?';
    const plain = coach('Hi Ann,\n\nWe open at 9.\n\nBest,\nTom', { customer }, banks);
    const gap = coach('Hi Ann,\n\nWe open at 9 on [day, time].\n\nBest,\nTom', { customer }, banks);
    expect(gap.gaps).toHaveLength(1);
    expect(gap.scorecard.score).toBe(plain.scorecard.score);
  });
});

describe('what a reply that puts the customer off is credited with', () => {
  const ASKS = "My order is ten days late and I'm really disappointed. Will it be here by Saturday?";
  const review = (draft: string) => coach(draft, { customer: ASKS, customerName: 'Marta' }, builtInBanks());
  const FORM =
    "Dear valued customer,\n\nI understand your frustration. Unfortunately, we can't tell you when the bike will arrive due to high order volume. We will get back to you soon.\n\nRegards";

  it('takes opener, refusal and cause as one, and the cause as an excuse too', () => {
    const { findings } = review(FORM);
    const quotes = (principle: string) =>
      findings
        .filter((finding) => finding.principle === principle)
        .map(({ span }) => span && FORM.slice(span.start, span.end));
    expect(quotes('negative-phrasing')).toEqual([
      "Unfortunately, we can't tell you when the bike will arrive due to high order volume",
    ]);
    expect(quotes('excuse')).toEqual(['due to high order volume']);
  });

  it('is no closing, no matching tone, no answer, and no promise that the bike will arrive', () => {
    const { strengths, questions, commitments } = review(FORM);
    expect(strengths.map(({ id }) => id).filter((id) => id !== 'restates')).toEqual([]);
    expect(questions.map(({ answered }) => answered)).toEqual([false]);
    expect(commitments.map(({ what }) => what)).toEqual(['We will get back to you soon']);
  });

  it.each([
    ['Kind regards,\nSam', true],
    ['Many thanks\nSam', true],
    ['Regards', false],
    ['Regards,\nSam', false],
  ])('warm closing in %j: %s', (closing, warm) => {
    const { strengths } = review(`Hi Marta,\n\nIt comes on Friday at 9am.\n\n${closing}`);
    expect(strengths.some(({ id }) => id === 'warm-closing')).toBe(warm);
  });

  it('remembers what went wrong some turns ago', () => {
    const { findings } = coach(
      'Thanks Dev. A mistake was made on the account.',
      {
        customer: '8841. When do I get it back?',
        earlier: [{ from: 'customer', text: "I've been charged twice this month." }],
        channel: 'chat',
      },
      builtInBanks(),
    );
    expect(findings.map(({ principle }) => principle)).toContain('no-ownership');
  });
});
