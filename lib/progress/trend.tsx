/** Scores by week: when most of a reply stood, and at its end. With the numbers as a table. */
import { useRef } from 'preact/hooks';
import { language, t } from '../ui/text';
import type { Week } from './periods';
import { TrendPicture } from './trend-picture';
import { useWidth } from './use-width';

export interface WeekScores {
  day: string;
  /** 'Week of 2 Mar' */
  label: string;
  replies: number;
  /** Averages; null in a week without replies. */
  first: number | null;
  last: number | null;
}

export function Trend({ weeks }: { weeks: Week[] }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const scores = weeks.map(scoresOf);
  const newest = scores.at(-1);
  return (
    <section class="card" aria-labelledby="trend-title">
      <h2 id="trend-title">{t('progress_trend')}</h2>
      <p class="soft lead">{t(scores.length > 1 ? 'progress_trend_text' : 'progress_trend_one')}</p>
      {newest && scores.length === 1 && (
        <p class="big">{t('progress_trend_week', Math.round(newest.first ?? 0), Math.round(newest.last ?? 0))}</p>
      )}
      <div ref={box}>{width > 0 && scores.length > 1 && <TrendPicture scores={scores} width={width} />}</div>
      <details>
        <summary>{t('progress_as_table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('progress_week')}</th>
              <th scope="col">{t('progress_replies_short')}</th>
              <th scope="col">{t('progress_first')}</th>
              <th scope="col">{t('progress_last')}</th>
            </tr>
          </thead>
          <tbody>
            {scores.toReversed().map(({ day, label, replies, first, last }) => (
              <tr key={day}>
                <th scope="row">{label}</th>
                <td>{replies}</td>
                <td>{first === null ? '–' : Math.round(first)}</td>
                <td>{last === null ? '–' : Math.round(last)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function scoresOf({ day, sums }: Week): WeekScores {
  const { replies, first, last } = sums;
  const of = (sum: number) => (replies ? sum / replies : null);
  const format = new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', year: 'numeric' });
  return { day, label: format.format(new Date(`${day}T12:00`)), replies, first: of(first), last: of(last) };
}
