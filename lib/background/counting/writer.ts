/** Keeps what was counted: replies in work in the browser's memory, the rest in the database. It never rejects. */
import type { Database } from '../../store/database';
import { type CountedReply, dayOf, foldDays, keepReplies } from '../../store/days';
import type { ReplyInWork } from './reply-in-work';

/** Of what the database would not take, so much waits for the next try. */
const MOST_WAITING = 20;

export interface WriterParts {
  open(): Promise<Database>;
  /** Memory that outlives the worker and not the browser. */
  memory: { save(replies: ReplyInWork[]): Promise<void> };
  keepExamples(): boolean;
  inWork(): ReplyInWork[];
  /** A new day has begun: what is over of the day before is to be let go of. */
  dayBegan(today: string): void;
  now(): Date;
}

export function createWriter({ open, memory, keepExamples, inWork, dayBegan, now }: WriterParts) {
  let unwritten = new Map<string, CountedReply>();
  let queue: Promise<void> = Promise.resolve();
  let wiped = 0;
  let foldedOn = '';
  let complained = false;

  const complain = (error: unknown) => {
    if (!complained) console.error('The coach could not count for you. Coaching goes on.', error);
    complained = true;
  };

  const write = async () => {
    const batch = unwritten;
    const asOf = wiped;
    const today = dayOf(now());
    unwritten = new Map();
    if (foldedOn !== today) dayBegan(today);
    try {
      // First: what was written under an id that is then forgotten would be counted again under another.
      await memory.save(inWork());
      if (!batch.size && foldedOn === today) return;
      const db = await open();
      try {
        if (asOf !== wiped) return;
        const replies = [...batch.values()].map((each) => (keepExamples() ? each : { ...each, examples: [] }));
        await keepReplies(db, replies, today);
        if (foldedOn !== today) await foldDays(db, today, new Set(inWork().map(({ id }) => id)));
        foldedOn = today;
      } finally {
        db.close();
      }
    } catch (error) {
      complain(error);
      // The next try may find room. What was counted meanwhile is newer.
      if (asOf === wiped) unwritten = new Map([...batch, ...unwritten].slice(-MOST_WAITING));
    }
  };

  return {
    complain,
    /** To be written at the next flush, in place of what the same reply came to before. */
    add(reply: CountedReply): void {
      unwritten.set(reply.id, reply);
    },
    flush(): Promise<void> {
      queue = queue.then(write);
      return queue;
    },
    /** All was wiped: nothing that waits is written any more. */
    forget(): void {
      wiped++;
      unwritten.clear();
    },
  };
}
