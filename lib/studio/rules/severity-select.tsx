/** How strongly a rule speaks, with the line that the agent sees. */
import type { Severity } from '../../engine/types';
import { t } from '../../ui/text';

export const SEVERITIES = ['high', 'medium', 'low'] as const satisfies readonly Severity[];

interface Props {
  severity: Severity;
  label: string;
  onChange(severity: Severity): void;
}

export function SeveritySelect({ severity, label, onChange }: Props) {
  return (
    <span class="severity-select" data-severity={severity}>
      <span class="stroke" aria-hidden="true" />
      <select
        aria-label={label}
        title={t(`severity_${severity}`)}
        value={severity}
        onChange={(event) => onChange(event.currentTarget.value as Severity)}
      >
        {SEVERITIES.map((one) => (
          <option key={one} value={one}>
            {t(`rules_severity_${one}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
