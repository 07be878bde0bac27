/** Who saves: stands beside the versions. */
import { t } from '../../ui/text';
import type { Studio } from '../types';

export function Author({ studio }: { studio: Studio }) {
  return (
    <div class="author">
      <label for="author">{t('studio_author')}</label>
      <input
        class="field"
        id="author"
        maxLength={120}
        autocomplete="name"
        value={studio.author.value}
        aria-describedby="author-hint"
        onChange={(event) => studio.setAuthor(event.currentTarget.value)}
      />
      <span class="soft" id="author-hint">
        {t('studio_author_hint')}
      </span>
    </div>
  );
}
