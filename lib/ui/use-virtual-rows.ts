/** Draws only the rows that are on show: @tanstack/virtual-core for Preact. */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface VirtualRows {
  scroller: RefObject<HTMLDivElement | null>;
  rows: VirtualItem[];
  /** px. */
  height: number;
  scrollTo(index: number): void;
  /** Moves what is on show by so many rows without a jump for the eye. */
  shift(by: number): void;
  /** How many rows fit. */
  fit: number;
  /** The first row on show. */
  first: number;
}

interface Options {
  count: number;
  /** px, the same for every row. */
  rowHeight: number;
  /** px that the sticky header covers. */
  header: number;
  /** This row is drawn wherever it is, so that the focus in it is not lost; -1 for none. */
  keep: number;
}

export function useVirtualRows({ count, rowHeight, header, keep }: Options): VirtualRows {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: header,
    scrollPaddingStart: header,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(0),
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const rows = defaultRangeExtractor(range);
      return keep < 0 || keep >= count || rows.includes(keep) ? rows : [...rows, keep].sort((a, b) => a - b);
    },
  };
  const [virtual] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight]);
  return {
    scroller,
    rows: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    shift: (by) => scroller.current?.scrollBy({ top: by * rowHeight, behavior: 'instant' }),
    fit: Math.max(1, Math.floor(((virtual.scrollRect?.height ?? 0) - header) / rowHeight)),
    first: Math.max(0, Math.floor((virtual.scrollOffset ?? 0) / rowHeight)),
  };
}
