/** From and to: days, and scores. */
import { useEffect, useState } from 'preact/hooks';
import type { Filter } from '../../audit/filter';
import { t } from '../../ui/text';

interface Props {
  filter: Filter;
  onChange(changed: Partial<Filter>): void;
}

export function Period({ filter, onChange }: Props) {
  return (
    <div class="range">
      <label>
        {t('replies_from')}
        <input
          class="field"
          type="date"
          value={filter.from ?? ''}
          max={filter.to}
          onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
        />
      </label>
      <label>
        {t('replies_to')}
        <input
          class="field"
          type="date"
          value={filter.to ?? ''}
          min={filter.from}
          onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
        />
      </label>
    </div>
  );
}

export function Scores({ filter, onChange }: Props) {
  return (
    <div class="range">
      <ScoreField label={t('replies_least')} value={filter.least} onChange={(least) => onChange({ least })} />
      <ScoreField label={t('replies_most')} value={filter.most} onChange={(most) => onChange({ most })} />
    </div>
  );
}

interface ScoreProps {
  label: string;
  value: number | undefined;
  onChange(value: number | undefined): void;
}

/** Taken once it is typed: "8" on the way to "80" is no filter yet. */
function ScoreField({ label, value, onChange }: ScoreProps) {
  const [typed, setTyped] = useState(value?.toString() ?? '');
  useEffect(() => setTyped(value?.toString() ?? ''), [value]);
  return (
    <label>
      {label}
      <input
        class="field"
        type="number"
        min="0"
        max="100"
        step="1"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={() => {
          const number = Math.round(Number(typed));
          const meant = typed.trim() !== '' && Number.isFinite(number);
          onChange(meant ? Math.min(100, Math.max(0, number)) : undefined);
        }}
      />
    </label>
  );
}
