/** What the coach looks for, how it weighs, and what agents make of it. */
import { t } from '../../ui/text';
import { Left } from '../left/left';
import type { ViewProps } from '../page';
import { Subtabs } from '../subtabs';
import { useRulebook } from '../use-rulebook';
import { Principles } from './principles';
import { Weights } from './weights';

const PARTS = { principles: Principles, weights: Weights, left: Left };
type Part = keyof typeof PARTS;
const IDS = Object.keys(PARTS) as Part[];

export function Scoring({ studio, tester, route }: ViewProps) {
  const { rulebook, problem } = useRulebook(tester);
  const [asked = '', at] = route.at?.split('/') ?? [];
  const part = IDS.find((id) => id === asked) ?? 'principles';
  const View = PARTS[part];
  const layer = studio.layer.value;
  return (
    <div class="scoring">
      <Subtabs
        label={t('studio_view_scoring')}
        view="scoring"
        current={part}
        parts={IDS.map((id) => ({ id, name: t(`studio_scoring_${id}`) }))}
      />
      <p class="problem" role="alert">
        {problem}
      </p>
      {rulebook && layer ? (
        <View studio={studio} tester={tester} rulebook={rulebook} layer={layer} at={at} />
      ) : (
        !problem && <p class="soft">{t('studio_scoring_wait')}</p>
      )}
    </div>
  );
}
