/** The rules that the filter leaves. Only those on show are drawn: a team may have thousands. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../ui/text';
import { useRowFocus } from '../../ui/use-row-focus';
import { useVirtualRows } from '../../ui/use-virtual-rows';
import type { RuleRow } from './rows';
import type { RuleActions } from './rule-actions';
import { RuleCells } from './rule-row';

interface Props {
  rows: readonly RuleRow[];
  query: string;
  actions: RuleActions;
}

/** px. */
const ROW = 58;
const CARD = 118;
const CARDS_BELOW = 720;

export function RuleList({ rows, query, actions }: Props) {
  const [width, setWidth] = useState(1000);
  const [active, setActive] = useState(0);
  const cards = width < CARDS_BELOW;
  const height = cards ? CARD : ROW;
  const current = Math.min(active, rows.length - 1);
  const virtual = useVirtualRows({ count: rows.length, rowHeight: height, header: 0, keep: current });
  const { scroller } = virtual;

  useLayoutEffect(() => {
    const element = scroller.current as HTMLDivElement;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  const { focusRow, rowFor } = useRowFocus({
    count: rows.length,
    current,
    setCurrent: setActive,
    virtual,
    target: `[data-index="${current}"] .what`,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as Element).matches('.what') || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = rowFor(event.key);
    if (to === undefined) return;
    event.preventDefault();
    focusRow(to);
  };

  return (
    <div class="rule-scroller" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: as a list element it would have to hold all rows at once. */}
      <div
        class="rule-rows"
        role="list"
        aria-label={t('studio_view_rules')}
        data-cards={cards}
        style={{ blockSize: `${virtual.height}px` }}
        onKeyDown={onKeyDown}
      >
        {virtual.rows.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above.
            <div
              key={row.id}
              class="rule-row"
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              data-index={index}
              data-rule={row.id}
              data-off={row.off !== null}
              style={{ transform: `translateY(${start}px)`, blockSize: `${height}px` }}
              onFocusIn={() => setActive(index)}
            >
              <RuleCells row={row} query={query} actions={actions} tabIndex={index === current ? 0 : -1} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
