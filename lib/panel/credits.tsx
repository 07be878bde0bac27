/** What works in the draft, and what it binds us to. */
import type { Review } from '../engine/types';
import { Check } from '../ui/icons';
import { strengthLabel } from '../ui/principles';
import { t } from '../ui/text';
import { quote } from './excerpt';

export function Strengths({ review }: { review: Review }) {
  const ids = [...new Set(review.strengths.map((strength) => strength.id))];
  if (ids.length === 0) return null;
  return (
    <section class="credits" aria-label={t('panel_strengths')}>
      <h2 class="small">{t('panel_strengths')}</h2>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Check /> {strengthLabel(id)}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Commitments({ review, draft }: { review: Review; draft: string }) {
  if (review.commitments.length === 0) return null;
  return (
    <section class="promises" aria-label={t('panel_commitments')}>
      <h2 class="small">{t('panel_commitments')}</h2>
      <ul>
        {review.commitments.map((commitment) => (
          <li key={`${commitment.span.start}-${commitment.span.end}`}>{quote(draft, commitment.span, 120)}</li>
        ))}
      </ul>
    </section>
  );
}
