/** Each principle: how often it is found, how that changed, and what became of it. */
import type { PrincipleId } from '../engine/types';
import { type DaySums, noTally, type PrincipleTally } from '../store/days';
import { principleLabel } from '../ui/principles';
import { language, t } from '../ui/text';
import { bandOf, pathOf, runs } from './lines';
import { OutcomeBar } from './outcome-bar';
import { foundIn, mostFirst, type Periods, perTen, ratesOf, type Week } from './periods';
import { comparable, ENOUGH_REPLIES, isClearFall } from './telling';

interface Props {
  weeks: Week[];
  periods: Periods;
  all: DaySums;
}

export function PrincipleTable({ weeks, periods, all }: Props) {
  const { now, before } = periods;
  const rows = rowsOf(now, all);
  const compared = comparable(periods);
  // One dot is no line.
  const lines = weeks.length > 2;
  return (
    <section class="card" aria-labelledby="principles-title">
      <h2 id="principles-title">{t('progress_principles')}</h2>
      <p class="soft lead">{compared ? t('progress_principles_text') : t('progress_principles_few', ENOUGH_REPLIES)}</p>
      {rows.length === 0 && <p>{t('progress_principles_none')}</p>}
      {rows.length > 0 && (
        <table class="principles">
          <thead>
            <tr>
              <th scope="col">{t('progress_principle')}</th>
              {lines && (
                <th scope="col" class="wide">
                  {t('progress_over_time')}
                </th>
              )}
              <th scope="col" class="number">
                {t('progress_per_ten')}
              </th>
              <th scope="col" class="number">
                {t('progress_change')}
              </th>
              <th scope="col">{t('progress_became')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((id) => (
              <tr key={id} data-principle={id}>
                <th scope="row">{principleLabel(id)}</th>
                {lines && (
                  <td class="wide">
                    <Spark rates={ratesOf(weeks, id)} />
                  </td>
                )}
                <td class="number" data-label={t('progress_per_ten')}>
                  {now.replies ? decimal(perTen(now, id)) : '–'}
                </td>
                <td class="number" data-label={t('progress_change')}>
                  {compared ? (
                    <Change by={perTen(now, id) - perTen(before, id)} clear={isClearFall(periods, id)} />
                  ) : (
                    <span class="soft">–</span>
                  )}
                </td>
                <td>
                  <OutcomeBar tally={shown(now, all, id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Most often in the last four weeks first. */
function rowsOf(now: DaySums, all: DaySums): PrincipleId[] {
  const counts = Object.fromEntries(Object.entries(all.principles).map(([id, tally]) => [id, foundIn(tally)]));
  const ids = mostFirst<PrincipleId>(counts).flatMap(([id, count]) => (count > 0 ? [id] : []));
  return ids.sort((a, b) => foundIn(now.principles[b]) - foundIn(now.principles[a]));
}

const shown = (now: DaySums, all: DaySums, id: PrincipleId): PrincipleTally =>
  now.principles[id] ?? (now.replies ? noTally() : (all.principles[id] ?? noTally()));

export const decimal = (value: number) =>
  new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** What is clearly fewer is marked; more is only said: it is nobody's fault that hard tickets come in. */
function Change({ by, clear }: { by: number; clear: boolean }) {
  const rounded = Math.round(by * 10) / 10;
  if (!rounded) return <span class="soft">{t('progress_same')}</span>;
  const amount = decimal(Math.abs(rounded));
  const text = rounded < 0 ? t('progress_fewer', amount) : t('progress_more', amount);
  return <span class={clear ? 'fewer' : 'soft'}>{text}</span>;
}

const WIDTH = 120;
const HEIGHT = 26;

/** Findings per reply, each principle on its own scale: the shape is the point, the numbers stand beside it. */
function Spark({ rates }: { rates: (number | null)[] }) {
  const most = Math.max(...rates.map((rate) => rate ?? 0), Number.EPSILON);
  const step = (WIDTH - 8) / Math.max(1, rates.length - 1);
  const lines = runs(
    rates.map((rate, at) =>
      rate === null ? null : { x: 4 + step * at, y: HEIGHT - 3 - (HEIGHT - 7) * (rate / most) },
    ),
  );
  const end = lines.at(-1)?.at(-1);
  return (
    <svg class="spark" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="grid" d={`M4 ${HEIGHT - 3}H${WIDTH - 4}`} />
      {lines.map((run) => (
        <g key={run[0]?.x}>
          <path
            class="band"
            d={bandOf(
              run,
              run.map(({ x }) => ({ x, y: HEIGHT - 3 })),
            )}
          />
          <path class="last" d={pathOf(run)} />
        </g>
      ))}
      {end && <circle class="last" cx={end.x} cy={end.y} r="2.500" />}
    </svg>
  );
}
