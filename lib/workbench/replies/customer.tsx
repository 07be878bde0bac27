/** What the customer wrote: how they feel and the words that show it, what they asked, and what was said before. */
import type { Conversation, Review } from '../../engine/types';
import { capitalised, quote } from '../../panel/excerpt';
import { nameAtStart } from '../../panel/people';
import { Check } from '../../ui/icons';
import { plural, t } from '../../ui/text';
import { segments } from './segments';

export function Customer({ conversation, review }: { conversation: Conversation; review: Review }) {
  const { customer = '', customerName } = conversation;
  const { mood, questions } = review;
  return (
    <section class="card customer" aria-label={t('panel_customer')}>
      <Earlier turns={conversation.earlier ?? []} />
      {customer.trim() ? (
        <>
          <h3 class="mood" data-mood={mood.id}>
            {t(`panel_mood_${mood.id}`, nameAtStart(customerName))}
          </h3>
          <p class="message-text">
            {segments(customer, mood.evidence).map(({ start, end, over }) =>
              over.length ? <mark key={start}>{customer.slice(start, end)}</mark> : customer.slice(start, end),
            )}
          </p>
          {questions.length > 0 && (
            <ul class="questions" aria-label={t('panel_questions')}>
              {questions.map(({ span, answered }) => (
                <li key={span.start} data-answered={answered}>
                  <i aria-hidden="true">{answered && <Check />}</i>
                  <span>
                    {capitalised(quote(customer, span, 160))}
                    <span class="visually-hidden"> ({t(answered ? 'panel_answered' : 'panel_unanswered')})</span>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p class="soft">{t('replies_no_customer')}</p>
      )}
    </section>
  );
}

function Earlier({ turns }: { turns: NonNullable<Conversation['earlier']> }) {
  if (turns.length === 0) return null;
  return (
    <details class="fold earlier">
      <summary>{plural('replies_earlier', turns.length)}</summary>
      <ol>
        {turns.map((turn, place) => (
          <li key={place} data-from={turn.from}>
            <b>{t(`replies_from_${turn.from}`)}</b>
            <p class="message-text">{turn.text}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
