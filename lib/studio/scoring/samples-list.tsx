/** Sample replies with their score as built in and as it would be. */
import { useEffect, useState } from 'preact/hooks';
import { CRITERIA } from '../../engine/principles';
import type { Scorecard } from '../../engine/types';
import { quote } from '../../panel/excerpt';
import type { Layer } from '../../phrasebank/layer';
import { criterionLabel } from '../../ui/principles';
import { language, t } from '../../ui/text';
import { number } from '../../workbench/format';
import type { Tester } from '../types';
import { type Sample, samples } from './samples';

interface Props {
  tester: Tester;
  layer: Layer;
  /** The weights in work, as far as they are not the built-in ones. */
  own: Layer['weights'];
}

interface Scored extends Sample {
  before: Scorecard;
  after: Scorecard;
}

/** A slider passes many values: the last one counts. */
const PAUSE = 80;

export function Samples({ tester, layer, own }: Props) {
  const [scored, setScored] = useState<Scored[]>([]);
  const [problem, setProblem] = useState('');
  const wanted = JSON.stringify(own);
  useEffect(() => {
    let late = false;
    const read = async () => {
      const drafts = await samples();
      const [before, after] = await Promise.all([
        tester.scores(layer, {}, drafts),
        tester.scores(layer, JSON.parse(wanted) as Layer['weights'], drafts),
      ]);
      if (late) return;
      setScored(
        drafts.flatMap((draft, at) => {
          const [was, is] = [before[at], after[at]];
          return was && is ? { ...draft, before: was, after: is } : [];
        }),
      );
      setProblem('');
    };
    const timer = setTimeout(() => read().catch((error: Error) => !late && setProblem(error.message)), PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [tester, layer, wanted]);
  return (
    <section class="samples" aria-labelledby="samples-title">
      <h3 id="samples-title">{t('studio_samples')}</h3>
      <p class="soft">{t('studio_samples_text')}</p>
      <p class="problem" role="alert">
        {problem}
      </p>
      {scored.length === 0 && !problem && <p class="soft">{t('studio_scoring_wait')}</p>}
      <ul>
        {scored.map((sample) => (
          <li key={sample.id} class="sample">
            <SampleReply {...sample} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SampleReply({ draft, customer, before, after }: Scored) {
  const difference = after.score - before.score;
  return (
    <details>
      <summary>
        <span class="opening" lang="en">
          {quote(draft, { start: 0, end: draft.length }, 76)}
        </span>
        <span class="scores" data-difference={Math.sign(difference)}>
          {difference !== 0 && <span class="soft">{before.score} → </span>}
          <b>{after.score}</b>
          {difference !== 0 && (
            <span class="by"> {difference.toLocaleString(language(), { signDisplay: 'exceptZero' })}</span>
          )}
        </span>
      </summary>
      <dl lang="en">
        <dt>{t('studio_sample_customer')}</dt>
        <dd class="soft">{customer}</dd>
        <dt>{t('studio_sample_reply')}</dt>
        <dd>{draft}</dd>
      </dl>
      <ul class="sample-criteria">
        {CRITERIA.map((id) => {
          const value = after.criteria[id];
          return (
            <li key={id}>
              {criterionLabel(id)} <b>{value === null ? t('studio_sample_not_asked') : number(100 * value)}</b>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
