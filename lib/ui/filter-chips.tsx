/** What of a filter is in force, as chips that can be taken away. */
import type { FilterPart } from './filter';
import { Cross } from './icons';
import { t } from './text';

interface Props<F> {
  parts: readonly FilterPart<F>[];
  onFilter(filter: F): void;
  onClear(): void;
}

export function FilterChips<F>({ parts, onFilter, onClear }: Props<F>) {
  if (parts.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('replies_in_force')}>
      {parts.map(({ key, text, without }) => (
        <li key={key}>
          <button type="button" class="chip" title={t('replies_take_away', text)} onClick={() => onFilter(without)}>
            <span>{text}</span>
            <Cross size={9} />
            <span class="visually-hidden">{t('replies_take_away', '')}</span>
          </button>
        </li>
      ))}
      {parts.length > 1 && (
        <li>
          <button type="button" class="link soft" onClick={onClear}>
            {t('replies_clear')}
          </button>
        </li>
      )}
    </ul>
  );
}
