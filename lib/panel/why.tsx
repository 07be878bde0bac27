/** The coach teaches: why a principle matters, and what it looks like. The words stand in its phrase bank. */
import { useEffect } from 'preact/hooks';
import type { PrincipleId } from '../engine/types';
import { t } from '../ui/text';
import { WhyText } from '../ui/why-text';
import type { PanelState } from './state';

export function WhyItMatters({ principle, state }: { principle: PrincipleId; state: PanelState }) {
  useEffect(() => state.askWhy(principle), [principle, state]);
  const why = state.whys.value[principle];
  return (
    <div class="more" role="status">
      {why === undefined && <p class="soft">{t('panel_why_wait')}</p>}
      {why === null && <p class="soft">{t('panel_why_none')}</p>}
      {why && <WhyText why={why} />}
    </div>
  );
}
