/** The messages of one ticket into the replies of ours in it, each with what it answers. Pure. */
import type { LeftOut } from '../model';
import type { Message, NewReply } from './row-reader';

/** `messages`: one ticket's, in any order. `leftOut` counts the messages that are no reply of ours. */
export function repliesOfTicket(_: readonly Message[]): {
  replies: NewReply[];
  leftOut: Partial<Record<LeftOut, number>>;
} {
  throw new Error('not there yet');
}
