/** The scorecard in words: what each criterion sees in this reply, what went well, what is open, what was promised. */
import type { ComponentChildren } from 'preact';
import type { CriterionId } from '../engine/types';
import { headline } from '../panel/headline';
import { Check } from '../ui/icons';
import { criterionLabel, keyPart, principleLabel, strengthLabel } from '../ui/principles';
import { Ring } from '../ui/ring';
import { t } from '../ui/text';
import type { Level, Outcome } from './outcome';

export function ScorecardView({ outcome, name }: { outcome: Outcome; name: string }) {
  return (
    <div class="scorecard">
      <ScoreLine outcome={outcome} name={name} />
      <section>
        <h3 class="visually-hidden">{t('practice_criteria')}</h3>
        <ul class="criteria">
          {outcome.criteria.map(({ id, level, value }) => (
            <li key={id} data-level={level}>
              <b>{criterionLabel(id)}</b>
              <span class="bar" aria-hidden="true">
                <span style={{ inlineSize: `${Math.max(4, Math.round(value * 100))}%` }} />
              </span>
              <span class="soft">{criterionText(id, level, name)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Part title={t('practice_wentWell')} empty={t('practice_wentWellEmpty')} count={outcome.strengths.length}>
        {outcome.strengths.map(({ id, quote }) => (
          <li key={id} class="went-well">
            <Check />
            <b>{strengthLabel(id)}</b>
            {quote && <Quote text={quote} />}
          </li>
        ))}
      </Part>
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
          <li key={`gap-${gap.start}`}>
            <span class="label">{t('practice_gapOpen')}</span>
            <span class="gap" lang="en">{`[${gap.name}]`}</span>
          </li>
        ))}
      </Part>
      {outcome.commitments.length > 0 && (
        <Part title={t('practice_promised', name)} empty="" count={outcome.commitments.length}>
          {outcome.commitments.map(({ quote, due }) => (
            <li key={quote}>
              <Quote text={quote} />
              <span class="soft">{due ? t('practice_promisedBy', due) : t('practice_promisedNoTime')}</span>
            </li>
          ))}
        </Part>
      )}
    </div>
  );
}

function criterionText(id: CriterionId, level: Level, name: string): string {
  // Plain words are no feat that a strength could name: nothing against them is all there is to say.
  if (level === 'fine') return t(id === 'plain-words' ? 'practice_plain_words_strong' : 'practice_fine');
  return t(`practice_${keyPart(id)}_${level}`, name);
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

interface PartProps {
  title: string;
  empty: string;
  count: number;
  children: ComponentChildren;
}

function Part({ title, empty, count, children }: PartProps) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {count > 0 || empty === '' ? <ul>{children}</ul> : <p class="soft">{empty}</p>}
    </section>
  );
}

function Quote({ text }: { text: string }) {
  return <q lang="en">{text}</q>;
}
