/** Which principle a phrase goes against, with why that one matters. */
import { useId } from 'preact/hooks';
import type { PhrasePrinciple } from '../../engine/types';
import { PHRASE_PRINCIPLES, principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import type { Rulebook } from '../types';

interface Props {
  principle: PhrasePrinciple;
  why: Rulebook['why'];
  /** A rule in the place of a built-in one stays where that one is. */
  fixed?: boolean;
  onChange(principle: PhrasePrinciple): void;
}

export function PrincipleField({ principle, why, fixed = false, onChange }: Props) {
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{t('rules_principle')}</label>
      <select
        id={id}
        class="field"
        value={principle}
        disabled={fixed}
        aria-describedby={`${id}-why`}
        onChange={(event) => onChange(event.currentTarget.value as PhrasePrinciple)}
      >
        {PHRASE_PRINCIPLES.map((one) => (
          <option key={one} value={one}>
            {principleLabel(one)}
          </option>
        ))}
      </select>
      <p class="soft" id={`${id}-why`}>
        {why[principle]?.short}
      </p>
    </div>
  );
}
