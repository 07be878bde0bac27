/** Agents or teams beside each other: mean, interval and how many replies, and no ranking where none can be told. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type Standing, standings } from '../../audit/stats/compare';
import { ENOUGH } from '../../audit/stats/estimate';
import { mean } from '../../audit/stats/mean';
import type { Tally } from '../../audit/stats/tally';
import { plural, t } from '../../ui/text';
import { number, withInterval } from '../format';
import { drawPlot, INK, intervalMarks, LINE, type Linked, type PictureInput, rowsFrame, SOFT, TARGET } from './chart';
import type { Plot } from './load-plot';
import { Missing } from './missing';
import { Picture } from './picture';

export type People = 'agents' | 'teams';

interface Row extends Linked, Standing {}

interface Props extends PictureInput {
  by: People;
  groups: [string, Tally][];
  /** Of all replies. */
  tally: Tally;
  tools: ComponentChildren;
}

/** More than this are drawn only when asked for. */
const SHOWN = 40;

export function SideBySide({ by, groups, tally, hrefTo, source, tools }: Props) {
  const [order, setOrder] = useState<'name' | 'mean'>('name');
  const [all, setAll] = useState(false);
  const { rows, few } = useMemo(() => {
    const found = standings(groups);
    const row = (standing: Standing): Row => ({
      ...standing,
      words: `${standing.name}: ${t('insights_mean_is', withInterval(standing.mean))}, ${plural('insights_replies', standing.mean.n, number(standing.mean.n))}. ${apart(standing)}`,
      href: hrefTo({ [by]: [standing.name] }),
    });
    const sorted = found.enough.map(row);
    if (order === 'mean') sorted.sort((a, b) => b.mean.value - a.mean.value);
    return { rows: sorted, few: found.few };
  }, [groups, order, hrefTo, by]);
  const shown = useMemo(() => (all ? rows : rows.slice(0, SHOWN)), [all, rows]);
  const overall = mean(tally)?.value ?? 0;
  const draw = useMemo(
    () => (plot: Plot, width: number) => {
      const ends = shown.flatMap(({ mean: { low, high } }) => [low, high, overall]);
      const [least, most] = [Math.max(0, Math.min(...ends) - 1), Math.min(100, Math.max(...ends) + 1)];
      const frame = rowsFrame(
        shown.map(({ name }) => name),
        width,
        { share: 0.36, behind: 84, x: { domain: [least, most] } },
      );
      return drawPlot(plot, {
        ...frame,
        marks: [
          plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: frame.x.ticks }),
          plot.ruleX([overall], { stroke: SOFT, strokeDasharray: '3 3' }),
          ...intervalMarks(plot, shown, (row) => row.mean),
          plot.text(shown, {
            x: most,
            y: 'name',
            text: (row: Row) => t('insights_n', number(row.mean.n)),
            dx: 10,
            textAnchor: 'start',
            fill: INK,
          }),
          plot.barX(shown, { x1: least, x2: most, y: 'name', insetTop: -2, insetBottom: -2, ...TARGET }),
        ],
      });
    },
    [shown, overall],
  );
  const fewNames = few.map(({ name, mean: { n } }, at) => (
    <span key={name}>
      {at > 0 && ', '}
      <a href={hrefTo({ [by]: [name] })}>{name}</a> ({number(n)})
    </span>
  ));
  const title = t(`insights_${by}`);
  if (rows.length === 0) {
    return (
      <Missing id="people" title={title} tools={tools}>
        {t('insights_people_few', ENOUGH)} {fewNames}
      </Missing>
    );
  }
  return (
    <Picture
      id="people"
      title={title}
      lead={t('insights_people_lead')}
      source={source}
      tools={
        <>
          {tools}
          <label class="inline">
            {t('insights_sort')}
            <select value={order} onChange={(event) => setOrder(event.currentTarget.value as 'name' | 'mean')}>
              <option value="name">{t('insights_sort_name')}</option>
              <option value="mean">{t('insights_sort_mean')}</option>
            </select>
          </label>
        </>
      }
      figures={{
        head: [t(`insights_col_${by}`), t('insights_col_mean'), t('insights_col_replies'), t('insights_col_apart')],
        rows: [
          ...shown.map((row) => ({
            cells: [row.name, withInterval(row.mean), number(row.mean.n), apart(row)],
            href: row.href,
          })),
          ...few.map(({ name, mean: { n } }) => ({
            cells: [name, t('insights_too_few'), number(n), ''],
            href: hrefTo({ [by]: [name] }),
          })),
        ],
      }}
      draw={draw}
    >
      {rows.length > shown.length && (
        <button type="button" class="button small" onClick={() => setAll(true)}>
          {t('insights_show_all', number(rows.length))}
        </button>
      )}
      {few.length > 0 && (
        <p class="soft few">
          {t('insights_few', ENOUGH)} {fewNames}
        </p>
      )}
    </Picture>
  );
}

const apart = ({ side }: Standing): string =>
  t(side > 0 ? 'insights_above' : side < 0 ? 'insights_under' : 'insights_not_apart');
