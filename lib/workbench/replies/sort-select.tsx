/** The order, where the table is too narrow for a header. */
import { FIRST_DIRECTION, parseSort, SORTS, type Sort, sortText } from '../../audit/sort';
import { t } from '../../ui/text';

export function SortSelect({ sort, onSort }: { sort: Sort | undefined; onSort(sort: Sort | undefined): void }) {
  const choices = SORTS.map((by) => FIRST_DIRECTION[by]);
  const other = sort && !choices.some((choice) => sortText(choice) === sortText(sort)) ? [sort] : [];
  return (
    <select
      class="field sort-select"
      aria-label={t('replies_order')}
      value={sort ? sortText(sort) : ''}
      onChange={(event) => onSort(parseSort(event.currentTarget.value))}
    >
      {!sort && <option value="">{t('replies_order_list')}</option>}
      {[...choices, ...other].map((choice) => (
        <option key={sortText(choice)} value={sortText(choice)}>
          {t(`replies_column_${choice.by}`)} {choice.descending ? '↓' : '↑'}
        </option>
      ))}
    </select>
  );
}
