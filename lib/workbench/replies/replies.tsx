/** The replies of a run: the table, what narrows it, the reviewer's list, and the reply that is open. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { filterQuery } from '../../audit/filter';
import { sortText } from '../../audit/sort';
import { language, t } from '../../ui/text';
import { go, type RunRoute } from '../route';
import type { OpenRun } from '../types';
import { KeysDialog, NameDialog } from './dialogs';
import { FilterBar } from './filter-bar';
import { partsOf } from './filter-words';
import { createJudging } from './judging';
import { ListBar, ListMenu } from './list-bar';
import { NewList } from './new-list';
import { Nothing } from './nothing';
import { Review } from './review';
import { reviewer } from './reviewer';
import { SortSelect } from './sort-select';
import { ReplyTable } from './table';
import { createTexts } from './texts';
import { useAnswer } from './use-answer';

export interface ViewProps {
  open: OpenRun;
  route: RunRoute;
}

const format = (count: number) => count.toLocaleString(language());

export function Replies({ open, route }: ViewProps) {
  const judging = useMemo(() => createJudging(open), [open]);
  const texts = useMemo(() => createTexts(open.read), [open]);
  const [dialog, setDialog] = useState<'keys' | 'list' | 'name' | null>(null);
  /** What waits for the reviewer's name. */
  const named = useRef<(() => void) | null>(null);
  const done = judging.done.value;
  const asked = useAnswer(open, route, done);
  const columns = open.columns.value;
  const { seqs, facets, sort, list } = asked;
  // A list on show has a bar of its own.
  const parts = partsOf(route.filter, open.lists.value).filter(({ key }) => key !== 'list' || !list);

  const show = (seq: number | undefined, how: 'push' | 'replace') => go({ ...route, reply: seq }, how);
  const withName = (then: () => void) => {
    if (reviewer.value) return then();
    named.current = then;
    setDialog('name');
  };
  const nextOpen = () => {
    const next = seqs.find((seq) => !done.has(seq) && seq !== route.reply);
    if (next !== undefined) show(next, route.reply === undefined ? 'push' : 'replace');
  };
  const showList = (id: string | undefined) => go({ view: 'replies', run: route.run, filter: id ? { list: id } : {} });

  return (
    <div class="replies" data-open={route.reply !== undefined}>
      <div class="list-side">
        <FilterBar
          filter={route.filter}
          columns={columns}
          facets={facets}
          parts={parts}
          onFilter={(filter, how) => go({ ...route, filter }, how)}
        />
        <ListBar
          shown={list}
          done={done}
          onShow={(shown) => showList(shown?.id)}
          onNext={nextOpen}
          onRemove={(gone) => {
            void open.removeList(gone.id);
            showList(undefined);
          }}
        />
        <div class="count-line">
          <p role="status" aria-busy={asked.searching}>
            {asked.searching ? t('replies_searching') : t('replies_count', format(seqs.length), format(asked.total))}
          </p>
          <span class="spacer" />
          <SortSelect sort={sort} onSort={(chosen) => go({ ...route, sort: chosen }, 'replace')} />
          <ListMenu lists={open.lists.value} shown={list} done={done} onShow={(shown) => showList(shown?.id)} />
          <button type="button" class="button" disabled={seqs.length === 0} onClick={() => setDialog('list')}>
            {t('replies_new_list')}
          </button>
        </div>
        {seqs.length === 0 ? (
          <Nothing run={open.run.value} total={asked.total} onClear={() => go({ ...route, filter: {} })} />
        ) : (
          <ReplyTable
            columns={columns}
            seqs={seqs}
            sort={sort}
            asked={`${filterQuery(route.filter)} ${sort ? sortText(sort) : ''}`}
            texts={texts}
            verdicts={judging.own.value}
            shown={route.reply}
            ownOrder={list !== null}
            onSort={(chosen) => go({ ...route, sort: chosen }, 'replace')}
            onOpen={(seq) => show(seq, route.reply === undefined ? 'push' : 'replace')}
          />
        )}
      </div>
      <Review
        open={open}
        seq={route.reply}
        seqs={seqs}
        judging={judging}
        quiet={dialog !== null}
        withName={withName}
        onShow={show}
        onNextOpen={nextOpen}
        onKeys={() => setDialog('keys')}
        onName={() => setDialog('name')}
      />
      {dialog === 'keys' && <KeysDialog onClose={() => setDialog(null)} />}
      {dialog === 'name' && (
        <NameDialog
          onClose={() => {
            named.current = null;
            setDialog(null);
          }}
          onNamed={() => {
            setDialog(null);
            named.current?.();
            named.current = null;
          }}
        />
      )}
      {dialog === 'list' && (
        <NewList
          run={route.run}
          columns={columns}
          seqs={seqs}
          done={done}
          verdicts={open.verdicts.value}
          onClose={() => setDialog(null)}
          onMade={async (made) => {
            await open.keepList(made);
            setDialog(null);
            showList(made.id);
          }}
        />
      )}
    </div>
  );
}
