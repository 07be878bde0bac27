import { language, t } from '../ui/text';
import { bandOf, type Point, pathOf, runs } from './lines';
import type { WeekScores } from './trend';

/** CSS pixels. */
const TOP = 14;
const PLOT = 150;
const GAP = 10;
const BARS = 26;
const FOOT = 20;
const LEFT = 28;
const RIGHT = 92;
/** Weeks that there is room for from the start: three dots do not span a whole page. */
const FEWEST_SLOTS = 8;
const WIDEST_BAR = 30;
/** Between the names of two months. */
const MONTH_ROOM = 38;

export function TrendPicture({ scores, width }: { scores: WeekScores[]; width: number }) {
  const known = scores.filter((week) => week.first !== null);
  const lowest = Math.min(...known.map(({ first, last }) => Math.min(first ?? 100, last ?? 100)));
  const floor = Math.max(0, Math.floor((lowest - 4) / 10) * 10);
  const slots = Math.max(FEWEST_SLOTS, scores.length);
  const right = width - RIGHT;
  const step = (right - LEFT) / slots;
  const bar = Math.min(step * 0.7, WIDEST_BAR);
  // The newest week is always at the same place.
  const x = (at: number) => LEFT + step * (slots - scores.length + at + 0.5);
  const y = (score: number) => TOP + PLOT * (1 - (score - floor) / (100 - floor));
  const line = (name: 'first' | 'last') =>
    runs(scores.map((week, at): Point | null => (week[name] === null ? null : { x: x(at), y: y(week[name]) })));
  const first = line('first');
  const last = line('last');
  const most = Math.max(...scores.map(({ replies }) => replies));
  const bars = TOP + PLOT + GAP;
  const ticks = [floor, Math.round((floor + 100) / 20) * 10, 100];
  const ends = labelPlaces(last.at(-1)?.at(-1), first.at(-1)?.at(-1));
  const newest = known.at(-1);
  return (
    <svg
      class="trend"
      width={width}
      height={bars + BARS + FOOT}
      role="img"
      aria-label={t('progress_trend_alt', known.length, Math.round(newest?.first ?? 0), Math.round(newest?.last ?? 0))}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="grid" d={`M${LEFT} ${y(tick)}H${right}`} />
          <text x={LEFT - 6} y={y(tick)} text-anchor="end" dominant-baseline="central">
            {tick}
          </text>
        </g>
      ))}
      {last.map((run, at) => (
        <path key={run[0]?.x} class="band" d={bandOf(run, first[at] ?? [])} />
      ))}
      <Line points={first} name="first" />
      <Line points={last} name="last" />
      {newest && ends && (
        <>
          <text class="end last" x={ends.x + 10} y={ends.upper} dominant-baseline="central">
            {t('progress_last_short', Math.round(newest.last ?? 0))}
          </text>
          <text class="end" x={ends.x + 10} y={ends.lower} dominant-baseline="central">
            {t('progress_first_short', Math.round(newest.first ?? 0))}
          </text>
        </>
      )}
      {scores.map(({ day, label, replies, first: was, last: is }, at) => {
        const height = most ? (BARS * replies) / most : 0;
        return (
          <g key={day} class="week">
            <rect class="hover" x={x(at) - step / 2} y={TOP} width={step} height={bars + BARS - TOP}>
              <title>
                {replies
                  ? t('progress_week_title', label, replies, Math.round(was ?? 0), Math.round(is ?? 0))
                  : t('progress_week_none', label)}
              </title>
            </rect>
            <rect class="bar" x={x(at) - bar / 2} y={bars + BARS - height} width={bar} height={height} />
          </g>
        );
      })}
      <text class="end" x={right + 10} y={bars + BARS - 5}>
        {t('progress_replies_short')}
      </text>
      {monthsOf(scores, x).map(({ at, name }) => (
        <text key={at} x={at} y={bars + BARS + 14}>
          {name}
        </text>
      ))}
    </svg>
  );
}

/** A week between two without replies has no line: it is a dot. */
function Line({ points, name }: { points: Point[][]; name: string }) {
  return (
    <>
      {points.map((run) =>
        run.length > 1 ? (
          <path key={run[0]?.x} class={name} d={pathOf(run)} />
        ) : (
          run.map(({ x, y }) => <circle key={x} class={name} cx={x} cy={y} r="3" />)
        ),
      )}
    </>
  );
}

/** The names stand beside the ends of their lines, and never over each other. */
function labelPlaces(last: Point | undefined, first: Point | undefined) {
  if (!last || !first) return null;
  const apart = Math.max(0, 15 - (first.y - last.y)) / 2;
  return { x: last.x, upper: last.y - apart, lower: first.y + apart };
}

/** The first week of each month, where its name has room. */
function monthsOf(scores: readonly WeekScores[], x: (at: number) => number): { at: number; name: string }[] {
  const format = new Intl.DateTimeFormat(language(), { month: 'short' });
  const names: { at: number; name: string }[] = [];
  scores.forEach(({ day }, at) => {
    // The rest of a month would push the name of the next one away.
    if (at === 0 && scores.length > FEWEST_SLOTS && Number(day.slice(8)) > 7) return;
    const begins = at === 0 || day.slice(0, 7) !== scores[at - 1]?.day.slice(0, 7);
    const place = x(at) - 4;
    if (begins && place - (names.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= MONTH_ROOM) {
      names.push({ at: place, name: format.format(new Date(`${day}T12:00`)) });
    }
  });
  return names;
}
