/** What the coach counted for the agent, in one line, with a way to see it and a way to wipe it. */
import { useMemo } from 'preact/hooks';
import { totalOf } from '../progress/periods';
import { createCountedState } from '../progress/state';
import { WipeCounted } from '../progress/wipe-counted';
import { plural, t } from '../ui/text';

export function CountedForYou({ counting }: { counting: boolean }) {
  const state = useMemo(createCountedState, []);
  const counted = state.counted.value;
  const failure = state.failure.value;
  return (
    <div>
      <h3>{t('options_privacy_counts')}</h3>
      {!counting && <p>{t('options_privacy_counts_off')}</p>}
      {failure !== null && <p role="alert">{t('progress_failed', failure)}</p>}
      {counted && (
        <>
          <p>{plural('options_privacy_counts', totalOf(counted.days).replies)}</p>
          {counted.examples.length > 0 && <p>{plural('options_privacy_sentences', counted.examples.length)}</p>}
          <div class="actions">
            <a class="button" href="progress.html">
              {t('options_privacy_counts_open')}
            </a>
            <WipeCounted days={counted.days} wipe={state.wipe} failure={state.failure} />
          </div>
        </>
      )}
    </div>
  );
}
