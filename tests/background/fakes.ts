/** Ports and an engine that tests hold in their hands. */
import type { Engine } from '../../lib/background/engine';
import type { PortLike } from '../../lib/background/port';
import type { CoachOptions, Conversation, Finding, Review } from '../../lib/engine/types';
import type {
  BackgroundToPage,
  BackgroundToPanel,
  PageToBackground,
  PanelToBackground,
  Snapshot,
} from '../../lib/messages';

export interface FakePort<In, Out> extends PortLike<In, Out> {
  /** What the background said, oldest first. */
  heard: Out[];
  say(message: In): void;
  close(): void;
}

export function fakePort<In, Out>(): FakePort<In, Out> {
  const onMessage: ((message: In) => void)[] = [];
  const onDisconnect: (() => void)[] = [];
  let open = true;
  const heard: Out[] = [];
  return {
    heard,
    postMessage(message) {
      if (!open) throw new Error('Attempting to use a disconnected port object');
      // As a browser does: what arrives is a copy.
      heard.push(structuredClone(message));
    },
    onMessage: { addListener: (listener) => onMessage.push(listener) },
    onDisconnect: { addListener: (listener) => onDisconnect.push(listener) },
    say: (message) => {
      for (const listener of onMessage) listener(message);
    },
    close() {
      open = false;
      for (const listener of onDisconnect) listener();
    },
  };
}

export const fakePage = () => fakePort<PageToBackground, BackgroundToPage>();
export const fakePanel = () => fakePort<PanelToBackground, BackgroundToPanel>();

export const finding = (id: string): Finding => ({
  id,
  principle: 'vague-time',
  rule: 'vague-time/soon',
  span: { start: 0, end: 4 },
  severity: 'medium',
  message: 'When?',
  why: [],
});

export function reviewOf(draft: string): Review {
  return {
    language: 'en',
    mood: { id: 'calm', evidence: [] },
    questions: [],
    findings: draft.split(' ').filter(Boolean).map(finding),
    strengths: [],
    steps: [],
    scorecard: {
      score: draft.length,
      criteria: {
        greeting: null,
        empathy: null,
        comprehension: null,
        ownership: null,
        solution: null,
        'next-step': null,
        'plain-words': null,
        tone: null,
        closing: null,
      },
    },
    commitments: [],
    gaps: [],
  };
}

export interface FakeEngine extends Engine {
  /** 'review <draft>' and 'suggest <finding>', in the order of the work. */
  did: string[];
  /** What each review was asked for with. */
  asked: CoachOptions[];
}

/** Each word of a draft is a finding; its suggestion is the word in capitals. */
export function fakeEngine(): FakeEngine {
  const did: string[] = [];
  const asked: CoachOptions[] = [];
  const made = new WeakSet<Review>();
  return {
    did,
    asked,
    review(draft: string, _conversation: Conversation, options: CoachOptions) {
      asked.push(options);
      did.push(`review ${draft}`);
      if (draft === 'break') throw new Error('no model');
      const review = reviewOf(draft);
      made.add(review);
      return review;
    },
    suggest(review, id) {
      if (!made.has(review)) throw new Error('not the object that review() returned');
      did.push(`suggest ${id}`);
      if (id === 'broken') throw new Error('no rewrite');
      return [{ start: 0, end: id.length, text: id.toUpperCase() }];
    },
    why: (principle) =>
      principle === 'blame' ? { short: 's', long: 'l', example: { before: 'b', after: 'a' } } : null,
    rules: () => [{ principle: 'blame', why: null, rules: [{ id: 'blame/x', message: 'm', severity: 'high' }] }],
  };
}

export const snapshot = (part: Partial<Snapshot> = {}): Snapshot => ({
  status: 'ready',
  surface: { host: 'zendesk', hostName: 'Zendesk', site: 'acme.zendesk.com', kind: 'reply', channel: 'email' },
  draft: '',
  conversation: {},
  review: null,
  suggestions: {},
  current: null,
  variant: 0,
  left: [],
  visible: [],
  canUndo: false,
  notice: null,
  snooze: null,
  ...part,
});
