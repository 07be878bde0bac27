/** What the coach looks for, how it weighs, and what agents make of it. */
import { useMemo } from 'preact/hooks';
import { t } from '../../ui/text';
import { Left } from '../left/left';
import type { ViewProps } from '../page';
import { SavedBar } from '../saved-bar';
import { createSaving } from '../saving';
import { Subtabs } from '../subtabs';
import { useRulebook } from '../use-rulebook';
import { Principles } from './principles';
import { Weights } from './weights';

const PARTS = { principles: Principles, weights: Weights, left: Left };
type Part = keyof typeof PARTS;
const IDS = Object.keys(PARTS) as Part[];

export function Scoring({ studio, tester, route }: ViewProps) {
  const { rulebook, problem } = useRulebook(tester);
  const saving = useMemo(() => createSaving(studio, t('rules_did_undo')), [studio]);
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
      <SavedBar studio={studio} saving={saving} />
      {problem && (
        <p class="problem" role="alert">
          {t('rules_no_engine', problem)}
        </p>
      )}
      {rulebook && layer ? (
        <View studio={studio} saving={saving} tester={tester} rulebook={rulebook} layer={layer} at={at} />
      ) : (
        !problem && <p class="soft">{t('studio_scoring_wait')}</p>
      )}
    </div>
  );
}
