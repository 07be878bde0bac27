/** Which principles are found more or less often than in the period before. */
import { useMemo } from 'preact/hooks';
import type { Change } from '../../audit/stats/compare';
import type { Period } from '../../audit/stats/days';
import { principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import { percent, period, points, withInterval } from '../format';
import {
  ACCENT,
  CARD,
  cut,
  drawPlot,
  EDGE,
  LINE,
  type Linked,
  type PictureInput,
  ROW,
  roomFor,
  TARGET,
  ticksFor,
} from './chart';
import { Picture } from './picture';

interface Row extends Linked, Change {
  name: string;
}

interface Props extends PictureInput {
  changes: Change[];
  now: Period;
  before: Period;
}

export function Changes({ changes, now, before, hrefTo, source }: Props) {
  const rows = useMemo(
    () =>
      changes
        .map((change): Row => {
          const name = principleLabel(change.principle);
          const said = t(
            'insights_change_words',
            withInterval(change.difference, points),
            percent(change.before.value),
            percent(change.now.value),
          );
          return {
            ...change,
            name,
            words: `${name}: ${said}. ${certainty(change)}`,
            href: hrefTo({ principles: [change.principle], ...now }),
          };
        })
        .sort((a, b) => b.difference.value - a.difference.value),
    [changes, hrefTo],
  );
  return (
    <Picture
      id="change"
      title={t('insights_change')}
      lead={t('insights_change_lead', period(now), period(before))}
      source={source}
      figures={{
        head: [
          t('insights_col_principle'),
          t('insights_col_before'),
          t('insights_col_now'),
          t('insights_col_difference'),
          t('insights_col_certainty'),
        ],
        rows: rows.map((row) => ({
          cells: [
            row.name,
            percent(row.before.value),
            percent(row.now.value),
            withInterval(row.difference, points),
            certainty(row),
          ],
          href: row.href,
        })),
      }}
      draw={useMemo(
        () => (plot, width) => {
          const room = roomFor(
            rows.map(({ name }) => name),
            width * 0.42,
          );
          const ends = rows.flatMap(({ difference: { low, high } }) => [low, high, 0]);
          const [least, most] = [Math.min(...ends), Math.max(...ends)];
          return drawPlot(plot, {
            width,
            height: rows.length * ROW + 30,
            marginLeft: room,
            marginRight: 12,
            marginTop: 22,
            marginBottom: 6,
            x: {
              axis: 'top',
              label: null,
              ticks: ticksFor(width - room),
              tickSize: 0,
              tickFormat: points,
              domain: [least, most],
            },
            y: {
              domain: rows.map(({ name }) => name),
              label: null,
              tickSize: 0,
              padding: 0.2,
              tickFormat: (name: string) => cut(name, room),
            },
            marks: [
              plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: ticksFor(width - room) }),
              plot.ruleX([0], { stroke: EDGE }),
              plot.ruleY(rows, {
                x1: ({ difference }: Row) => difference.low,
                x2: ({ difference }: Row) => difference.high,
                y: 'name',
                stroke: ({ side }: Row) => (side ? ACCENT : EDGE),
                strokeWidth: 2,
              }),
              plot.dot(rows, {
                x: ({ difference }: Row) => difference.value,
                y: 'name',
                r: 4.5,
                fill: ({ side }: Row) => (side ? ACCENT : CARD),
                stroke: ({ side }: Row) => (side ? ACCENT : EDGE),
                strokeWidth: 1.5,
              }),
              plot.barX(rows, { x1: least, x2: most, y: 'name', insetTop: -2, insetBottom: -2, ...TARGET }),
            ],
          });
        },
        [rows],
      )}
    />
  );
}

const certainty = ({ side }: Change): string =>
  t(side > 0 ? 'insights_more_often' : side < 0 ? 'insights_less_often' : 'insights_maybe_chance');
