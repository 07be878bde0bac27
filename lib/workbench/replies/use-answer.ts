/** The replies that the address asks for. */
import { useMemo } from 'preact/hooks';
import { filterQuery } from '../../audit/filter';
import type { WorkList } from '../../audit/model';
import { type Answer, query } from '../../audit/query';
import { FIRST_DIRECTION, type Sort } from '../../audit/sort';
import type { RunRoute } from '../route';
import type { OpenRun } from '../types';
import { useSearch } from '../use-search';

export interface Asked extends Answer {
  sort: Sort | undefined;
  /** Reviewed replies of the run, whatever the filter. */
  total: number;
  /** The filter's work list. */
  list: WorkList | null;
  /** The replies are still being searched: the answer is not narrowed by that yet. */
  searching: boolean;
}

export function useAnswer(open: OpenRun, route: RunRoute, done: ReadonlySet<number>): Asked {
  const { filter } = route;
  const columns = open.columns.value;
  const list = open.lists.value.find(({ id }) => id === filter.list) ?? null;
  const { found, searching } = useSearch(open, filter);
  const sort = route.sort ?? (list ? undefined : FIRST_DIRECTION.score);
  const answer = useMemo(
    () => query(columns, filter, { sought: found, list: filter.list ? (list?.seqs ?? []) : null, seen: done }, sort),
    [columns, filterQuery(filter), found, list, done, sort?.by, sort?.descending],
  );
  const total = useMemo(() => query(columns, {}).seqs.length, [columns]);
  return { ...answer, total, sort, list, searching };
}
