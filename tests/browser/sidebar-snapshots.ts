/** What a page might publish, put together by hand, so that the sidebar is tested in states that are hard to reach. */
import type { Finding, PrincipleId, Review, Severity, Span, StepId } from '../../lib/engine/types';
import type { HostReport, Snapshot } from '../../lib/messages';

const CUSTOMER =
  'This is the second time I am writing. My order was meant to arrive last Thursday. When will it come? Can I get the shipping refunded? Really disappointed.';
const DRAFT =
  "Hi Priya,\n\nI understand your frustration. Unfortunately I can't refund the shipping until the parcel is delivered.\n\nWe will get back to you soon.";
const FILLED = 'Hi Priya,\n\nI am sorry that it is late. I will write by [day, time], and so will [team].';

function at(text: string, quote: string): Span {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`“${quote}” is not in the text.`);
  return { start, end: start + quote.length };
}

const finding = (id: string, principle: PrincipleId, severity: Severity, quote: string | null): Finding => ({
  id,
  principle,
  rule: `${principle}/test`,
  span: quote === null ? null : at(DRAFT, quote),
  severity,
  message: `The reason of ${id}.`,
  why: [`test of ${id}`],
});

const steps = (done: StepId[], off: StepId[] = []) =>
  (['acknowledge', 'restate', 'own', 'options', 'next-step', 'follow-up'] as const).map((id) => ({
    id,
    state: done.includes(id) ? ('done' as const) : off.includes(id) ? ('off' as const) : ('open' as const),
  }));

const NEGATIVE = "Unfortunately I can't refund the shipping until";

const REVIEW: Review = {
  language: 'en',
  mood: { id: 'upset', evidence: [at(CUSTOMER, 'second time'), at(CUSTOMER, 'Really disappointed')] },
  questions: [
    { span: at(CUSTOMER, 'When will it come?'), answered: false },
    { span: at(CUSTOMER, 'Can I get the shipping refunded?'), answered: true },
  ],
  findings: [
    finding('hollow', 'hollow-empathy', 'medium', 'I understand your frustration.'),
    finding('negative', 'negative-phrasing', 'high', NEGATIVE),
    finding('vague', 'vague-time', 'high', 'soon'),
    finding('unanswered', 'unanswered-question', 'high', null),
    finding('follow', 'no-follow-up', 'low', null),
  ],
  strengths: [
    { id: 'warm-greeting', span: null },
    { id: 'restates', span: null },
  ],
  steps: steps(['restate', 'options']),
  scorecard: {
    score: 62,
    criteria: {
      greeting: 1,
      empathy: 0.2,
      comprehension: 0.8,
      ownership: 0.8,
      solution: 0.8,
      'next-step': 0.7,
      'plain-words': 1,
      tone: 0.9,
      closing: 0.8,
    },
  },
  commitments: [{ span: at(DRAFT, 'We will get back to you soon'), what: 'get back' }],
  gaps: [],
};

/** An upset customer, a rough draft, five findings. */
export const rough = (part: Partial<Snapshot> = {}): Snapshot => ({
  status: 'ready',
  surface: { host: 'zendesk', hostName: 'Zendesk', site: 'acme.zendesk.com', kind: 'reply', channel: 'email' },
  draft: DRAFT,
  conversation: { customer: CUSTOMER, customerName: 'Priya Raman', channel: 'email' },
  review: REVIEW,
  suggestions: {
    hollow: [
      { ...at(DRAFT, 'I understand your frustration.'), text: 'I can see why you are disappointed.' },
      { ...at(DRAFT, 'I understand your frustration.'), text: 'I am sorry that it is late.' },
    ],
    negative: [{ ...at(DRAFT, NEGATIVE), text: 'I can refund the shipping as soon as' }],
    vague: [{ ...at(DRAFT, 'soon'), text: 'by [day, time]', gaps: [{ start: 3, end: 14 }] }],
    unanswered: [],
  },
  current: 'hollow',
  variant: 0,
  left: [],
  visible: ['hollow', 'negative', 'vague', 'unanswered', 'follow'],
  canUndo: false,
  notice: null,
  snooze: null,
  ...part,
});

const good = (draft: string, part: Partial<Review> = {}): Snapshot =>
  rough({
    draft,
    review: {
      ...REVIEW,
      findings: [],
      commitments: [],
      questions: REVIEW.questions.map((question) => ({ ...question, answered: true })),
      steps: steps(['acknowledge', 'restate', 'own', 'options', 'next-step'], ['follow-up']),
      scorecard: { ...REVIEW.scorecard, score: 96 },
      ...part,
    },
    suggestions: {},
    current: null,
    visible: [],
  });

