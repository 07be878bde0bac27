/** The replies that a filter's text and rule are found in. */
import { useEffect, useState } from 'preact/hooks';
import { type Filter, filterQuery } from '../audit/filter';
import { isSought } from '../audit/query';
import type { OpenRun } from './types';

export interface Search {
  /** Null where nothing is sought, or until it was. */
  found: ReadonlySet<number> | null;
  searching: boolean;
}

/** A run that is still being read is searched once more at its end. */
export function useSearch(open: OpenRun, { text, rule }: Filter): Search {
  const sought = { ...(text && { text }), ...(rule && { rule }) };
  const key = isSought(sought) ? filterQuery(sought) : '';
  const [result, setResult] = useState<{ key: string; found: ReadonlySet<number> } | null>(null);
  const over = open.run.value.phase === 'done';
  useEffect(() => {
    if (!key) return;
    const leaving = new AbortController();
    open.search(sought, leaving.signal).then(
      (found) => {
        if (!leaving.signal.aborted) setResult({ key, found });
      },
      (error: Error) => {
        if (error.name !== 'AbortError') throw error;
      },
    );
    return () => leaving.abort();
  }, [open, key, over]);
  const found = key && result?.key === key ? result.found : null;
  return { found, searching: key !== '' && found === null };
}
