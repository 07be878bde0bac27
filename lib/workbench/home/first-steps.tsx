/** Before the first audit. */
import { t } from '../../ui/text';
import { routeHash } from '../route';

const STEPS = ['import', 'review', 'look'] as const;

export function FirstSteps({ onSample }: { onSample(): void }) {
  return (
    <section class="first" aria-labelledby="first-title">
      <h2 id="first-title">{t('audit_first_title')}</h2>
      <p class="soft">{t('audit_first_text')}</p>
      <div class="actions">
        <a class="button primary" href={routeHash({ view: 'import' })}>
          {t('audit_first_choose')}
        </a>
        <button type="button" class="button" onClick={onSample}>
          {t('audit_first_sample')}
        </button>
      </div>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <strong>{t(`audit_first_${step}`)}</strong>
            <span class="soft">{t(`audit_first_${step}_text`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
