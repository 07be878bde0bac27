/** What became of findings, as a bar with its numbers. */
import type { PrincipleTally } from '../store/days';
import { t } from '../ui/text';
import { foundIn } from './periods';

export const OUTCOMES = ['taken', 'byHand', 'left', 'open'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const outcomeLabel = (outcome: Outcome): string =>
  ({
    taken: t('progress_taken'),
    byHand: t('progress_by_hand'),
    left: t('progress_left'),
    open: t('progress_open'),
  })[outcome];

export function OutcomeBar({ tally }: { tally: PrincipleTally }) {
  const total = foundIn(tally);
  if (!total) return <span class="soft">{t('progress_none')}</span>;
  const said = OUTCOMES.filter((each) => tally[each]).map((each) => `${outcomeLabel(each)}: ${tally[each]}`);
  return (
    <div class="outcome" role="img" aria-label={said.join(', ')} title={said.join(', ')}>
      {OUTCOMES.filter((each) => tally[each]).map((each) => (
        <span key={each} data-outcome={each} style={{ flexGrow: tally[each] }}>
          {tally[each]}
        </span>
      ))}
    </div>
  );
}
