/** The score, 0 to 100, as a ring. Always one colour: a low score is no alarm. */
import { t } from './text';

const RADIUS = 20;
const LENGTH = 2 * Math.PI * RADIUS;

export function Ring({ score }: { score: number }) {
  const share = Math.min(100, Math.max(0, score)) / 100;
  return (
    <svg
      class="ring"
      viewBox="0 0 46 46"
      width="46"
      height="46"
      role="img"
      aria-label={t('panel_score', Math.round(score))}
    >
      <circle class="ring-rest" cx="23" cy="23" r={RADIUS} />
      <circle
        class="ring-done"
        cx="23"
        cy="23"
        r={RADIUS}
        stroke-dasharray={`${LENGTH * share} ${LENGTH}`}
        transform="rotate(-90 23 23)"
      />
      <text x="23" y="23" text-anchor="middle" dominant-baseline="central">
        {Math.round(score)}
      </text>
    </svg>
  );
}