export const ready = (): Snapshot => good('Hi Priya, it is on its way.');

/** A good draft with two gaps still open, one of them a time. */
export const withGaps = (): Snapshot =>
  good(FILLED, {
    gaps: [
      { ...at(FILLED, '[day, time]'), name: 'day, time' },
      { ...at(FILLED, '[team]'), name: 'team' },
    ],
  });

const quiet = (status: Snapshot['status'], part: Partial<Snapshot> = {}) =>
  rough({ status, review: null, draft: '', suggestions: {}, visible: [], current: null, ...part });

const lostReport = (missing: HostReport['missing']): HostReport => ({
  host: 'zendesk',
  hostName: 'Zendesk',
  missing,
  route: '/agent/tickets/*',
  selectors: [
    { part: 'box', selector: '[data-test-id="omnicomposer-rich-text-ckeditor"][contenteditable="true"]', count: 0 },
  ],
  around: ['div[contenteditable=true][role=textbox].editor', 'body'],
});

/** Every state that the sidebar knows, by name, with words that must be seen in it. */
export const STATES: Record<string, { snapshot: Snapshot; shows: string }> = {
  rough: { snapshot: rough(), shows: 'Priya sounds upset' },
  'a hint opened': { snapshot: rough({ current: 'follow' }), shows: 'The reason of follow.' },
  'rewrites under way': { snapshot: rough({ suggestions: {} }), shows: 'Finding better words' },
  'no rewrite': { snapshot: rough({ current: 'unanswered' }), shows: 'needs your own words' },
  gaps: { snapshot: withGaps(), shows: 'Ready once 2 gaps are filled' },
  ready: { snapshot: ready(), shows: 'Ready to send' },
  empty: {
    snapshot: rough({ draft: '  ', review: { ...REVIEW, findings: [] }, visible: [], current: null }),
    shows: 'Nothing written yet',
  },
  'no message': {
    snapshot: rough({
      conversation: {},
      review: { ...REVIEW, mood: { id: 'calm', evidence: [] }, questions: [] },
    }),
    shows: 'not shown on this page',
  },
  abuse: {
    snapshot: rough({
      conversation: { customer: CUSTOMER },
      review: { ...REVIEW, mood: { id: 'abusive', evidence: REVIEW.mood.evidence } },
    }),
    shows: 'Hard words from the customer',
  },
  note: {
    snapshot: rough({
      surface: { host: 'zendesk', hostName: 'Zendesk', site: 'acme.zendesk.com', kind: 'note', channel: 'email' },
    }),
    shows: 'Change how notes are read',
  },
  'kind unknown': {
    snapshot: rough({
      surface: {
        host: 'intercom',
        hostName: 'Intercom',
        site: 'app.intercom.com',
        kind: 'unknown',
        channel: 'chat',
      },
    }),
    shows: "doesn't show whether",
  },
  'text changed': { snapshot: rough({ notice: { id: 'changed' } }), shows: 'nothing was written' },
  refused: {
    snapshot: rough({ notice: { id: 'refused', text: 'The rewrite to copy.' } }),
    shows: 'The rewrite to copy.',
  },
  failed: { snapshot: rough({ notice: { id: 'engine', text: 'It failed so.' } }), shows: 'It failed so.' },
  reading: { snapshot: quiet('reading'), shows: 'Reading' },
  'no box': { snapshot: quiet('no-box', { surface: null }), shows: 'Click into a reply box' },
  lost: {
    snapshot: quiet('lost', { report: lostReport('box') }),
    shows: 'Zendesk looks different today',
  },
  'messages lost': {
    snapshot: rough({ conversation: {}, report: lostReport('thread') }),
    shows: "I can see your reply but not the customer's messages",
  },
  off: { snapshot: quiet('off'), shows: 'Switch it on' },
  'snoozed for a reply': {
    snapshot: quiet('snoozed', { snooze: { scope: 'reply', until: null } }),
    shows: 'Snoozed for this reply',
  },
  'snoozed for an hour': {
    snapshot: quiet('snoozed', { snooze: { scope: 'hour', until: Date.UTC(2026, 10, 23, 12) } }),
    shows: 'Snoozed until',
  },
};
