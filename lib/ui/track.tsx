/** The shape of a reply: which of the steps that matter here are there. Those that do not matter are not shown. */
import type { Step } from '../engine/types';
import { stepLabel } from './principles';
import { t } from './text';

export function Track({ steps }: { steps: Step[] }) {
  const needed = steps.filter((step) => step.state !== 'off');
  if (needed.length === 0) return null;
  return (
    <ol class="track" aria-label={t('panel_shape')}>
      {needed.map((step) => (
        <li key={step.id} data-state={step.state}>
          {stepLabel(step.id)}
          <span class="visually-hidden">: {t(step.state === 'done' ? 'panel_step_done' : 'panel_step_open')}</span>
        </li>
      ))}
    </ol>
  );
}
