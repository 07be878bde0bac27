/** Which principle is found where: the share of replies of each team or agent. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { PRINCIPLES } from '../../audit/columns';
import { ENOUGH } from '../../audit/stats/estimate';
import { proportion } from '../../audit/stats/proportion';
import { principleCount, type Tally } from '../../audit/stats/tally';
import type { PrincipleId } from '../../engine/types';
import { principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import { number, percent, withInterval } from '../format';
import { ACCENT, cut, drawPlot, INK, type Linked, type PictureInput, ROW, roomFor, TARGET } from './chart';
import type { Plot } from './load-plot';
import { Picture } from './picture';
import type { People } from './side-by-side';

interface Cell extends Linked {
  principle: string;
  group: string;
  share: number;
}

interface Props extends PictureInput {
  by: People;
  groups: [string, Tally][];
  tally: Tally;
  tools: ComponentChildren;
}

const LEAST_WIDTH = 58;
/** The largest groups: a page of columns beyond that is read by nobody. */
const MOST_GROUPS = 14;
/** Words stay readable on the darkest cell, in light and dark. */
const DARKEST = 0.45;

export function HeatMap({ by, groups, tally, hrefTo, source, tools }: Props) {
  const large = useMemo(
    () =>
      groups
        .filter(([, { n }]) => n >= ENOUGH)
        .sort(([, a], [, b]) => b.n - a.n)
        .slice(0, MOST_GROUPS)
        .sort(([a], [b]) => a.localeCompare(b)),
    [groups],
  );
  const found = useMemo(
    () =>
      PRINCIPLES.filter((principle) => large.some(([, group]) => principleCount(group, principle) > 0)).sort(
        (a, b) => principleCount(tally, b) - principleCount(tally, a),
      ),
    [large, tally],
  );
  const cells = useMemo(
    () => found.flatMap((principle) => large.map(([name, group]) => cellOf(principle, name, group, by, hrefTo))),
    [found, large, hrefTo, by],
  );
  const least = 150 + large.length * LEAST_WIDTH;
  const draw = useMemo(
    () => (plot, width) => {
      const room = Math.max(120, roomFor(found.map(principleLabel), width * 0.3));
      const most = Math.max(...cells.map(({ share }) => share));
      const column = (width - room) / Math.max(1, large.length);
      return drawPlot(plot, {
        width,
        height: found.length * ROW + 34,
        marginLeft: room,
        marginRight: 0,
        marginTop: 30,
        marginBottom: 0,
        x: {
          axis: 'top',
          domain: large.map(([name]) => name),
          label: null,
          tickSize: 0,
          padding: 0.03,
          tickFormat: (name: string) => cut(name, column + 6),
        },
        y: {
          domain: found.map(principleLabel),
          label: null,
          tickSize: 0,
          padding: 0.08,
          tickFormat: (name: string) => cut(name, room),
        },
        marks: [
          plot.cell(cells, {
            x: 'group',
            y: 'principle',
            fill: ACCENT,
            fillOpacity: ({ share }: Cell) => (DARKEST * share) / most,
            rx: 3,
          }),
          plot.text(cells, { x: 'group', y: 'principle', text: ({ share }: Cell) => percent(share), fill: INK }),
          plot.cell(cells, { x: 'group', y: 'principle', ...TARGET }),
        ],
      });
    },
    [cells, found, large],
  );
  // The picture beside it says why.
  if (cells.length === 0) return null;
  return (
    <Picture
      id="heat"
      title={t(`insights_heat_${by}`)}
      lead={t('insights_heat_lead', ENOUGH)}
      source={source}
      tools={tools}
      least={least}
      figures={{
        head: [t('insights_col_principle'), ...large.map(([name]) => name)],
        rows: found.map((principle) => ({
          cells: [
            principleLabel(principle),
            ...large.map(([, group]) => percent(principleCount(group, principle) / group.n)),
          ],
          href: hrefTo({ principles: [principle] }),
        })),
      }}
      draw={draw}
    >
      {groups.length > large.length && (
        <p class="soft few">{t('insights_heat_left', number(groups.length - large.length), ENOUGH, MOST_GROUPS)}</p>
      )}
    </Picture>
  );
}

function cellOf(
  principle: PrincipleId,
  group: string,
  counted: Tally,
  by: People,
  hrefTo: PictureInput['hrefTo'],
): Cell {
  const share = proportion(principleCount(counted, principle), counted.n);
  const name = principleLabel(principle);
  return {
    principle: name,
    group,
    share: share?.value ?? 0,
    words: `${name}, ${group}: ${share ? withInterval(share, percent) : ''}, ${t('insights_n', number(counted.n))}`,
    href: hrefTo({ principles: [principle], [by]: [group] }),
  };
}
