/** Puts slots and gaps into a snippet where the caret is. */
import type { RefObject } from 'preact';
import { t } from '../../ui/text';

const PARTS = [
  { id: 'name', text: '{name}' },
  { id: 'day', text: '[day]' },
  { id: 'time', text: '[day, time]' },
  { id: 'gap', text: '[…]' },
] as const;

interface Props {
  area: RefObject<HTMLTextAreaElement | null>;
  onInsert(text: string): void;
}

export function Insert({ area: { current: area }, onInsert }: Props) {
  const insert = (text: string) => {
    if (!area) return;
    const { selectionStart: start, selectionEnd: end } = area;
    area.setRangeText(text, start, end, 'end');
    onInsert(area.value);
    area.focus();
    // What a gap is called is typed next.
    if (text === '[…]') area.setSelectionRange(start + 1, start + 2);
  };
  return (
    <fieldset class="insert">
      <legend>{t('studio_insert')}</legend>
      {PARTS.map(({ id, text }) => (
        <button key={id} type="button" class="button small" onClick={() => insert(text)}>
          {t(`studio_insert_${id}`)}
        </button>
      ))}
    </fieldset>
  );
}
