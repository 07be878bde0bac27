/**
 * Counts for the agent's own view what the coach sees: each reply once, over all its reviews. It listens to what the
 * pages say anyway and disturbs nothing: work is kept in the browser's memory for when the worker is stopped, and written
 * to the database once the agent rests, or is done with a reply.
 */
import type { PageToBackground, Snapshot } from '../../messages';
import type { Database } from '../../store/database';
import { dayOf } from '../../store/days';
import type { PortLike } from '../port';
import { type ReplyInWork, type Seen, take } from './reply-in-work';
import { aboutOf, isClose } from './same-reply';
import { counted } from './tally';
import { createWriter } from './writer';

/** Replies begun and not seen to be over: tickets that an agent goes back and forth between. */
const MOST_IN_WORK = 20;
/** After this much rest, in ms, what was counted is written. The browser stops a worker after 30 s. */
const REST_MS = 5_000;

export interface CountingParts {
  settings(): { counting: boolean; keepExamples: boolean };
  open(): Promise<Database>;
  /** Memory that outlives the worker and not the browser. */
  memory: { load(): Promise<ReplyInWork[]>; save(replies: ReplyInWork[]): Promise<void> };
  now?(): Date;
}

export interface Counting {
  /** `at` names the frame: the same after the worker was stopped. */
  addPage(port: Pick<PortLike<PageToBackground, unknown>, 'onMessage' | 'onDisconnect'>, at: string): void;
  /** The agent wiped all: what is in work, too. */
  forget(): void;
  /** Writes now what was counted. Never rejects. */
  flush(): Promise<void>;
}

interface Live extends Seen {
  reply: ReplyInWork;
}

interface Page {
  at: string;
  live: Live | null;
}

export function createCounting({ settings, open, memory, now = () => new Date() }: CountingParts): Counting {
  /** The one used last comes last. */
  let inWork: Live[] = [];
  const pages = new Set<Page>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (live: Live) => {
    inWork = inWork.filter((other) => other !== live);
    for (const page of pages) if (page.live === live) page.live = null;
  };

  /** What was begun on a day before and is not on show is over, so that the day can be summed up. */
  const endOfDay = (today: string) => {
    const shown = new Set([...pages].map((page) => page.live));
    for (const live of inWork) {
      if (live.reply.day !== today && (live.reply.emptied || !shown.has(live))) end(live);
    }
  };

  const liveFor = (page: Page, snapshot: Snapshot): Live => {
    const about = aboutOf(snapshot);
    const { live } = page;
    if (live && (live.reply.emptied ? about && live.reply.about === about : goesOn(live, about, snapshot.draft))) {
      live.reply.about = about;
      return live;
    }
    if (live?.reply.emptied) end(live);
    const known = inWork.findLast(({ reply }) =>
      about ? reply.about === about : !live && !reply.about && reply.at === page.at && !reply.emptied,
    );
    return known ?? begin(about, page.at, snapshot);
  };

  const begin = (about: string, at: string, { surface }: Snapshot): Live => ({
    before: null,
    read: null,
    reply: {
      id: crypto.randomUUID(),
      day: dayOf(now()),
      about,
      at,
      emptied: false,
      channel: surface?.channel ?? 'email',
      length: 0,
      score: 0,
      strengths: [],
      grown: [],
      findings: [],
      examples: [],
    },
  });

  const follow = (page: Page, snapshot: Snapshot) => {
    const { counting, keepExamples } = settings();
    if (!counting || !counts(snapshot)) return leave(page);
    if (!snapshot.draft.trim()) return emptied(page, snapshot);
    const live = liveFor(page, snapshot);
    if (page.live !== live) leave(page);
    page.live = live;
    live.reply.emptied = false;
    live.reply.at = page.at;
    take(live.reply, live, snapshot, keepExamples);
    live.before = snapshot;
    if (snapshot.status === 'ready') live.read = snapshot;
    inWork = [...inWork.filter((other) => other !== live), live].slice(-MOST_IN_WORK);
    note(live.reply);
    later(REST_MS);
  };

  const note = (reply: ReplyInWork) => {
    const result = counted(reply);
    if (result) writer.add(result);
  };

  /** Sent, or deleted: where the same conversation is answered anew, with no word from us since, it goes on. */
  const emptied = (page: Page, snapshot: Snapshot) => {
    const { live } = page;
    if (!live) return;
    const about = aboutOf(snapshot);
    if (!about || about !== live.reply.about) end(live);
    live.reply.emptied = true;
    live.before = null;
    later(0);
  };

  /** The box is out of sight; it may come back. Its text is not held any longer. */
  const leave = (page: Page) => {
    if (!page.live) return;
    page.live.before = null;
    page.live.read = null;
    page.live = null;
    later(0);
  };

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(flush, ms);
  };

  const writer = createWriter({
    open,
    memory,
    keepExamples: () => settings().keepExamples,
    inWork: () => inWork.map(({ reply }) => reply),
    dayBegan: endOfDay,
    now,
  });

  const loaded = memory.load().then((replies) => {
    inWork = replies.map((reply) => ({ reply, before: null, read: null }));
  }, writer.complain);

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    await loaded;
    await writer.flush();
  };

  return {
    addPage(port, at) {
      const page: Page = { at, live: null };
      pages.add(page);
      // Once the memory is loaded, and in a task of its own: the sidebar and the engine come first.
      const guarded = (work: () => void) => void loaded.then(work).catch(writer.complain);
      port.onMessage.addListener((message) => {
        if (message.type === 'snapshot') guarded(() => follow(page, message.snapshot));
      });
      port.onDisconnect.addListener(() =>
        guarded(() => {
          pages.delete(page);
          leave(page);
        }),
      );
    },
    forget() {
      writer.forget();
      inWork = [];
      for (const page of pages) page.live = null;
    },
    flush,
  };
}

/** A draft that was there, to a customer. The practice desk is for trying. */
function counts({ status, surface }: Snapshot): boolean {
  if (!surface || (status !== 'ready' && status !== 'reading')) return false;
  return surface.host !== 'practice' && surface.kind !== 'note';
}

function goesOn({ reply, before }: Live, about: string, draft: string): boolean {
  // A new message may have come in while the agent writes, or the thread was still being loaded.
  if (before) return isClose(before.draft, draft) || (about !== '' && about === reply.about);
  return about === reply.about;
}
