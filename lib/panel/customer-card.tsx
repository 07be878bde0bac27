/** Who is on the other side: how they feel, the words that show it, what they asked. */
import { readsThread } from '../hosts';
import type { Snapshot } from '../messages';
import { Check } from '../ui/icons';
import { t } from '../ui/text';
import { capitalised, inClause, merged, quote } from './excerpt';
import { nameAtStart, nameOf } from './people';
import { Report } from './report';

/** Enough to see why; the message itself stands in the page. */
const QUOTES = 2;

export function CustomerCard({ snapshot }: { snapshot: Snapshot }) {
  const { review, conversation } = snapshot;
  const said = conversation.customer ?? '';
  if (!review) return null;
  if (!said.trim()) return <NoMessage snapshot={snapshot} />;
  const { mood, questions } = review;
  const name = mood.id === 'abusive' ? nameOf(conversation.customerName) : nameAtStart(conversation.customerName);
  const quotes = merged(mood.evidence.map((span) => inClause(said, span)))
    .slice(0, QUOTES)
    .map((span) => t('panel_quote', quote(said, span)));
  return (
    <section class="card" aria-label={t('panel_customer')}>
      <h2 class="mood" data-mood={mood.id}>
        {t(`panel_mood_${mood.id}`, name)}
      </h2>
      {quotes.length > 0 && <p class="soft">{quotes.join(' · ')}</p>}
      {mood.id === 'abusive' && <p class="soft">{t('panel_mood_abusive_text')}</p>}
      {questions.length > 0 && (
        <ul class="questions" aria-label={t('panel_questions')}>
          {questions.map((question) => (
            <li key={`${question.span.start}-${question.span.end}`} data-answered={question.answered}>
              <i aria-hidden="true">{question.answered && <Check />}</i>
              <span>
                {capitalised(quote(said, question.span, 160))}
                <span class="visually-hidden"> ({t(question.answered ? 'panel_answered' : 'panel_unanswered')})</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Why the customer is not there: the page does not show them, nobody knows how to read it, or it has changed. */
function NoMessage({ snapshot: { surface, report } }: { snapshot: Snapshot }) {
  if (report) {
    return (
      <div class="aside">
        <p>{t('panel_lost_thread')}</p>
        <Report report={report} />
      </div>
    );
  }
  return <p class="aside">{readsThread(surface?.host) ? t('panel_no_message') : t('panel_no_message_site')}</p>;
}
