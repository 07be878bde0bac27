/** How often each principle is found. */
import { useMemo } from 'preact/hooks';
import { PRINCIPLES } from '../../audit/columns';
import type { Estimate } from '../../audit/stats/estimate';
import { proportion } from '../../audit/stats/proportion';
import { principleCount, type Tally } from '../../audit/stats/tally';
import { principleLabel } from '../../ui/principles';
import { plural, t } from '../../ui/text';
import { number, percent, withInterval } from '../format';
import { ACCENT, drawPlot, EDGE, INK, LINE, type Linked, type PictureInput, rowsFrame, TARGET } from './chart';
import type { Plot } from './load-plot';
import { Missing } from './missing';
import { Picture } from './picture';

interface Bar extends Linked {
  name: string;
  count: number;
  share: Estimate;
}

export function Frequency({ tally, hrefTo, source }: PictureInput & { tally: Tally }) {
  const bars = useMemo(
    () =>
      PRINCIPLES.flatMap((principle): Bar[] => {
        const count = principleCount(tally, principle);
        const share = proportion(count, tally.n);
        if (!share || count === 0) return [];
        const name = principleLabel(principle);
        return [
          {
            name,
            count,
            share,
            words: `${name}: ${plural('insights_replies', count, number(count))}, ${withInterval(share, percent)}`,
            href: hrefTo({ principles: [principle] }),
          },
        ];
      }).sort((a, b) => b.count - a.count),
    [tally, hrefTo],
  );
  const draw = useMemo(
    () => (plot: Plot, width: number) => {
      const frame = rowsFrame(
        bars.map(({ name }) => name),
        width,
        { behind: 48, padding: 0.36, x: { tickFormat: percent, domain: [0, highest(bars)] } },
      );
      return drawPlot(plot, {
        ...frame,
        marks: [
          plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: frame.x.ticks }),
          plot.barX(bars, { x: ({ share }: Bar) => share.value, y: 'name', fill: ACCENT, fillOpacity: 0.55 }),
          plot.ruleY(bars, {
            x1: ({ share }: Bar) => share.low,
            x2: ({ share }: Bar) => share.high,
            y: 'name',
            stroke: INK,
            strokeWidth: 1.5,
          }),
          plot.text(bars, {
            x: ({ share }: Bar) => share.high,
            y: 'name',
            text: ({ share }: Bar) => percent(share.value),
            dx: 7,
            textAnchor: 'start',
            fill: INK,
          }),
          plot.ruleX([0], { stroke: EDGE }),
          plot.barX(bars, { x1: 0, x2: highest(bars), y: 'name', insetTop: -4, insetBottom: -4, ...TARGET }),
        ],
      });
    },
    [bars],
  );
  if (bars.length === 0) {
    return (
      <Missing id="frequency" title={t('insights_frequency')}>
        {t('insights_frequency_none')}
      </Missing>
    );
  }
  return (
    <Picture
      id="frequency"
      title={t('insights_frequency')}
      lead={t('insights_frequency_lead')}
      source={source}
      figures={{
        head: [t('insights_col_principle'), t('insights_col_replies'), t('insights_col_share')],
        rows: bars.map(({ name, count, share, href }) => ({
          cells: [name, number(count), withInterval(share, percent)],
          href,
        })),
      }}
      draw={draw}
    />
  );
}

const highest = (bars: Bar[]) => Math.max(0.01, ...bars.map(({ share }) => share.high));
