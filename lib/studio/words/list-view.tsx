/** One list: add, find, change in place, remove and take it back. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { plural, t } from '../../ui/text';
import { routeHash } from '../route';
import type { Studio } from '../types';
import type { Clash } from './clashes';
import { FindRows } from './find-rows';
import { cellText, listTitle } from './labels';
import { holds, type List, type Row } from './lists';
import { PasteMany } from './paste-many';
import { RowForm } from './row-form';
import { RowView } from './row-view';
import { useList } from './use-list';

interface Props {
  studio: Studio;
  list: List;
  rows: readonly Row[];
  /** By row. */
  clashes: ReadonlyMap<number, readonly Clash[]>;
  /** What the address asks for. */
  asked: string;
}

/** So many rows are drawn at a time. */
const AT_ONCE = 100;

export function ListView({ studio, list, rows, clashes, asked }: Props) {
  const edits = useList(studio, list, rows);
  const [search, setSearch] = useState(asked);
  const [oddOnly, setOddOnly] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [editing, setEditing] = useState<number | null>(null);
  const [drawn, setDrawn] = useState(AT_ONCE);
  const root = useRef<HTMLElement>(null);
  useEffect(() => setSearch(asked), [asked]);
  const found = useMemo(() => {
    const wanted = (row: Row) => holds(row, search, (cell, column) => cellText(list, cell, column));
    return rows.flatMap((row, at) => ((!oddOnly || clashes.has(at)) && wanted(row) ? [at] : []));
  }, [rows, search, oddOnly, clashes, list]);

  /** Where the row has gone, the one that took its place; where none is left, the form above. */
  const focus = (place: number, part: '.edit' | '.remove') =>
    requestAnimationFrame(() => {
      const buttons = [...(root.current?.querySelectorAll<HTMLElement>(`.rows ${part}`) ?? [])];
      (buttons[place] ?? buttons.at(-1) ?? root.current?.querySelector<HTMLElement>('.field'))?.focus();
    });
  const close = (place: number) => {
    setEditing(null);
    focus(place, '.edit');
  };
  const find = (q: string) => {
    setSearch(q);
    setDrawn(AT_ONCE);
    const query = q && new URLSearchParams({ q }).toString();
    history.replaceState(null, '', routeHash({ view: 'words', at: list.id, query }));
  };

  return (
    <section class="list" ref={root} aria-labelledby="list-title">
      <header>
        <h2 id="list-title">{listTitle(list.id)}</h2>
        {!pasting && (
          <button type="button" class="button" onClick={() => setPasting(true)}>
            {t('studio_paste')}
          </button>
        )}
      </header>
      <p class="soft lead">{t(`studio_list_${list.id}_text`)}</p>
      {pasting ? (
        <PasteMany
          list={list}
          rows={rows}
          onAdd={async (next, count) => {
            if (await edits.addMany(next, count)) setPasting(false);
          }}
          onCancel={() => setPasting(false)}
        />
      ) : (
        <RowForm
          list={list}
          start={list.columns.map(({ choices }) => choices?.[0] ?? '')}
          submit={t('studio_add')}
          onSubmit={edits.add}
        />
      )}
      <p class="problem" role="alert">
        {edits.problem}
      </p>
      {rows.length === 0 && !pasting && <p class="soft nothing">{t(`studio_list_${list.id}_none`)}</p>}
      <FindRows
        search={search}
        onSearch={find}
        odd={clashes.size}
        oddOnly={oddOnly}
        onOddOnly={setOddOnly}
        found={found.length}
        all={rows.length}
      />
      <ul class="rows">
        {found.slice(0, drawn).map((at, place) => {
          const row = rows[at] as Row;
          return (
            <li key={`${at} ${row[0]}`}>
              {editing === at ? (
                <RowForm
                  list={list}
                  start={row}
                  submit={t('studio_keep')}
                  onSubmit={async (next) => {
                    const kept = await edits.replace(at, next);
                    if (kept) close(place);
                    return kept;
                  }}
                  onCancel={() => close(place)}
                />
              ) : (
                <RowView
                  list={list}
                  row={row}
                  clashes={clashes.get(at) ?? []}
                  onEdit={() => setEditing(at)}
                  onRemove={async () => {
                    setEditing(null);
                    if (await edits.remove(at)) focus(place, '.remove');
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      {found.length > drawn && (
        <button type="button" class="button" onClick={() => setDrawn(drawn + AT_ONCE)}>
          {plural('studio_more', Math.min(AT_ONCE, found.length - drawn))}
        </button>
      )}
      <div class="news" data-quiet={edits.news === ''}>
        <span role="status">{edits.news}</span>
        {edits.undo && (
          <button type="button" class="button small" onClick={edits.undo}>
            {t('studio_undo')}
          </button>
        )}
      </div>
    </section>
  );
}
