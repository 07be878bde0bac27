/** The fields of one row: to add it, or to change it in its place. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../ui/text';
import { Insert } from './insert';
import { choiceLabel } from './labels';
import { type Column, type List, type Row, rowFaults, tidied } from './lists';

interface Props {
  list: List;
  start: Row;
  /** What the button says. */
  submit: string;
  /** Whether it was taken. */
  onSubmit(row: Row): Promise<boolean>;
  /** A form with a way back is an editor, and has the focus at once. */
  onCancel?(): void;
}

export function RowForm({ list, start, submit, onSubmit, onCancel }: Props) {
  const [row, setRow] = useState(start);
  const [faults, setFaults] = useState<ReturnType<typeof rowFaults>>([]);
  const form = useRef<HTMLFormElement>(null);
  const focus = (column: number) => form.current?.querySelectorAll<HTMLElement>('.field')[column]?.focus();
  useEffect(() => {
    if (onCancel) focus(0);
  }, []);
  const take = async (event: Event) => {
    event.preventDefault();
    const whole = tidied(row, list);
    const found = rowFaults(whole, list);
    setFaults(found);
    if (found[0]) return focus(found[0].column);
    if (!(await onSubmit(whole)) || onCancel) return;
    // The next one is likely of the same kind.
    setRow(list.columns.map(({ choices }, at) => (choices ? (whole[at] ?? '') : '')));
    focus(0);
  };
  return (
    <form
      class="row-form"
      data-list={list.id}
      ref={form}
      noValidate
      onSubmit={take}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && onCancel) onCancel();
        // There, Enter alone is a new line.
        const inText = event.target instanceof HTMLTextAreaElement;
        if (inText && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      }}
    >
      {list.columns.map((column, at) => (
        <Cell
          key={column.id}
          list={list}
          column={column}
          value={row[at] ?? ''}
          fault={faults.find((one) => one.column === at)?.fault}
          onChange={(text) => setRow((now) => now.with(at, text))}
        />
      ))}
      <div class="actions">
        <button type="submit" class="button primary">
          {submit}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t('studio_cancel')}
          </button>
        )}
      </div>
    </form>
  );
}

interface CellProps {
  list: List;
  column: Column;
  value: string;
  fault: ReturnType<typeof rowFaults>[number]['fault'] | undefined;
  onChange(text: string): void;
}

function Cell({ list, column, value, fault, onChange }: CellProps) {
  const [id, hint] = [useId(), useId()];
  const area = useRef<HTMLTextAreaElement>(null);
  const shared = {
    id,
    class: 'field',
    value,
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault && hint,
  };
  return (
    <div class="cell">
      <label for={id}>{t(`studio_column_${column.id}`)}</label>
      {column.choices ? (
        <select {...shared} onChange={(event) => onChange(event.currentTarget.value)}>
          {column.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceLabel(list.id, choice)}
            </option>
          ))}
        </select>
      ) : column.draft ? (
        <>
          <textarea {...shared} ref={area} rows={3} onInput={(event) => onChange(event.currentTarget.value)} />
          <Insert area={area} onInsert={onChange} />
        </>
      ) : (
        <input {...shared} type="text" autocomplete="off" onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {fault && (
        <p class="fault" id={hint}>
          {t(`studio_fault_${fault}`, column.longest)}
        </p>
      )}
    </div>
  );
}
