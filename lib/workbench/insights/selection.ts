/** The replies that a filter means, as numbers of the run. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Columns } from '../../audit/columns';
import type { Filter } from '../../audit/filter';
import { query, type Sets } from '../../audit/query';
import { reviewer } from '../replies/reviewer';
import type { OpenRun } from '../types';

export type Select = (filter: Filter) => Uint32Array;

/** Gives what selects replies, the filter's text looked up; null until it is. */
export function useSelect(open: OpenRun, { text, list }: Filter): Select | null {
  const columns = open.columns.value;
  const found = useSearch(open, text, columns);
  const verdicts = open.verdicts.value;
  const lists = open.lists.value;
  return useMemo(() => {
    if (text && !found) return null;
    const sets: Sets = {
      text: found,
      list: list ? (lists.find(({ id }) => id === list)?.seqs ?? []) : null,
      seen: new Set(
        verdicts.filter((verdict) => verdict.done && verdict.reviewer === reviewer.value).map(({ seq }) => seq),
      ),
    };
    return (filter) => query(columns, filter, sets).seqs;
  }, [columns, found, verdicts, reviewer.value, lists, text, list]);
}

function useSearch(open: OpenRun, text: string | undefined, columns: Columns): ReadonlySet<number> | null {
  const [found, setFound] = useState<{ text: string; seqs: ReadonlySet<number> } | null>(null);
  useEffect(() => {
    if (!text) return;
    const leave = new AbortController();
    open.search(text, leave.signal).then(
      (seqs) => setFound({ text, seqs }),
      (error: Error) => {
        if (error.name !== 'AbortError') throw error;
      },
    );
    return () => leave.abort();
  }, [text, columns.length]);
  return text && found?.text === text ? found.seqs : null;
}
