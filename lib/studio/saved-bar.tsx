/** After a save: which version that is, that nobody has it yet, and the way to make it live. */
import { t } from '../ui/text';
import { routeHash } from './route';
import type { Saving } from './saving';
import type { Studio } from './types';

interface Props {
  studio: Studio;
  saving: Saving;
}

export function SavedBar({ studio, saving }: Props) {
  const newest = studio.versions.value[0];
  const waits = newest !== undefined && newest.digest !== studio.live.value.live?.digest;
  const news = saving.news.value;
  return (
    <>
      <div class="saved-bar" role="status" data-empty={!waits && !news}>
        {news && <strong class="news">{news}</strong>}
        {waits && (
          <>
            <span>{t('rules_saved', newest.number)}</span>
            <a class="button primary" href={routeHash({ view: 'rollout' })}>
              {t('rules_make_live')}
            </a>
          </>
        )}
        {news && studio.versions.value.length > 1 && (
          <button type="button" class="button" onClick={() => void saving.undo()}>
            {t('rules_undo')}
          </button>
        )}
      </div>
      <p class="problem" role="alert">
        {saving.trouble.value && !studio.unkept.value && t('rules_not_saved', saving.trouble.value)}
      </p>
    </>
  );
}
