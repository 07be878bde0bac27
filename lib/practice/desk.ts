/** Which ticket is open, and how far each of them got. In memory only: a reload starts afresh. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ticket } from './ticket';

/** draft: something stands in the reply box. sent: the pretend send was pressed on what stands there. */
export type Progress = 'draft' | 'sent';

export interface Desk {
  tickets: readonly Ticket[];
  current: ReadonlySignal<Ticket>;
  progress: ReadonlySignal<Record<string, Progress>>;
  open(id: string): void;
  /** The ticket after the open one that was not sent yet; where all were, simply the next. */
  next(): Ticket;
  /** The reply box of a ticket changed: a sent reply becomes a draft again. */
  typed(id: string, empty: boolean): void;
  sent(id: string): void;
}

export function createDesk(tickets: readonly Ticket[], first: Ticket): Desk {
  const current = signal(first);
  const progress = signal<Record<string, Progress>>({});

  return {
    tickets,
    current,
    progress,
    open(id) {
      const ticket = tickets.find((one) => one.id === id);
      if (ticket) current.value = ticket;
    },
    next() {
      const at = tickets.indexOf(current.value);
      const following = [...tickets.slice(at + 1), ...tickets.slice(0, at)];
      const ticket = following.find((one) => progress.value[one.id] !== 'sent') ?? following[0] ?? current.value;
      current.value = ticket;
      return ticket;
    },
    typed(id, empty) {
      const { [id]: before, ...others } = progress.value;
      if (empty && before) progress.value = others;
      else if (!empty && before !== 'draft') progress.value = { ...others, [id]: 'draft' };
    },
    sent(id) {
      progress.value = { ...progress.value, [id]: 'sent' };
    },
  };
}
