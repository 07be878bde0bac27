/** Finding rows in a long list, and those that contradict another. */
import { plural, t } from '../../ui/text';

interface Props {
  search: string;
  onSearch(search: string): void;
  /** Rows that something is odd about, and whether only these are shown. */
  odd: number;
  oddOnly: boolean;
  onOddOnly(only: boolean): void;
  found: number;
  all: number;
}

/** From so many rows on a list is searched rather than read. */
const LONG = 8;

export function FindRows({ search, onSearch, odd, oddOnly, onOddOnly, found, all }: Props) {
  const searchable = all > LONG || search !== '';
  if (!searchable && odd === 0 && !oddOnly) return null;
  return (
    <search class="find">
      {searchable && (
        <input
          class="field"
          type="search"
          aria-label={t('studio_find')}
          placeholder={t('studio_find')}
          value={search}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      )}
      {(odd > 0 || oddOnly) && (
        <button type="button" class="button odd" aria-pressed={oddOnly} onClick={() => onOddOnly(!oddOnly)}>
          {plural('studio_odd', odd)}
        </button>
      )}
      <span class="soft" role="status">
        {found < all && t('studio_found', found, all)}
      </span>
    </search>
  );
}
