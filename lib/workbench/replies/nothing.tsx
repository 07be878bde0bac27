/** In the place of an empty table: why there is nothing, and what to do. */
import type { Run } from '../../audit/model';
import { t } from '../../ui/text';
import { routeHash } from '../route';

interface Props {
  run: Run;
  /** Replies of the run, whatever the filter. */
  total: number;
  onClear(): void;
}

export function Nothing({ run, total, onClear }: Props) {
  if (total > 0) {
    return (
      <div class="nothing">
        <h2>{t('replies_none')}</h2>
        <p class="soft">{t('replies_none_text')}</p>
        <button type="button" class="button primary" onClick={onClear}>
          {t('replies_clear')}
        </button>
      </div>
    );
  }
  const over = run.phase === 'done';
  return (
    <div class="nothing">
      <h2>{t(over ? 'replies_empty' : 'replies_soon')}</h2>
      <p class="soft">{t(over ? 'replies_empty_text' : 'replies_soon_text')}</p>
      {over && (
        <a class="button primary" href={routeHash({ view: 'import' })}>
          {t('replies_import')}
        </a>
      )}
    </div>
  );
}
