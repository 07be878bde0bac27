/** Changes to a list: each is a version with a note in words, and the last one can be taken back. */
import { useState } from 'preact/hooks';
import { plural, t } from '../../ui/text';
import type { Studio } from '../types';
import { useSave } from '../use-save';
import { listTitle, nameOf } from './labels';
import { keyOf, type List, type Row } from './lists';

export interface Edits {
  /** What was done last. */
  news: string;
  problem: string;
  /** Each gives whether it was kept. */
  add(row: Row): Promise<boolean>;
  /** `count`: how many of `next` are added or changed. */
  addMany(next: readonly Row[], count: number): Promise<boolean>;
  replace(at: number, row: Row): Promise<boolean>;
  remove(at: number): Promise<boolean>;
  /** null: there is nothing to take back. */
  undo: (() => void) | null;
}

export function useList(studio: Studio, list: List, rows: readonly Row[]): Edits {
  const { save, problem } = useSave(studio);
  // The rows are those of this version: what another tab made since stays.
  const seen = studio.versions.value[0]?.number ?? 0;
  const [news, setNews] = useState<{ text: string; before?: readonly Row[] }>({ text: '' });
  const change = async (next: readonly Row[], text: string, before?: readonly Row[]): Promise<boolean> => {
    const note = t('studio_words_note', listTitle(list.id), text);
    const saved = await save((layer) => list.withRows(layer, next), note, seen);
    if (saved) setNews({ text, ...(before && { before }) });
    return saved;
  };
  const replace = async (at: number, row: Row): Promise<boolean> => {
    const same = row.every((cell, column) => cell === rows[at]?.[column]);
    return same || change(rows.with(at, row), t('studio_row_changed', nameOf(row)), rows);
  };
  const { before } = news;
  return {
    news: news.text,
    problem,
    add: async (row) => {
      const there = rows.findIndex((other) => keyOf(other) === keyOf(row));
      if (there < 0) return change([...rows, row], t('studio_row_added', nameOf(row)), rows);
      setNews({ text: t('studio_row_there', nameOf(row)) });
      return replace(there, row);
    },
    addMany: (next, count) => change(next, plural('studio_rows_added', count), rows),
    replace,
    remove: (at) => change(rows.toSpliced(at, 1), t('studio_row_removed', nameOf(rows[at] ?? [])), rows),
    undo: before ? () => void change(before, t('studio_undone', news.text)) : null,
  };
}
