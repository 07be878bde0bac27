/** What one criterion counts: a slider, its share of the score, and the built-in one. */
import { useId } from 'preact/hooks';
import type { CriterionId } from '../../engine/types';
import { capitalised } from '../../panel/excerpt';
import { criterionLabel, keyPart } from '../../ui/principles';
import { language, t } from '../../ui/text';
import { MOST_WEIGHT } from './shares';

interface Props {
  id: CriterionId;
  weight: number;
  builtIn: number;
  /** Of the score, 0 to 1. */
  share: number;
  builtInShare: number;
  onChange(weight: number): void;
}

/** A whole number: shares are told apart by the slider. */
const percent = (share: number) => share.toLocaleString(language(), { style: 'percent' });

export function Weight({ id, weight, builtIn, share, builtInShare, onChange }: Props) {
  const slider = useId();
  const changed = weight !== builtIn;
  return (
    <li data-criterion={id}>
      <div class="about">
        <p>
          <label for={slider}>{criterionLabel(id)}</label> {changed && <span class="badge">{t('studio_changed')}</span>}
        </p>
        <p class="soft">{capitalised(t(`practice_${keyPart(id)}_strong`, t('panel_the_customer')))}</p>
      </div>
      <div class="turn">
        <input
          id={slider}
          type="range"
          min={0}
          max={Math.max(MOST_WEIGHT, weight)}
          step={0.5}
          value={weight}
          aria-valuetext={t('studio_weight_said', weight, percent(share))}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <p class="share">
          <b>{percent(share)}</b>
          {percent(share) !== percent(builtInShare) && (
            <span class="soft"> {t('studio_weight_was', percent(builtInShare))}</span>
          )}
        </p>
      </div>
      <button
        type="button"
        class="button small"
        style={{ visibility: changed ? 'visible' : 'hidden' }}
        aria-label={t('studio_weight_back', criterionLabel(id), builtIn)}
        onClick={() => onChange(builtIn)}
      >
        {t('studio_back')}
      </button>
    </li>
  );
}
