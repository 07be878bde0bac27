/** What was said so far. The data attributes are the contract with the coach's host adapter for this page. */
import { t } from '../ui/text';
import type { Ticket, TicketTurn } from './ticket';
import { ago, momentAgo } from './when';

export function Thread({ ticket, openedAt }: { ticket: Ticket; openedAt: number }) {
  return (
    <ol class="thread" aria-label={t('practice_thread')} lang="en">
      {ticket.thread.map((turn) => (
        <Message key={`${turn.from}-${turn.minutesAgo}`} turn={turn} ticket={ticket} openedAt={openedAt} />
      ))}
    </ol>
  );
}

function Message({ turn, ticket, openedAt }: { turn: TicketTurn; ticket: Ticket; openedAt: number }) {
  const ours = turn.from === 'agent';
  const name = ours ? ticket.agent : ticket.customer;
  return (
    <li class="message" data-practice-message data-from={turn.from} data-name={name}>
      <p class="message-head">
        <b>{name}</b>
        {!ours && ticket.handle && <span class="soft">{ticket.handle}</span>}
        {ours && <span class="soft">{ticket.company}</span>}
        <time class="soft" dateTime={momentAgo(turn.minutesAgo, openedAt)}>
          {ago(turn.minutesAgo)}
        </time>
      </p>
      <div class="message-body" data-practice-body>
        {turn.text.split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </li>
  );
}
