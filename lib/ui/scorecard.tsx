/** The pieces of a scorecard: what each criterion sees in a reply, what went well, what was promised. */
import type { ComponentChildren } from 'preact';
import type { CriterionId } from '../engine/types';
import { Check } from './icons';
import type { Level, Outcome } from './outcome';
import { criterionLabel, keyPart, strengthLabel } from './principles';
import { t } from './text';

interface Props {
  outcome: Outcome;
  /** The customer, as in the middle of a sentence: 'Priya', 'the customer'. */
  name: string;
}

export function Criteria({ outcome, name }: Props) {
  return (
    <section>
      <h3 class="visually-hidden">{t('practice_criteria')}</h3>
      <ul class="criteria">
        {outcome.criteria.map(({ id, level, value }) => (
          <li key={id} data-level={level}>
            <b>{criterionLabel(id)}</b>
            <span class="meter" aria-hidden="true">
              <span style={{ inlineSize: `${Math.max(4, Math.round(value * 100))}%` }} />
            </span>
            <span class="soft">{criterionText(id, level, name)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function WentWell({ outcome }: { outcome: Outcome }) {
  return (
    <Part title={t('practice_wentWell')} empty={t('practice_wentWellEmpty')} count={outcome.strengths.length}>
      {outcome.strengths.map(({ id, quote }) => (
        <li key={id} class="went-well">
          <Check />
          <b>{strengthLabel(id)}</b>
          {quote && <Quote text={quote} />}
        </li>
      ))}
    </Part>
  );
}

/** Nothing where nothing was promised. */
export function Promised({ outcome, name }: Props) {
  if (outcome.commitments.length === 0) return null;
  return (
    <Part title={t('practice_promised', name)} empty="" count={outcome.commitments.length}>
      {outcome.commitments.map(({ quote, due }) => (
        <li key={quote}>
          <Quote text={quote} />
          <span class="soft">{due ? t('practice_promisedBy', due) : t('practice_promisedNoTime')}</span>
        </li>
      ))}
    </Part>
  );
}

export function GapItem({ name }: { name: string }) {
  return (
    <li>
      <span class="label">{t('practice_gapOpen')}</span>
      <span class="gap" lang="en">{`[${name}]`}</span>
    </li>
  );
}

function criterionText(id: CriterionId, level: Level, name: string): string {
  // Plain words are no feat that a strength could name: nothing against them is all there is to say.
  if (level === 'fine') return t(id === 'plain-words' ? 'practice_plain_words_strong' : 'practice_fine');
  return t(`practice_${keyPart(id)}_${level}`, name);
}

interface PartProps {
  title: string;
  /** Said in place of an empty list; '' leaves it out. */
  empty: string;
  count: number;
  children: ComponentChildren;
}

export function Part({ title, empty, count, children }: PartProps) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {count > 0 || empty === '' ? <ul>{children}</ul> : <p class="soft">{empty}</p>}
    </section>
  );
}

export function Quote({ text }: { text: string }) {
  return <q lang="en">{text}</q>;
}
