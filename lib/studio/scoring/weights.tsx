/** What each criterion counts, and what that does to a few replies. Saved by a button: a slider passes many values. */
import { useState } from 'preact/hooks';
import { CRITERIA } from '../../engine/principles';
import type { CriterionId } from '../../engine/types';
import { t } from '../../ui/text';
import { useKept } from '../use-kept';
import { useSave } from '../use-save';
import { OnlyChanged } from './only-changed';
import type { PartProps } from './part';
import { Samples } from './samples-list';
import { ownWeights, sharesOf, type Weights as WeightsById, weightsOf } from './shares';
import { Weight } from './weight';

export function Weights({ studio, tester, rulebook, layer }: PartProps) {
  const { save, problem } = useSave(studio);
  const [draft, setDraft] = useKept<WeightsById>('weights');
  const [only, setOnly] = useState(false);
  const builtIn = weightsOf({}, rulebook.weights);
  const saved = weightsOf(layer.weights, rulebook.weights);
  const weights = draft ?? saved;
  const [shares, builtInShares] = [sharesOf(weights), sharesOf(builtIn)];
  const isChanged = (id: CriterionId) => weights[id] !== builtIn[id];
  const changed = CRITERIA.filter(isChanged);
  const unsaved = CRITERIA.some((id) => weights[id] !== saved[id]);
  const nothingCounts = CRITERIA.every((id) => weights[id] === 0);
  const seen = studio.versions.value[0]?.number ?? 0;
  const own = ownWeights(weights, rulebook.weights);
  return (
    <>
      <header>
        <h2>{t('studio_scoring_weights')}</h2>
        <OnlyChanged count={changed.length} on={only} onChange={setOnly} />
      </header>
      <p class="soft lead">{t('studio_weights_text')}</p>
      <div class="weights-and-samples">
        <form
          class="card"
          onSubmit={async (event) => {
            event.preventDefault();
            if (nothingCounts || !unsaved) return;
            if (await save((now) => ({ ...now, weights: own }), t('studio_note_weights'), seen)) setDraft(null);
          }}
        >
          {only && changed.length === 0 && <p class="soft nothing">{t('studio_nothing_changed')}</p>}
          <ul class="weights">
            {CRITERIA.filter((id) => !only || isChanged(id)).map((id) => (
              <Weight
                key={id}
                id={id}
                weight={weights[id]}
                builtIn={builtIn[id]}
                share={shares[id]}
                builtInShare={builtInShares[id]}
                onChange={(weight) => setDraft({ ...weights, [id]: weight })}
              />
            ))}
          </ul>
          <p class="problem" role="alert">
            {nothingCounts ? t('studio_weights_none') : problem}
          </p>
          <div class="actions">
            <button type="submit" class="button primary" disabled={!unsaved || nothingCounts}>
              {t('studio_weights_save')}
            </button>
            {unsaved && (
              <button type="button" class="button" onClick={() => setDraft(null)}>
                {t('studio_weights_leave')}
              </button>
            )}
            {changed.length > 0 && (
              <button type="button" class="button quiet" onClick={() => setDraft(builtIn)}>
                {t('studio_weights_all_back')}
              </button>
            )}
          </div>
        </form>
        {!nothingCounts && <Samples tester={tester} layer={layer} own={own} />}
      </div>
    </>
  );
}
