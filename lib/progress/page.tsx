/** The agent's own view: what the coach counted while they wrote. */
import { dayOf } from '../store/days';
import { Shield } from '../ui/icons';
import { t } from '../ui/text';
import { Empty } from './empty';
import { Examples } from './examples';
import { Outcomes } from './outcomes';
import { periodsOf, totalOf, weeksOf } from './periods';
import { PrincipleTable } from './principle-table';
import type { Counted, ProgressState } from './state';
import { Strengths } from './strengths';
import { Telling } from './telling-cards';
import { Trend } from './trend';
import { Yours } from './yours';

export function ProgressPage({ state }: { state: ProgressState }) {
  const counted = state.counted.value;
  const settings = state.options.settings.value;
  return (
    <>
      <header>
        <img src="/icon/icon.svg" width="36" height="36" alt="" />
        <div>
          <h1>{t('progress_title')}</h1>
          <p class="soft">{t('progress_lead')}</p>
        </div>
        <span class="spacer" />
        <a class="link soft" href="options.html#privacy">
          <Shield /> {t('panel_private')}
        </a>
      </header>
      <main aria-busy={counted === null}>
        <div role="alert">
          {state.failure.value !== null && <p class="failure">{t('progress_failed', state.failure.value)}</p>}
        </div>
        {counted && settings && (
          <>
            {!settings.counting && <p class="card paused">{t('progress_paused')}</p>}
            <Numbers counted={counted} state={state} />
            <Yours counted={counted} settings={settings} state={state} />
          </>
        )}
      </main>
    </>
  );
}

function Numbers({ counted: { days, examples }, state }: { counted: Counted; state: ProgressState }) {
  const today = dayOf(new Date());
  const all = totalOf(days);
  if (!all.replies) return <Empty counting={state.options.settings.value?.counting ?? true} />;
  const weeks = weeksOf(days, today);
  const periods = periodsOf(days, today);
  return (
    <>
      <Telling periods={periods} all={all} rules={state.options.rules.value} />
      <Trend weeks={weeks} />
      <PrincipleTable weeks={weeks} periods={periods} all={all} />
      <div class="pair">
        <Outcomes periods={periods} all={all} />
        <Strengths periods={periods} all={all} />
      </div>
      <Examples examples={examples} />
    </>
  );
}
