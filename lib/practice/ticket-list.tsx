/** The inbox: a list box at the left; where the page is narrow, a select in its place. */
import { useEffect, useRef } from 'preact/hooks';
import type { Channel } from '../engine/types';
import { t } from '../ui/text';
import type { Desk, Progress } from './desk';
import { ChannelIcon, TickIcon } from './icons';
import type { Ticket } from './ticket';
import { ago } from './when';

interface Props {
  desk: Desk;
  onOpen(id: string): void;
  /** A click on a ticket, or Enter: on to its reply box. Walking the list with the arrow keys stays in the list. */
  onEnter(): void;
}

export const channelLabel = (channel: Channel): string => t(`practice_channel_${channel}`);

export function TicketList({ desk, onOpen, onEnter }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const current = desk.current.value;

  useEffect(() => {
    list.current?.querySelector(`[id="ticket-${current.id}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = desk.tickets.indexOf(current);
    const target: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: desk.tickets.length - 1,
    };
    const to = desk.tickets[target[event.key] ?? -1];
    if (event.key === 'Enter') onEnter();
    else if (!(event.key in target)) return;
    else if (to) onOpen(to.id);
    event.preventDefault();
  };

  return (
    <nav class="tickets" aria-label={t('practice_tickets')}>
      <h2 class="tickets-title">
        {t('practice_tickets')} <span class="count">{desk.tickets.length}</span>
      </h2>
      {/* One stop for Tab: the list is walked with the arrow keys, as in a mail program. */}
      <div
        class="ticket-list"
        role="listbox"
        tabIndex={0}
        ref={list}
        aria-label={t('practice_tickets')}
        aria-activedescendant={`ticket-${current.id}`}
        onKeyDown={onKeyDown}
      >
        {desk.tickets.map((ticket) => (
          <TicketItem
            key={ticket.id}
            ticket={ticket}
            selected={ticket === current}
            progress={desk.progress.value[ticket.id]}
            onOpen={(id) => {
              onOpen(id);
              onEnter();
            }}
          />
        ))}
      </div>
      <label class="ticket-select">
        <span>{t('practice_ticket')}</span>
        <select value={current.id} onChange={(event) => onOpen(event.currentTarget.value)}>
          {desk.tickets.map((ticket) => (
            <option key={ticket.id} value={ticket.id}>
              {`${ticket.customer}: ${ticket.subject}`}
            </option>
          ))}
        </select>
      </label>
    </nav>
  );
}

interface ItemProps {
  ticket: Ticket;
  selected: boolean;
  progress: Progress | undefined;
  onOpen(id: string): void;
}

function TicketItem({ ticket, selected, progress, onOpen }: ItemProps) {
  const newest = ticket.thread.at(-1);
  return (
    // The list box itself has the keys: an option is only clicked.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list box, aria-activedescendant names the option
    <div
      id={`ticket-${ticket.id}`}
      class="ticket-item"
      role="option"
      aria-selected={selected}
      onClick={() => onOpen(ticket.id)}
    >
      <ChannelIcon channel={ticket.channel} />
      <span class="visually-hidden">{channelLabel(ticket.channel)}</span>
      <span class="ticket-name">{ticket.customer}</span>
      <span class="ticket-when">{newest && ago(newest.minutesAgo)}</span>
      <span class="ticket-subject" lang="en">
        {ticket.subject}
      </span>
      {progress && (
        <span class="ticket-progress" data-progress={progress}>
          {progress === 'sent' && <TickIcon />}
          {t(progress === 'sent' ? 'practice_progress_sent' : 'practice_progress_draft')}
        </span>
      )}
    </div>
  );
}
