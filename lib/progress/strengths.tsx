/** What the replies did well, most often first. */
import type { DaySums } from '../store/days';
import { strengthLabel } from '../ui/principles';
import { t } from '../ui/text';
import { mostFirst, type Periods } from './periods';

const MOST = 6;

export function Strengths({ periods: { now }, all }: { periods: Periods; all: DaySums }) {
  const sums = now.replies ? now : all;
  const best = mostFirst(sums.strengths).slice(0, MOST);
  return (
    <section class="card" aria-labelledby="strengths-title">
      <h2 id="strengths-title">{t('progress_strengths')}</h2>
      <p class="soft lead">{t(now.replies ? 'progress_strengths_text' : 'progress_strengths_all')}</p>
      {best.length === 0 && <p>{t('progress_strengths_none')}</p>}
      <ul class="strengths">
        {best.map(([id, count]) => (
          <li key={id}>
            <span>{strengthLabel(id)}</span>
            <span class="soft">{t('progress_strength_count', count, sums.replies)}</span>
            <span class="meter" aria-hidden="true">
              <span class="meter-done" style={{ width: `${(100 * count) / sums.replies}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
