/** Changes to a list: each is a version with a note in words. */
import { useState } from 'preact/hooks';
import { plural, t } from '../../ui/text';
import type { Saving } from '../saving';
import type { Studio } from '../types';
import { listTitle, nameOf } from './labels';
import { keyOf, type List, type Row } from './lists';

/** Each gives whether it was kept. */
export interface Edits {
  add(row: Row): Promise<boolean>;
  /** `count`: how many of `next` are added or changed. */
  addMany(next: readonly Row[], count: number): Promise<boolean>;
  replace(at: number, row: Row): Promise<boolean>;
  remove(at: number): Promise<boolean>;
  /** What is on the list already and was added once more. */
  there: string;
}

export function useList(studio: Studio, saving: Saving, list: List, rows: readonly Row[]): Edits {
  const [there, setThere] = useState('');
  // The rows are those of this version: what another tab made since stays.
  const seen = studio.versions.value[0]?.number ?? 0;
  const change = (next: readonly Row[], news: string): Promise<boolean> => {
    setThere('');
    const note = t('studio_words_note', listTitle(list.id), news);
    return saving.save((layer) => list.withRows(layer, next), news, { note, since: seen });
  };
  const replace = async (at: number, row: Row): Promise<boolean> => {
    const same = row.every((cell, column) => cell === rows[at]?.[column]);
    return same || change(rows.with(at, row), t('studio_row_changed', nameOf(row)));
  };
  return {
    there,
    add: async (row) => {
      const at = rows.findIndex((other) => keyOf(other) === keyOf(row));
      if (at < 0) return change([...rows, row], t('studio_row_added', nameOf(row)));
      const kept = await replace(at, row);
      setThere(t('studio_row_there', nameOf(row)));
      return kept;
    },
    addMany: (next, count) => change(next, plural('studio_rows_added', count)),
    replace,
    remove: (at) => change(rows.toSpliced(at, 1), t('studio_row_removed', nameOf(rows[at] ?? []))),
  };
}
