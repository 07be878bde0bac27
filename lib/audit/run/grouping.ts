/** The second phase, for exports of messages: those of a ticket together, into the replies that are ours. */
import type { Database, StoredMessage } from '../../store/database';
import type { LeftOut, Reply, Run } from '../model';
import { checkpoint, put, Stopped } from './checkpoint';
import { leaveOut, lengthOf } from './reading';

/** Messages of a transaction; the tickets in it are whole. */
const MESSAGES = 500;

type Grouping = (messages: StoredMessage[]) => {
  replies: Omit<Reply, 'seq'>[];
  leftOut: Partial<Record<LeftOut, number>>;
};

/** Until no message is left: a ticket's go when its replies are stored. */
export async function groupMessages(
  db: Database,
  id: string,
  tell: (run: Run) => void,
  repliesOf: Grouping,
): Promise<void> {
  let phase: Run['phase'] = 'grouping';
  while (phase === 'grouping') {
    const run = await groupSome(db, id, repliesOf);
    tell(run);
    ({ phase } = run);
  }
}

function groupSome(db: Database, id: string, repliesOf: Grouping): Promise<Run> {
  return checkpoint(db, id, ['messages', 'replies'], async (transaction, run) => {
    const { progress } = run;
    if (run.phase !== 'grouping') throw new Stopped();
    const store = transaction.objectStore('messages');
    const ofRun = IDBKeyRange.bound([id], [id, []]);
    const found = await store.index('ticket').getAll(ofRun, MESSAGES);
    if (found.length === 0) {
      run.phase = 'reviewing';
      return;
    }
    const last = found.at(-1)?.ticket as string;
    const whole = found.filter(({ ticket }) => ticket !== last);
    const rest = await store.index('ticket').getAll(IDBKeyRange.bound([id, last], [id, last, []]));
    for (const messages of ticketsIn([...whole, ...rest])) {
      const { replies, leftOut } = repliesOf(messages);
      leaveOut(run, leftOut);
      for (const reply of replies) {
        put(transaction, 'replies', { run: id, seq: progress.replies, reply: { ...reply, seq: progress.replies } });
        progress.replies += 1;
        run.size += lengthOf(reply);
      }
      for (const { row } of messages) store.delete([id, row]);
      progress.grouped += messages.length;
    }
  });
}

function* ticketsIn(messages: readonly StoredMessage[]): Generator<StoredMessage[]> {
  let ticket: StoredMessage[] = [];
  for (const message of messages) {
    if (ticket.length > 0 && ticket[0]?.ticket !== message.ticket) {
      yield ticket;
      ticket = [];
    }
    ticket.push(message);
  }
  if (ticket.length > 0) yield ticket;
}
