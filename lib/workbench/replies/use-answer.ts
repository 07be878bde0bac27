/** The replies that the address asks for. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { filterQuery } from '../../audit/filter';
import type { WorkList } from '../../audit/model';
import { type Answer, query } from '../../audit/query';
import { FIRST_DIRECTION, type Sort } from '../../audit/sort';
import type { RunRoute } from '../route';
import type { OpenRun } from '../types';

export interface Asked extends Answer {
  sort: Sort | undefined;
  /** Reviewed replies of the run, whatever the filter. */
  total: number;
  /** The filter's work list. */
  list: WorkList | null;
  /** The texts are still being searched: the answer is not narrowed by them yet. */
  searching: boolean;
}

export function useAnswer(open: OpenRun, route: RunRoute, done: ReadonlySet<number>): Asked {
  const { filter } = route;
  const columns = open.columns.value;
  const list = open.lists.value.find(({ id }) => id === filter.list) ?? null;
  const found = useSearch(open, filter.text);
  const sort = route.sort ?? (list ? undefined : FIRST_DIRECTION.score);
  const answer = useMemo(
    () => query(columns, filter, { text: found, list: filter.list ? (list?.seqs ?? []) : null, seen: done }, sort),
    [columns, filterQuery(filter), found, list, done, sort?.by, sort?.descending],
  );
  const total = useMemo(() => query(columns, {}).seqs.length, [columns]);
  return { ...answer, total, sort, list, searching: filter.text !== undefined && found === null };
}

/** Null until the texts were searched. A run that is still being read is searched once more at its end. */
function useSearch(open: OpenRun, text: string | undefined): ReadonlySet<number> | null {
  const [result, setResult] = useState<{ text: string; found: ReadonlySet<number> } | null>(null);
  const over = open.run.value.phase === 'done';
  useEffect(() => {
    if (!text) return;
    const leaving = new AbortController();
    open.search(text, leaving.signal).then(
      (found) => {
        if (!leaving.signal.aborted) setResult({ text, found });
      },
      () => {},
    );
    return () => leaving.abort();
  }, [open, text, over]);
  return result && result.text === text ? result.found : null;
}
