/** The mean score over time, and how many replies it is made of. */
import { useMemo } from 'preact/hooks';
import type { Period } from '../../audit/stats/days';
import { ENOUGH, type Estimate } from '../../audit/stats/estimate';
import { mean } from '../../audit/stats/mean';
import type { Series } from '../../audit/stats/series';
import { plural, t } from '../../ui/text';
import { number, period, unitName, withInterval } from '../format';
import { ACCENT, CARD, drawPlot, EDGE, LINE, type Linked, type PictureInput, stacked, TARGET } from './chart';
import type { Plot } from './load-plot';
import { Picture } from './picture';

interface Point extends Linked {
  at: number;
  period: Period;
  n: number;
  mean: Estimate | null;
  /** The bounds, where there are enough replies for an interval. */
  low: number;
  high: number;
}

export function Trend({ series, hrefTo, source }: PictureInput & { series: Series }) {
  const points = useMemo(
    () =>
      series.points.map(({ period: span, tally }, at): Point => {
        const found = mean(tally);
        const enough = found !== null && found.n >= ENOUGH;
        const count = plural('insights_replies', tally.n, number(tally.n));
        return {
          at,
          period: span,
          n: tally.n,
          mean: found,
          low: enough ? found.low : Number.NaN,
          high: enough ? found.high : Number.NaN,
          words: `${period(span)}: ${found ? `${t('insights_mean_is', figure(found))}, ` : ''}${count}`,
          href: hrefTo(span),
        };
      }),
    [series, hrefTo],
  );
  return (
    <Picture
      id="trend"
      title={t('insights_trend')}
      lead={t('insights_trend_lead', ENOUGH)}
      source={source}
      figures={{
        head: [t(`insights_col_${series.unit}`), t('insights_col_mean'), t('insights_col_replies')],
        rows: points
          .filter(({ n }) => n > 0)
          .map((point) => ({
            cells: [period(point.period), point.mean ? figure(point.mean) : '', number(point.n)],
            href: point.href,
          })),
      }}
      draw={useMemo(() => (plot, width) => draw(plot, width, points, series), [points])}
    />
  );
}

const figure = (found: Estimate) => (found.n < ENOUGH ? number(found.value, 1) : withInterval(found));

/** The axis shows what the means need, at least so many points, so that chance does not look like a landslide. */
const LEAST_SPAN = 20;

function draw(plot: Plot, width: number, points: Point[], series: Series): SVGElement {
  const there = points.filter((point) => point.mean !== null);
  const domain = scoreDomain(there.flatMap(({ mean: found, low, high }) => [found?.value ?? 0, low, high]));
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor((width - 60) / 72))));
  const shared = {
    width,
    marginLeft: 44,
    marginRight: 12,
    x: {
      domain: [-0.5, points.length - 0.5],
      ticks: points.filter(({ at }) => at % every === 0).map(({ at }) => at),
      tickFormat: (at: number) => unitName((points[at] as Point).period, series.unit),
      tickSize: 0,
      label: null,
    },
  };
  const value = (point: Point) => point.mean?.value;
  const scores = drawPlot(plot, {
    ...shared,
    height: 210,
    marginTop: 10,
    marginBottom: 12,
    x: { ...shared.x, axis: null },
    y: { domain, label: null, ticks: 5, tickSize: 0 },
    marks: [
      plot.gridY({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
      plot.areaY(points, { x: 'at', y1: 'low', y2: 'high', fill: ACCENT, fillOpacity: 0.16 }),
      plot.lineY(points, { x: 'at', y: value, stroke: ACCENT, strokeWidth: 2 }),
      plot.ruleX(points, { x: 'at', y1: 'low', y2: 'high', stroke: ACCENT, strokeOpacity: 0.5 }),
      plot.dot(there, {
        x: 'at',
        y: value,
        r: 3.5,
        stroke: ACCENT,
        strokeWidth: 1.5,
        fill: ({ n }: Point) => (n < ENOUGH ? CARD : ACCENT),
      }),
      plot.rect(there, { x1: left, x2: right, y1: domain[0], y2: domain[1], ...TARGET }),
    ],
  });
  const counts = drawPlot(plot, {
    ...shared,
    height: 78,
    marginTop: 6,
    marginBottom: 24,
    y: { label: null, ticks: 1, tickSize: 0, nice: true },
    marks: [
      plot.rect(points, {
        x1: ({ at }: Point) => at - 0.32,
        x2: ({ at }: Point) => at + 0.32,
        y1: 0,
        y2: 'n',
        fill: EDGE,
      }),
      plot.ruleY([0], { stroke: EDGE }),
    ],
  });
  return stacked(scores, counts);
}

const left = ({ at }: Point) => at - 0.5;
const right = ({ at }: Point) => at + 0.5;

function scoreDomain(values: number[]): [number, number] {
  const known = values.filter((each) => !Number.isNaN(each));
  const middle = (Math.min(...known) + Math.max(...known)) / 2;
  const low = Math.max(0, Math.min(...known, middle - LEAST_SPAN / 2));
  const high = Math.min(100, Math.max(...known, middle + LEAST_SPAN / 2));
  return [Math.floor(low / 5) * 5, Math.ceil(high / 5) * 5];
}
