/** How scores are spread. */
import { useMemo } from 'preact/hooks';
import type { Tally } from '../../audit/stats/tally';
import { BIN } from '../../audit/summary';
import { plural, t } from '../../ui/text';
import { number, percent } from '../format';
import { ACCENT, columnsFrame, drawPlot, EDGE, INK, LINE, type Linked, type PictureInput, TARGET } from './chart';
import { Picture } from './picture';

interface Bar extends Linked {
  name: string;
  count: number;
}

export function ScoreSpread({ tally, hrefTo, source }: PictureInput & { tally: Tally }) {
  const bars = useMemo(
    () =>
      tally.bins.map((count, at): Bar => {
        const least = at * BIN;
        const most = at === tally.bins.length - 1 ? 100 : least + BIN - 1;
        const name = `${least}–${most}`;
        return {
          name,
          count,
          words: `${t('insights_score', name)}: ${plural('insights_replies', count, number(count))} (${percent(count / tally.n)})`,
          href: hrefTo({ least, most }),
        };
      }),
    [tally, hrefTo],
  );
  return (
    <Picture
      id="spread"
      title={t('insights_spread')}
      lead={t('insights_spread_lead')}
      source={source}
      figures={{
        head: [t('insights_col_score'), t('insights_col_replies'), t('insights_col_share')],
        rows: bars.map(({ name, count, href }) => ({ cells: [name, number(count), percent(count / tally.n)], href })),
      }}
      draw={useMemo(
        () => (plot, width) =>
          drawPlot(plot, {
            ...columnsFrame(width, { domain: bars.map(({ name }) => name), padding: 0.14 }),
            marks: [
              plot.gridY({ stroke: LINE, strokeOpacity: 1, ticks: 4 }),
              plot.barY(bars, { x: 'name', y: 'count', fill: ACCENT }),
              plot.text(
                bars.filter(({ count }) => count > 0),
                {
                  x: 'name',
                  y: 'count',
                  dy: -8,
                  text: ({ count }: Bar) => number(count),
                  fill: INK,
                },
              ),
              plot.ruleY([0], { stroke: EDGE }),
              plot.barY(bars, {
                x: 'name',
                y1: 0,
                y2: Math.max(...bars.map(({ count }) => count)),
                ...TARGET,
              }),
            ],
          }),
        [bars],
      )}
    />
  );
}
