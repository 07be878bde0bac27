/** The team's own lists: words to avoid and fine words, phrases that are credited, snippets. */
import { useMemo } from 'preact/hooks';
import type { Layer } from '../../phrasebank/layer';
import { t } from '../../ui/text';
import type { ViewProps } from '../page';
import { Subtabs } from '../subtabs';
import { type Clash, clashesIn } from './clashes';
import { listTitle } from './labels';
import { ListView } from './list-view';
import { LIST_IDS, LISTS } from './lists';

export function Words(props: ViewProps) {
  const layer = props.studio.layer.value;
  return layer && <Lists {...props} layer={layer} />;
}

function Lists({ studio, route, layer }: ViewProps & { layer: Layer }) {
  const id = LIST_IDS.find((one) => one === route.at) ?? 'avoid';
  const clashes = useMemo(() => byRow(clashesIn(layer).filter(({ at }) => at.list === id)), [layer, id]);
  const rows = useMemo(() => LISTS[id].rows(layer), [layer, id]);
  return (
    <div class="words">
      <Subtabs
        label={t('studio_lists')}
        view="words"
        current={id}
        parts={LIST_IDS.map((one) => ({ id: one, name: listTitle(one), count: LISTS[one].rows(layer).length }))}
      />
      <ListView
        key={id}
        studio={studio}
        list={LISTS[id]}
        rows={rows}
        clashes={clashes}
        asked={new URLSearchParams(route.query).get('q') ?? ''}
      />
    </div>
  );
}

function byRow(clashes: readonly Clash[]): Map<number, Clash[]> {
  const rows = new Map<number, Clash[]>();
  for (const clash of clashes) rows.set(clash.at.row, [...(rows.get(clash.at.row) ?? []), clash]);
  return rows;
}
