/** The score with one sentence, and the shape of a reply. */
import type { Review } from '../engine/types';
import type { PanelPart } from '../store/settings';
import { Bubble } from '../ui/icons';
import { Ring } from '../ui/ring';
import { Track } from '../ui/track';
import type { Headline } from './headline';

interface Props {
  review: Review;
  headline: Headline;
  busy: boolean;
  hides: readonly PanelPart[];
}

export function ScoreCard({ review, headline, busy, hides }: Props) {
  return (
    <section class="card" aria-busy={busy} data-ready={headline.ready}>
      <div class="score">
        {headline.scored && !hides.includes('score') ? <Ring score={review.scorecard.score} /> : <Bubble size={26} />}
        <div>
          <h2>{headline.title}</h2>
          <p class="soft">{headline.advice}</p>
        </div>
      </div>
      {headline.shaped && !hides.includes('shape') && <Track steps={review.steps} />}
    </section>
  );
}
