/** One pattern: as chips, or as text for those who want it and where it can't be read. */
import { useState } from 'preact/hooks';
import { Cross } from '../../../ui/icons';
import { t } from '../../../ui/text';
import type { Rulebook, Tester } from '../../types';
import { ChipRow } from './chip-row';
import { attempt, readChips, textOf } from './chips';
import { PatternText } from './pattern-text';

interface Props {
  text: string;
  label: string;
  control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };
  tester: Tester;
  classes: Rulebook['classes'];
  onChange(text: string): void;
  onRemove: (() => void) | null;
}

export function PatternField({ text, label, control, tester, classes, onChange, onRemove }: Props) {
  const [asText, setAsText] = useState(false);
  const chips = attempt(() => readChips(text));
  const readable = !(chips instanceof Error);
  const tools = (
    <>
      {text && (
        <button
          type="button"
          class="link"
          disabled={!readable}
          aria-pressed={asText || !readable}
          onClick={() => setAsText(!asText)}
        >
          {t(asText || !readable ? 'rules_as_chips' : 'rules_as_text')}
        </button>
      )}
      {onRemove && (
        <button
          type="button"
          class="button icon quiet"
          aria-label={t('rules_remove_pattern', label)}
          title={t('rules_remove_pattern', label)}
          onClick={onRemove}
        >
          <Cross />
        </button>
      )}
    </>
  );
  return asText || !readable ? (
    <>
      <PatternText text={text} label={label} control={control} onChange={onChange} />
      <div class="chip-tools">{tools}</div>
    </>
  ) : (
    <ChipRow
      chips={chips}
      label={label}
      control={control}
      tester={tester}
      classes={classes}
      tools={tools}
      onChange={(next) => onChange(textOf(next))}
    />
  );
}
