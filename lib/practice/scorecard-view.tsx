/** The scorecard in words: what each criterion sees in this reply, what went well, what is open, what was promised. */
import { headline } from '../panel/headline';
import type { Outcome } from '../ui/outcome';
import { principleLabel } from '../ui/principles';
import { Ring } from '../ui/ring';
import { Criteria, GapItem, Part, Promised, Quote, WentWell } from '../ui/scorecard';
import { t } from '../ui/text';

export function ScorecardView({ outcome, name }: { outcome: Outcome; name: string }) {
  return (
    <div class="scorecard">
      <ScoreLine outcome={outcome} name={name} />
      <Criteria outcome={outcome} name={name} />
      <WentWell outcome={outcome} />
      <Part
        title={t('practice_stillOpen')}
        empty={t('practice_stillOpenEmpty')}
        count={outcome.open.length + outcome.gaps.length}
      >
        {outcome.open.map(({ finding, quote }) => (
          <li key={finding.id}>
            <span class="label" data-severity={finding.severity}>
              {principleLabel(finding.principle)}
            </span>
            {quote && <Quote text={quote} />}
            <span class="soft">{finding.message}</span>
          </li>
        ))}
        {outcome.gaps.map((gap) => (
          <GapItem key={gap.start} name={gap.name} />
        ))}
      </Part>
      <Promised outcome={outcome} name={name} />
    </div>
  );
}

function ScoreLine({ outcome, name }: { outcome: Outcome; name: string }) {
  const { review, draft, open } = outcome;
  const visible = open.map(({ finding }) => finding);
  const { title, advice } = headline({ review, draft, kind: 'reply', visible, name });
  return (
    <div class="score-line">
      <Ring score={review.scorecard.score} />
      <div>
        <p class="score-title">{title}</p>
        <p class="soft">{advice}</p>
      </div>
    </div>
  );
}
