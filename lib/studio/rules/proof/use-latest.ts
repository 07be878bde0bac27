/** The answer to what was asked last: asked when typing pauses, kept until the next one is there. */
import { useEffect, useState } from 'preact/hooks';

/** ms. */
export const PAUSE = 150;

export interface Latest<T> {
  /** Of the last question that was answered. */
  value: T | null;
  /** Why there is no answer to the last question. */
  problem: string | null;
}

/** `ask`: null where there is nothing to ask. Asks again when one of `inputs` is another. */
export function useLatest<T>(ask: (() => Promise<T>) | null, inputs: readonly unknown[]): Latest<T> {
  const [latest, setLatest] = useState<Latest<T>>({ value: null, problem: null });
  useEffect(() => {
    if (!ask) {
      setLatest({ value: null, problem: null });
      return;
    }
    let isOver = false;
    const answered = (next: (before: Latest<T>) => Latest<T>) => {
      if (!isOver) setLatest(next);
    };
    const timer = setTimeout(() => {
      ask().then(
        (value) => answered(() => ({ value, problem: null })),
        (error: Error) => answered(({ value }) => ({ value, problem: error.message })),
      );
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [ask === null, ...inputs]);
  return latest;
}
