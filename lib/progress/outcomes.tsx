/** What became of all that the coach pointed out, and what each colour of the bars means. */
import type { DaySums } from '../store/days';
import { plural, t } from '../ui/text';
import { OUTCOMES, OutcomeBar, outcomeLabel } from './outcome-bar';
import { allFindings, foundIn, type Periods } from './periods';

export function Outcomes({ periods: { now }, all }: { periods: Periods; all: DaySums }) {
  const sums = now.replies ? now : all;
  const tally = allFindings(sums);
  return (
    <section class="card" aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">{t('progress_outcomes')}</h2>
      <p class="soft lead">
        {t(
          now.replies ? 'progress_outcomes_text' : 'progress_outcomes_all',
          plural('progress_findings', foundIn(tally)),
          plural('progress_in_replies', sums.replies),
        )}
      </p>
      <OutcomeBar tally={tally} />
      <ul class="legend">
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <span class="swatch" data-outcome={outcome} aria-hidden="true" />
            {outcomeLabel(outcome)}
            <b>{tally[outcome]}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
