/** Shows only what the team has made different. */
import { t } from '../../ui/text';

interface Props {
  /** How many of those below are changed. */
  count: number;
  on: boolean;
  onChange(on: boolean): void;
}

export function OnlyChanged({ count, on, onChange }: Props) {
  return (
    <button
      type="button"
      class="button only-changed"
      aria-pressed={on}
      disabled={count === 0 && !on}
      onClick={() => onChange(!on)}
    >
      {t('studio_only_changed', count)}
    </button>
  );
}
