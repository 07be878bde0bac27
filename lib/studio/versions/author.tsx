/** Who saves: stands beside the versions. */
import { t } from '../../ui/text';
import type { Studio } from '../types';

export function Author({ studio }: { studio: Studio }) {
  return (
    <label class="author">
      <span>{t('studio_author')}</span>
      <input
        class="field"
        maxLength={120}
        autocomplete="name"
        value={studio.author.value}
        onChange={(event) => studio.setAuthor(event.currentTarget.value)}
      />
      <span class="soft">{t('studio_author_hint')}</span>
    </label>
  );
}
