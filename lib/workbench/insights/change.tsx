/** Which principles are found more or less often than in the period before. */
import { useMemo } from 'preact/hooks';
import type { Change } from '../../audit/stats/compare';
import type { Period } from '../../audit/stats/days';
import { principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import { percent, period, points, withInterval } from '../format';
import { drawPlot, EDGE, intervalMarks, LINE, type Linked, type PictureInput, rowsFrame, TARGET } from './chart';
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
          const ends = rows.flatMap(({ difference: { low, high } }) => [low, high, 0]);
          const [least, most] = [Math.min(...ends), Math.max(...ends)];
          const frame = rowsFrame(
            rows.map(({ name }) => name),
            width,
            { x: { tickFormat: points, domain: [least, most] } },
          );
          return drawPlot(plot, {
            ...frame,
            marks: [
              plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: frame.x.ticks }),
              plot.ruleX([0], { stroke: EDGE }),
              ...intervalMarks(plot, rows, ({ difference }) => difference),
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
