/** What the coach counts for the agent: each reply once, and what became of what it found. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCounting } from '../../lib/background/counting/counting';
import type { ReplyInWork } from '../../lib/background/counting/reply-in-work';
import type { Conversation, Edit, Finding, Review, StrengthId } from '../../lib/engine/types';
import type { Snapshot } from '../../lib/messages';
import { openDatabase } from '../../lib/store/database';
import {
  type DaySums,
  KEEP_DAYS,
  KEEP_EXAMPLES,
  readDays,
  readExamples,
  type StoredDay,
  sumsOf,
  wipeDays,
} from '../../lib/store/days';
import { fakePage, reviewOf, snapshot } from './fakes';

const TALK: Conversation = { customer: 'Where is my parcel?', customerName: 'Priya' };
/** Each is a finding wherever it stands; a sentence gives the id, as in the engine. */
const RULES: Record<string, Pick<Finding, 'principle' | 'severity'> & { better: string }> = {
  soon: { principle: 'vague-time', severity: 'medium', better: 'by [day]' },
  'you must': { principle: 'directive', severity: 'high', better: 'please' },
  basically: { principle: 'hedging', severity: 'low', better: '' },
};

/** A page's coach: what it would publish of a draft that was read to its end. */
function read(draft: string, part: Partial<Snapshot> = {}): Snapshot {
  const findings: Finding[] = [];
  const suggestions: Record<string, Edit[]> = {};
  for (const [words, { principle, severity, better }] of Object.entries(RULES)) {
    for (let at = draft.toLowerCase().indexOf(words); at >= 0; at = draft.toLowerCase().indexOf(words, at + 1)) {
      const sentence = draft.slice(draft.lastIndexOf('.', at) + 1, `${draft}.`.indexOf('.', at)).trim();
      const id = `${principle}/${words}@${sentence}`;
      const span = { start: at, end: at + words.length };
      findings.push({ id, principle, rule: `${principle}/${words}`, span, severity, message: '', why: [] });
      const gap = better.indexOf('[');
      suggestions[id] = [{ ...span, text: better, gaps: gap < 0 ? [] : [{ start: gap, end: better.length }] }];
    }
  }
  const strengths = draft.includes('I will') ? [{ id: 'owns' as StrengthId, span: null }] : [];
  const whole: Finding[] = draft.includes('?') ? [] : [WHOLE];
  const review: Review = {
    ...reviewOf(draft),
    findings: [...findings, ...whole],
    strengths,
    scorecard: { ...reviewOf('').scorecard, score: 100 - 10 * (findings.length + whole.length) },
  };
  return snapshot({ draft, review, suggestions, conversation: TALK, ...part });
}

const WHOLE: Finding = {
  id: 'no-next-step/none@draft',
  principle: 'no-next-step',
  rule: 'no-next-step/none',
  span: null,
  severity: 'medium',
  message: '',
  why: [],
};

let memory: ReplyInWork[];
let settings: { counting: boolean; keepExamples: boolean };
let clock: Date;

const start = () =>
  createCounting({
    settings: () => settings,
    open: openDatabase,
    memory: {
      load: async () => structuredClone(memory),
      save: async (replies) => {
        memory = structuredClone(replies);
      },
    },
    now: () => clock,
  });

let counting: ReturnType<typeof start>;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  memory = [];
  settings = { counting: true, keepExamples: false };
  clock = new Date(2026, 2, 2, 10);
  counting = start();
});
afterEach(async () => {
  await counting.flush();
  vi.restoreAllMocks();
});

/** A page that says this, one after the other. */
function pageSays(...snapshots: Snapshot[]) {
  const page = fakePage();
  counting.addPage(page, '1:0');
  const say = (...more: Snapshot[]) => {
    for (const each of more) page.say({ type: 'snapshot', snapshot: structuredClone(each) });
  };
  say(...snapshots);
  return { say, close: () => page.close() };
}

