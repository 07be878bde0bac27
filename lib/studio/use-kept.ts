/** What is being typed and not saved yet: kept while the tab lives, also over a reload or a look at another view. */
import { useState } from 'preact/hooks';

/** null: nothing is being typed. */
export function useKept<T>(name: string): [T | null, (value: T | null) => void] {
  const key = `studio-draft ${name}`;
  const [value, setValue] = useState<T | null>(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null);
  const keep = (next: T | null) => {
    if (next === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(next));
    setValue(next);
  };
  return [value, keep];
}
