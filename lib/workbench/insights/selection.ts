/** The replies that a filter means, as numbers of the run. */
import { useMemo } from 'preact/hooks';
import type { Filter } from '../../audit/filter';
import { query, type Sets } from '../../audit/query';
import { reviewer } from '../replies/reviewer';
import type { OpenRun } from '../types';
import { useSearch } from '../use-search';

export type Select = (filter: Filter) => Uint32Array;

/** Gives what selects replies, what the filter seeks looked up; null until it is. */
export function useSelect(open: OpenRun, filter: Filter): Select | null {
  const columns = open.columns.value;
  const { list } = filter;
  const { found, searching } = useSearch(open, filter);
  const verdicts = open.verdicts.value;
  const lists = open.lists.value;
  return useMemo(() => {
    if (searching) return null;
    const sets: Sets = {
      sought: found,
      list: list ? (lists.find(({ id }) => id === list)?.seqs ?? []) : null,
      seen: new Set(
        verdicts.filter((verdict) => verdict.done && verdict.reviewer === reviewer.value).map(({ seq }) => seq),
      ),
    };
    return (asked) => query(columns, asked, sets).seqs;
  }, [columns, found, verdicts, reviewer.value, lists, searching, list]);
}
