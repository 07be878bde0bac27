/** Nothing was counted yet: what will be here, and how it comes here. */
import { t } from '../ui/text';

export function Empty({ counting }: { counting: boolean }) {
  return (
    <section class="card empty">
      <svg viewBox="0 0 220 84" width="220" height="84" aria-hidden="true">
        <path class="band" d="M8 62L48 54L88 56L128 44L168 40L212 30L212 14L168 22L128 24L88 40L48 40L8 52Z" />
        <path class="first" d="M8 62L48 54L88 56L128 44L168 40L212 30" />
        <path class="last" d="M8 52L48 40L88 40L128 24L168 22L212 14" />
        <path class="ground" d="M8 78H212" />
      </svg>
      <h2>{t('progress_empty')}</h2>
      <p class="soft lead">{counting ? t('progress_empty_how') : t('progress_empty_off')}</p>
      <ul class="bullets">
        <li>{t('progress_empty_scores')}</li>
        <li>{t('progress_empty_principles')}</li>
        <li>{t('progress_empty_taken')}</li>
        <li>{t('progress_empty_strengths')}</li>
      </ul>
    </section>
  );
}
