/** The score with one sentence, and the shape of a reply. */
import type { Review } from '../engine/types';
import { Bubble } from '../ui/icons';
import { Ring } from '../ui/ring';
import { Track } from '../ui/track';
import type { Headline } from './headline';

export function ScoreCard({ review, headline, busy }: { review: Review; headline: Headline; busy: boolean }) {
  return (
    <section class="card" aria-busy={busy} data-ready={headline.ready}>
      <div class="score">
        {headline.scored ? <Ring score={review.scorecard.score} /> : <Bubble size={26} />}
        <div>
          <h2>{headline.title}</h2>
          <p class="soft">{headline.advice}</p>
        </div>
      </div>
      {headline.shaped && <Track steps={review.steps} />}
    </section>
  );
}
