/** A bar that fills as an audit goes on. */
import { type Progress, shareOf } from './progress';

export function Bar({ progress }: { progress: Progress }) {
  const percent = Math.floor(shareOf(progress) * 100);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={progress.phase}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={[`${percent} %`, progress.detail].filter(Boolean).join(', ')}
    >
      <div style={{ width: `${shareOf(progress) * 100}%` }} />
    </div>
  );
}
