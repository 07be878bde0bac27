// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand cannot be those of a <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is the row's, as the pattern of a grid allows.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys of all its rows.
/** The replies as a grid: only the rows on show are drawn, however many there are. */
import type { ComponentProps } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Columns } from '../../audit/columns';
import type { Verdict } from '../../audit/model';
import { FIRST_DIRECTION, SORTS, type Sort, type SortBy } from '../../audit/sort';
import { t } from '../../ui/text';
import { useRowFocus } from '../../ui/use-row-focus';
import { useVirtualRows, type VirtualRows } from '../../ui/use-virtual-rows';
import { Cell } from './cells';
import { CARDS_BELOW, type ColumnId, columnsFor, templateOf } from './table-columns';
import type { Texts } from './texts';

interface Props {
  columns: Columns;
  seqs: Uint32Array;
  sort: Sort | undefined;
  texts: Texts;
  verdicts: ReadonlyMap<number, Verdict>;
  /** The reply beside the table. */
  shown: number | undefined;
  onSort(sort: Sort | undefined): void;
  onOpen(seq: number): void;
  /** Filter and sort as a text: another begins at its first row. */
  asked: string;
  /** A list has an order of its own to go back to. */
  ownOrder: boolean;
}

const ROW = 46;
const CARD = 104;
const HEADER = 34;

export function ReplyTable(props: Props) {
  const { columns, seqs, texts, verdicts, shown, onOpen } = props;
  const [width, setWidth] = useState(0);
  const cards = width < CARDS_BELOW;
  const ids: ColumnId[] = cards
    ? ['score', 'mood', 'agent', 'date', 'verdict', 'reply', 'findings']
    : columnsFor(columns, width);
  const [active, setActive] = useState(0);
  const current = Math.min(active, seqs.length - 1);
  const virtual = useVirtualRows({
    count: seqs.length,
    rowHeight: cards ? CARD : ROW,
    header: cards ? 0 : HEADER,
    keep: current,
  });
  const { scroller, rows } = virtual;

  useLayoutEffect(() => {
    const element = scroller.current as HTMLDivElement;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  const onShow = rows.map(({ index }) => seqs[index] as number);
  useEffect(() => texts.ask(onShow), [onShow.join()]);
  texts.version.value;

  useSteadyRows(props.asked, seqs, virtual);

  // The reply beside the table is always among the rows on show.
  const place = shown === undefined ? -1 : seqs.indexOf(shown);
  useEffect(() => {
    if (place < 0) return;
    setActive(place);
    virtual.scrollTo(place);
  }, [place]);

  const { focusRow, rowFor } = useRowFocus({
    count: seqs.length,
    current,
    setCurrent: setActive,
    virtual,
    target: `[data-index="${current}"]`,
  });

  // Back from a reply, the focus is in its row.
  const before = useRef(shown);
  useEffect(() => {
    const closed = before.current !== undefined && shown === undefined;
    before.current = shown;
    if (closed && document.activeElement === document.body) focusRow(current);
  }, [shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as Element).matches('[role=row]') || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = rowFor(event.key);
    if (to !== undefined) focusRow(to);
    else if ((event.key === 'Enter' || event.key === ' ') && seqs[current] !== shown) onOpen(seqs[current] as number);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="table-scroller" ref={scroller}>
      <div
        class="table"
        role="grid"
        aria-label={t('audit_view_replies')}
        aria-rowcount={seqs.length + 1}
        data-cards={cards}
        style={{ '--columns': templateOf(ids), blockSize: `${virtual.height}px` }}
        onKeyDown={onKeyDown}
      >
        <Header ids={ids} {...props} />
        {rows.map(({ index, start }) => {
          const seq = seqs[index] as number;
          return (
            <div
              key={seq}
              class="row"
              role="row"
              aria-rowindex={index + 2}
              aria-selected={seq === shown}
              data-index={index}
              data-seq={seq}
              tabIndex={index === current ? 0 : -1}
              style={{ transform: `translateY(${start}px)`, blockSize: `${cards ? CARD : ROW}px` }}
              onClick={() => {
                setActive(index);
                onOpen(seq);
              }}
              onFocus={() => setActive(index)}
            >
              <Cells ids={ids} columns={columns} seq={seq} text={texts.get(seq)} verdict={verdicts.get(seq)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

type CellsProps = Omit<ComponentProps<typeof Cell>, 'id'> & { ids: ColumnId[] };

/** Scrolling moves rows and seldom changes what stands in them: cells that are the same are not gone through again. */
function Cells({ ids, columns, seq, text, verdict }: CellsProps) {
  const draw = () =>
    ids.map((id) => (
      <div key={id} role="gridcell" data-column={id}>
        <Cell id={id} columns={columns} seq={seq} text={text} verdict={verdict} />
      </div>
    ));
  return <>{useMemo(draw, [ids.join(), columns, seq, text, verdict])}</>;
}

/** While a run is read, or a verdict takes a row away, the rows that the reviewer looks at stay where they are. */
function useSteadyRows(asked: string, seqs: Uint32Array, { first, shift }: VirtualRows): void {
  const before = useRef({ asked, seqs, seq: seqs[first], first });
  useLayoutEffect(() => {
    const last = before.current;
    if (last.asked !== asked) shift(-last.first - 1);
    else if (last.seqs !== seqs && last.first > 0 && last.seq !== undefined) {
      const now = seqs.indexOf(last.seq);
      if (now >= 0 && now !== last.first) shift(now - last.first);
    }
    before.current = { asked, seqs, seq: seqs[first], first };
  });
}

function Header({ ids, sort, onSort, ownOrder }: Props & { ids: ColumnId[] }) {
  return (
    <div class="row head" role="row" aria-rowindex={1}>
      {ids.map((id) => {
        const by = SORTS.find((known) => known === id);
        const direction = sort?.by === id ? (sort.descending ? 'descending' : 'ascending') : undefined;
        return (
          <div key={id} role="columnheader" data-column={id} aria-sort={by && (direction ?? 'none')}>
            {by ? (
              <button type="button" onClick={() => onSort(nextSort(by, sort, ownOrder))}>
                {t(`replies_column_${id}`)}
                <span class="direction" aria-hidden="true" data-direction={direction} />
              </button>
            ) : (
              <span class={id === 'verdict' ? 'visually-hidden' : undefined}>{t(`replies_column_${id}`)}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The direction that is looked for first, then the other, then a list's own order again. */
function nextSort(by: SortBy, now: Sort | undefined, ownOrder: boolean): Sort | undefined {
  const first = FIRST_DIRECTION[by];
  if (now?.by !== by) return first;
  if (now.descending === first.descending) return { by, descending: !first.descending };
  return ownOrder ? undefined : first;
}
