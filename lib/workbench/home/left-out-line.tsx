/** What of the file gave no reply, and why. Nothing where all of it did. */
import type { LeftOut, Run } from '../../audit/model';
import { t } from '../../ui/text';
import { Faults } from '../import/faults';
import { count } from './words';

const REASONS: readonly LeftOut[] = ['customer', 'note', 'bot', 'automatic', 'macro', 'duplicate', 'empty'];

export function LeftOutLine({ run }: { run: Run }) {
  const parts = REASONS.flatMap((reason) => {
    const number = run.leftOut[reason] ?? 0;
    return number > 0 ? [t(`audit_left_out_${reason}`, count(number))] : [];
  });
  if (parts.length === 0 && run.faults === 0 && !run.stoppedEarly) return null;
  return (
    <div class="left-out soft">
      {run.stoppedEarly && <span>{t('audit_stopped_early')}</span>}
      {parts.length > 0 && (
        <span>
          {t('audit_left_out')} {parts.join(', ')}.
        </span>
      )}
      <Faults run={run.id} name={run.name} faults={run.faults} />
    </div>
  );
}
