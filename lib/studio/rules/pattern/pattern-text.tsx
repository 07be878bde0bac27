/** A pattern as text, for those who know the language, with its fault at its place. */
import { parsePattern } from '../../../engine/pattern/parse';
import { t } from '../../../ui/text';
import { attempt } from './chips';

interface Props {
  text: string;
  label: string;
  control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };
  onChange(text: string): void;
}

export function PatternText({ text, label, control, onChange }: Props) {
  const read = text.trim() ? attempt(() => parsePattern(text)) : null;
  const fault = read instanceof Error ? read : null;
  const place = `${control.id}-place`;
  return (
    <>
      <textarea
        class="field code"
        {...control}
        aria-invalid={control['aria-invalid'] || fault !== null}
        aria-describedby={[control['aria-describedby'], place].filter(Boolean).join(' ')}
        rows={Math.min(8, Math.max(2, Math.ceil(text.length / 70)))}
        spellcheck={false}
        aria-label={label}
        value={text}
        onInput={(event) => onChange(event.currentTarget.value.replaceAll('\n', ' '))}
      />
      <p id={place} class={fault ? 'fault' : 'soft'} role="status">
        {fault ? (
          <>
            {t('rules_text_fault', fault.reason, fault.at + 1)}
            <code class="excerpt">
              {text.slice(Math.max(0, fault.at - AROUND), fault.at)}
              <mark>{text.slice(fault.at, fault.at + 1) || ' '}</mark>
              {text.slice(fault.at + 1, fault.at + AROUND)}
            </code>
          </>
        ) : (
          t('rules_text_help')
        )}
      </p>
    </>
  );
}

/** So many characters on either side of a fault are shown. */
const AROUND = 24;