const inDatabase = async <T>(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> => {
  await counting.flush();
  const db = await openDatabase();
  return work(db).finally(() => db.close());
};
const days = (): Promise<StoredDay[]> => inDatabase(readDays);
const today = async (): Promise<DaySums | undefined> => {
  const [first] = await days();
  return first && sumsOf(first);
};

const ROUGH = 'Hi Priya, you must send us the receipt. We will write soon.';
const TAKEN = 'Hi Priya, please send us the receipt. We will write soon.';
const empty = (conversation: Conversation = TALK) => snapshot({ conversation });

describe('a reply', () => {
  it('is counted once over many reviews, and not before it is one', async () => {
    for (let length = 3; length <= ROUGH.length; length += 4) pageSays(read(ROUGH.slice(0, length)));
    pageSays(read(ROUGH), read(ROUGH));
    expect(await today()).toMatchObject({
      replies: 1,
      principles: { directive: { high: 1, open: 1 }, 'vague-time': { medium: 1, open: 1 } },
    });
  });

  it('is counted by rule as well', async () => {
    pageSays(read(ROUGH), read(ROUGH, { left: ['vague-time/soon@We will write soon'] }), read(TAKEN));
    expect((await today())?.rules).toEqual({
      'directive/you must': { shown: 1, taken: 1, byHand: 0, left: 0 },
      'vague-time/soon': { shown: 1, taken: 0, byHand: 0, left: 1 },
      'no-next-step/none': { shown: 1, taken: 0, byHand: 0, left: 0 },
    });
  });

  it('of a few words is none', async () => {
    pageSays(read('Hi Priya, soon.'));
    expect(await days()).toEqual([]);
  });

  it('ends when its box is emptied and the talk goes on: the next one is another', async () => {
    const sent: Conversation = { ...TALK, earlier: [{ from: 'agent', text: ROUGH }] };
    pageSays(read(ROUGH), empty(), empty(sent), read('You must tell me where it went.', { conversation: sent }));
    expect(await today()).toMatchObject({ replies: 2, principles: { directive: { high: 2 } } });
  });

  it('that is deleted and written anew in the same talk is still one', async () => {
    pageSays(read(ROUGH), empty(), read('Hi Priya, I will call you today at five?'));
    expect(await today()).toMatchObject({
      replies: 1,
      last: 100,
      principles: { directive: { high: 1, byHand: 1, open: 0 } },
      strengths: { owns: 1 },
    });
  });

  it('that is left for another ticket and come back to is one', async () => {
    const other = { conversation: { customer: 'Cancel it all.', customerName: 'Tom' } };
    const back = read(`${ROUGH} Can you wait?`);
    pageSays(read(ROUGH), read('Hello Tom, all of it is cancelled?', other), snapshot({ surface: null }), back);
    expect(await today()).toMatchObject({ replies: 2 });
  });

  it('goes on where a message comes in meanwhile', async () => {
    const more = { conversation: { ...TALK, customer: 'Where is my parcel?\n\nHello?' } };
    pageSays(read(ROUGH), read(ROUGH, more), read(`${ROUGH} Yes?`, more));
    expect(await today()).toMatchObject({ replies: 1 });
  });

  it('without a thread is told from the next by its box being emptied', async () => {
    const bare = { conversation: {} };
    pageSays(read(ROUGH, bare), read(`${ROUGH} Yes?`, bare), empty({}), read('We will write to you soon.', bare));
    expect(await today()).toMatchObject({ replies: 2 });
  });

  it('is not counted from notes, the practice desk, a long draft’s part, another language, or while snoozed', async () => {
    const at = (part: object) => ({
      surface: { ...(snapshot().surface as NonNullable<Snapshot['surface']>), ...part },
    });
    pageSays(
      read(ROUGH, at({ kind: 'note' })),
      read(ROUGH, at({ host: 'practice' })),
      read(ROUGH, { reach: 'part' }),
      read(ROUGH, { status: 'snoozed' }),
      { ...read(ROUGH), review: { ...reviewOf(ROUGH), language: 'und' } },
    );
    expect(await days()).toEqual([]);
  });
});

describe('what became of a finding', () => {
  it('tells taken, left, mended by hand and still open apart', async () => {
    const byHand = TAKEN.replace('write soon', 'write today at five');
    const open = `${byHand} You must wait. You must hope.`;
    const left = read(open);
    const leave = left.review?.findings.find(({ id }) => id.includes('hope'))?.id as string;
    pageSays(read(ROUGH), read(TAKEN, { canUndo: true }), read(byHand), left, { ...left, left: [leave] });
    expect((await today())?.principles).toEqual({
      directive: { high: 3, medium: 0, taken: 1, byHand: 0, left: 1, open: 1 },
      'vague-time': { high: 0, medium: 1, taken: 0, byHand: 1, left: 0, open: 0 },
      'no-next-step': { high: 0, medium: 1, taken: 0, byHand: 0, left: 0, open: 1 },
    });
  });

  it('sees a rewrite whose gap was filled, or beside which was typed, before the page spoke again', async () => {
    pageSays(read(ROUGH), read(`${ROUGH.replace('soon', 'by Friday')} Is that fine?`));
    expect((await today())?.principles['vague-time']).toMatchObject({ taken: 1, byHand: 0 });
  });

  it('gives a rewrite what it mended beside its own', async () => {
    const better = 'could you send us the receipt?';
    const rough = read(ROUGH);
    const id = Object.keys(rough.suggestions).find((each) => each.startsWith('directive')) as string;
    rough.suggestions[id] = [{ start: 10, end: 39, text: better }];
    pageSays(rough, read(ROUGH.slice(0, 10) + better + ROUGH.slice(39)));
    expect((await today())?.principles).toMatchObject({ directive: { taken: 1 }, 'no-next-step': { taken: 1 } });
  });

  it('takes a rewrite back that was undone', async () => {
    pageSays(read(ROUGH), read(TAKEN), read(ROUGH));
    expect((await today())?.principles.directive).toMatchObject({ high: 1, taken: 0, open: 1 });
  });

  it('is not counted anew because its sentence was changed elsewhere', async () => {
    pageSays(read(ROUGH), read(ROUGH.replace('receipt', 'invoice')), read(ROUGH.replace('receipt', 'bill')));
    expect((await today())?.principles.directive).toMatchObject({ high: 1, open: 1, byHand: 0 });
  });

  it('is nothing where its words stand and are no longer found', async () => {
    const switchedOff = read(ROUGH);
    const findings = switchedOff.review?.findings.filter(({ principle }) => principle !== 'directive') ?? [];
    const review = { ...reviewOf(ROUGH), ...switchedOff.review, findings } as Review;
    pageSays(read(ROUGH), { ...switchedOff, review });
    expect((await today())?.principles.directive).toBeUndefined();
  });

  it('of the draft as a whole counts only once most of it stands', async () => {
    const whole = 'Hi Priya, I looked it up for you, and it comes on Friday. Is that fine?';
    pageSays(read(whole.slice(0, 32)), read(whole));
    expect((await today())?.principles['no-next-step']).toBeUndefined();
    pageSays(read(whole.slice(0, 60), OTHER), read(whole, OTHER));
    expect((await today())?.principles['no-next-step']).toMatchObject({ medium: 1, byHand: 1 });
  });

  it('leaves hints uncounted', async () => {
    pageSays(read('Hi Priya, it is basically there?'));
    expect((await today())?.principles).toEqual({});
  });

  it('has the score when most of it stood, and at the end', async () => {
    const better = TAKEN.replace('soon', 'by Friday');
    pageSays(read(ROUGH.slice(0, 40)), read(ROUGH), read(TAKEN), read(better));
    expect(await today()).toMatchObject({ first: 70, last: 90 });
  });
});

const OTHER = { conversation: { customer: 'And the other one?' } };

describe('a worker that is stopped', () => {
  it('in the middle of a reply counts it once, and what it knew', async () => {
    pageSays(read(ROUGH), read(TAKEN));
    await counting.flush();
    counting = start();
    pageSays(read(TAKEN), read(TAKEN.replace('soon', 'on Monday')), empty());
    expect(await today()).toMatchObject({
      replies: 1,
      principles: { directive: { taken: 1, byHand: 0 }, 'vague-time': { byHand: 1 } },
    });
  });

  it('knows a reply without a thread again by its frame', async () => {
    pageSays(read(ROUGH, { conversation: {} }));
    await counting.flush();
    counting = start();
    pageSays(read(`${ROUGH} Yes?`, { conversation: {} }));
    expect(await today()).toMatchObject({ replies: 1 });
  });

  it('keeps no text in between', async () => {
    pageSays(read(ROUGH), read(TAKEN));
    await counting.flush();
    // The fake engine's ids hold their sentence; the engine's hold its fingerprint.
    const kept = JSON.stringify(memory.map(({ findings: _, ...rest }) => rest));
    for (const word of ['Priya', 'receipt', 'parcel']) expect(kept).not.toContain(word);
  });
});

describe('sentences', () => {
  it('are not kept unless the agent asked', async () => {
    pageSays(read(ROUGH), read(TAKEN));
    expect(await inDatabase(readExamples)).toEqual([]);
    expect(JSON.stringify(await days())).not.toContain('receipt');
  });

  it('are kept where they asked, before and after, and not when undone', async () => {
    settings.keepExamples = true;
    const page = pageSays(read(ROUGH), read(TAKEN));
    const kept = { principle: 'directive', before: 'Hi Priya, you must send us the receipt.' };
    expect(await inDatabase(readExamples)).toMatchObject([{ ...kept, after: 'Hi Priya, please send us the receipt.' }]);
    page.say(read(ROUGH));
    expect(await inDatabase(readExamples)).toEqual([]);
  });

  it('are the last fifty', async () => {
    settings.keepExamples = true;
    for (let nth = 0; nth < KEEP_EXAMPLES + 3; nth++) {
      clock = new Date(2026, 2, 2 + nth, 10);
      const conversation = { customer: `Ticket ${nth}` };
      pageSays(read(ROUGH, { conversation }), read(TAKEN, { conversation }));
      await counting.flush();
    }
    const kept = await inDatabase(readExamples);
    expect(kept).toHaveLength(KEEP_EXAMPLES);
    expect(kept[0]?.id).toMatch(/^2026-04-2/);
    expect(kept.at(-1)?.id).toMatch(/^2026-03-05/);
  });
});

describe('days', () => {
  it('that are over are sums, and hold no single reply', async () => {
    pageSays(read(ROUGH), empty());
    await counting.flush();
    clock = new Date(2026, 2, 3, 9);
    pageSays(read(TAKEN, OTHER));
    const [yesterday, now] = await days();
    expect(yesterday?.replies).toEqual({});
    expect(yesterday).toMatchObject({ day: '2026-03-02', sums: { replies: 1 } });
    expect(Object.keys(now?.replies ?? {})).toHaveLength(1);
  });

  it('wait for a reply that is still in work', async () => {
    const page = pageSays(read(ROUGH));
    await counting.flush();
    clock = new Date(2026, 2, 3, 0, 5);
    page.say(read(TAKEN));
    const all = await days();
    expect(all).toHaveLength(1);
    expect(sumsOf(all[0] as StoredDay)).toMatchObject({ replies: 1, principles: { directive: { taken: 1 } } });
  });

  it('are let go of when they are too old', async () => {
    pageSays(read(ROUGH));
    await counting.flush();
    clock = new Date(2026, 2, 2 + KEEP_DAYS, 10);
    pageSays(read(ROUGH, OTHER));
    expect(await days()).toHaveLength(2);
    clock = new Date(2026, 2, 3 + KEEP_DAYS, 10);
    settings.counting = false;
    counting = start();
    expect((await days()).map(({ day }) => day)).toEqual(['2027-04-06']);
  });
});

describe('the agent', () => {
  it('can switch it off', async () => {
    settings.counting = false;
    pageSays(read(ROUGH), empty());
    expect(await days()).toEqual([]);
  });

  it('wipes all, and what is in work is not written again', async () => {
    const page = pageSays(read(ROUGH), read(TAKEN));
    await inDatabase(wipeDays);
    counting.forget();
    expect(await days()).toEqual([]);
    page.say(read(TAKEN.replace('soon', 'today')));
    expect(await today()).toMatchObject({ replies: 1, principles: { 'no-next-step': { open: 1 } } });
    expect((await today())?.principles.directive).toBeUndefined();
  });
});

describe('a database that takes nothing', () => {
  it('is complained of once, and what could not be written is written when there is room', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    const page = pageSays(read(ROUGH));
    await counting.flush();
    page.say(read(TAKEN));
    await counting.flush();
    expect(error).toHaveBeenCalledTimes(1);
    full.mockRestore();
    expect(await today()).toMatchObject({ replies: 1, principles: { directive: { taken: 1 } } });
  });
});
