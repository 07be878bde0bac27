/** Why a principle matters: one sentence, more, and an example. */
import type { Why } from '../messages';
import { t } from './text';

export function WhyText({ why }: { why: Why }) {
  return (
    <>
      <h3>{why.short}</h3>
      <p class="soft">{why.long}</p>
      <dl class="example">
        <dt>{t('panel_before')}</dt>
        <dd>{why.example.before}</dd>
        <dt>{t('panel_after')}</dt>
        <dd class="good">{why.example.after}</dd>
      </dl>
    </>
  );
}
