/** The focus among rows of which only those on show are drawn: one row can be tabbed to, keys go on from there. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VirtualRows } from './use-virtual-rows';

interface Rows {
  count: number;
  /** The row that can be tabbed to. */
  current: number;
  setCurrent(row: number): void;
  virtual: Pick<VirtualRows, 'scroller' | 'scrollTo' | 'fit'>;
  /** What of the current row takes the focus. */
  target: string;
}

export interface RowFocus {
  /** Brings a row into view and the focus into it. */
  focusRow(row: number): void;
  /** Where a key leads; undefined where it leads nowhere. */
  rowFor(key: string): number | undefined;
}

export function useRowFocus({ count, current, setCurrent, virtual, target }: Rows): RowFocus {
  const soon = useRef(false);
  // The row is there to be focused after it was drawn.
  useLayoutEffect(() => {
    if (!soon.current) return;
    soon.current = false;
    virtual.scroller.current?.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
  });
  return {
    focusRow(row) {
      const next = Math.max(0, Math.min(count - 1, row));
      setCurrent(next);
      virtual.scrollTo(next);
      soon.current = true;
    },
    rowFor: (key) =>
      ({
        ArrowDown: current + 1,
        ArrowUp: current - 1,
        PageDown: current + virtual.fit,
        PageUp: current - virtual.fit,
        Home: 0,
        End: count - 1,
      })[key],
  };
}
