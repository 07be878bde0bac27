/** A worker that reads a run's file and puts its messages together. */
import { type Database, openDatabase } from '../../store/database';
import { repliesOfTicket } from '../import/conversations';
import { alive, answerCalls, tell } from './calls';
import { groupMessages } from './grouping';
import { readFile } from './reading';

let opened: Promise<Database> | undefined;
const database = () => (opened ??= openDatabase());

const api = {
  ...alive,
  /** Until there are replies to review. */
  async read(id: string): Promise<void> {
    const db = await database();
    const run = await db.get('runs', id);
    if (run?.phase === 'reading') await readFile(db, id, tell);
    const read = await db.get('runs', id);
    if (read?.phase === 'grouping') await groupMessages(db, id, tell, repliesOfTicket);
  },
};
export type ReadWorker = typeof api;
answerCalls(api);
