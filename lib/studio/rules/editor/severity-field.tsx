/** How strongly the rule speaks, in the product's terms. */
import { useId } from 'preact/hooks';
import type { Severity } from '../../../engine/types';
import { t } from '../../../ui/text';
import { SEVERITIES } from '../severity-select';

interface Props {
  severity: Severity;
  onChange(severity: Severity): void;
}

export function SeverityField({ severity, onChange }: Props) {
  const name = useId();
  return (
    <fieldset class="severity-field">
      <legend>{t('rules_strength')}</legend>
      {SEVERITIES.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={severity === one} onChange={() => onChange(one)} />
          <span>
            <span class="tag" data-severity={one}>
              {t(`severity_${one}`)}
            </span>
            <span class="soft">{t(`rules_severity_${one}_text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
