/** What the coach did not see and a reviewer did. */
import { useState } from 'preact/hooks';
import { principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import { number } from '../format';
import type { ViewProps } from '../replies/replies';
import { routeHash } from '../route';
import type { JudgedReply } from './judged';

const SHOWN = 20;

export function MissedList({ judged, route }: { judged: JudgedReply[]; route: ViewProps['route'] }) {
  const [all, setAll] = useState(false);
  const missed = judged.flatMap(({ seq, id, verdicts }) =>
    verdicts.flatMap(({ reviewer, missed: spans }) => spans.map((span) => ({ ...span, seq, id, reviewer }))),
  );
  if (missed.length === 0) return null;
  return (
    <section class="card picture" id="missed">
      <h2>{t('agreement_missed')}</h2>
      <p class="soft lead">{t('agreement_missed_lead')}</p>
      <ul class="missed-list">
        {missed.slice(0, all ? undefined : SHOWN).map(({ seq, id, principle, quote, note, reviewer, start }) => (
          <li key={`${seq} ${start} ${principle} ${reviewer}`}>
            <span class="label">{principleLabel(principle)}</span> <q>{quote}</q>
            {note && <span class="soft"> {note}</span>}
            <span class="soft where">
              <a href={routeHash({ view: 'replies', run: route.run, filter: route.filter, reply: seq })}>{id}</a> ·{' '}
              {reviewer}
            </span>
          </li>
        ))}
      </ul>
      {!all && missed.length > SHOWN && (
        <button type="button" class="button small" onClick={() => setAll(true)}>
          {t('insights_show_all', number(missed.length))}
        </button>
      )}
    </section>
  );
}
