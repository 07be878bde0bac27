/** Many rows at once, with what becomes of each before anything is added. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { quote } from '../../panel/excerpt';
import { keyPart } from '../../ui/principles';
import { plural, t } from '../../ui/text';
import { choiceLabel } from './labels';
import type { List, Row } from './lists';
import { type Pasted, pasted, withPasted } from './paste';
import { Said } from './row-view';

interface Props {
  list: List;
  rows: readonly Row[];
  /** `count`: how many are added or changed. */
  onAdd(rows: Row[], count: number): void;
  onCancel(): void;
}

/** So many lines are shown of what was pasted; what is wrong comes first. */
const SHOWN = 200;
const TAKEN = ['new', 'change'];

export function PasteMany({ list, rows, onAdd, onCancel }: Props) {
  const [text, setText] = useState('');
  const [otherwise, setOtherwise] = useState<Row>(list.columns.map(({ choices }) => choices?.[0] ?? ''));
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => area.current?.focus(), []);
  const lines = useMemo(
    () => pasted(text, { list, rows, otherwise, label: (choice) => choiceLabel(list.id, choice) }),
    [text, list, rows, otherwise],
  );
  const taken = lines.filter(({ fate }) => TAKEN.includes(fate)).length;
  return (
    <form
      class="paste card"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (taken) onAdd(withPasted(rows, lines), taken);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !text) onCancel();
      }}
    >
      <h3 id={id}>{t('studio_paste')}</h3>
      <label class="cell">
        <span class="soft">{t(`studio_paste_${list.id}`)}</span>
        <textarea
          class="field"
          ref={area}
          rows={5}
          value={text}
          placeholder={t(`studio_paste_${list.id}_example`)}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {list.columns.map(
        ({ id: column, choices }, at) =>
          choices && (
            <label key={column} class="cell">
              {t('studio_paste_otherwise', t(`studio_column_${column}`))}
              <select
                class="field"
                value={otherwise[at]}
                onChange={(event) => setOtherwise(otherwise.with(at, event.currentTarget.value))}
              >
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {choiceLabel(list.id, choice)}
                  </option>
                ))}
              </select>
            </label>
          ),
      )}
      <p class="soft" role="status">
        {lines.length > 0 && summary(lines)}
      </p>
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section class="preview" tabIndex={0} aria-label={t('studio_paste_preview')}>
          <ul>
            {wrongFirst(lines)
              .slice(0, SHOWN)
              .map((line, at) => (
                <li key={at}>
                  <Said list={list} row={line.row.map(shortened)} />
                  <span class="fate" data-wrong={isWrong(line)}>
                    {fateText(line, list)}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      )}
      <div class="actions">
        <button type="submit" class="button primary" disabled={taken === 0}>
          {taken ? plural('studio_paste_add', taken) : t('studio_add')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('studio_cancel')}
        </button>
      </div>
    </form>
  );
}

function summary(lines: readonly Pasted[]): string {
  const count = (...fates: string[]) => lines.filter(({ fate }) => fates.includes(fate)).length;
  const same = count('same', 'twice');
  const wrong = lines.filter(isWrong).length;
  return [
    plural('studio_paste_new', count('new')),
    count('change') > 0 && plural('studio_paste_changed', count('change')),
    same > 0 && plural('studio_paste_same', same),
    wrong > 0 && plural('studio_paste_wrong', wrong),
  ]
    .filter(Boolean)
    .join(' · ');
}

const isWrong = ({ fate }: Pasted) => !['same', 'twice', ...TAKEN].includes(fate);
const shortened = (cell: string) => quote(cell, { start: 0, end: cell.length }, 160);

function wrongFirst(lines: readonly Pasted[]): Pasted[] {
  return [...lines.filter(isWrong), ...lines.filter((line) => !isWrong(line))];
}

function fateText({ fate, was }: Pasted, { columns }: List): string {
  if (fate === 'change') return t('studio_fate_change', was?.[1] || t('studio_no_instead'));
  if (fate === 'new' || fate === 'same' || fate === 'twice' || fate === 'full') return t(`studio_fate_${fate}`);
  return t(`studio_fault_${keyPart(fate)}`, columns[0]?.longest ?? 0);
}
