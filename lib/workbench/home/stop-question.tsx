/** An audit that goes no further: what is there can be kept, or all of it deleted. */
import { useEffect, useRef } from 'preact/hooks';
import type { Run } from '../../audit/model';
import { t } from '../../ui/text';
import { routeHash } from '../route';
import type { Runs } from '../types';

interface Props {
  run: Run;
  runs: Runs;
  onClose(): void;
}

export function StopQuestion({ run, runs, onClose }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const keeps = keepsOf(run);
  return (
    <fieldset
      class="status-buttons plain"
      aria-label={t('audit_stop_sure')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <span>{t('audit_stop_sure')}</span>
      {keeps && (
        <button type="button" class="button primary" onClick={() => runs.stopHere(run.id)}>
          {t(keeps)}
        </button>
      )}
      <button
        type="button"
        class="button"
        onClick={async () => {
          await runs.remove(run.id);
          location.hash = routeHash({ view: 'home' });
        }}
      >
        {t('audit_remove_all')}
      </button>
      <button type="button" class="button quiet" ref={back} onClick={onClose}>
        {t('audit_stop_not')}
      </button>
    </fieldset>
  );
}

/** What can be kept, if anything can. */
function keepsOf({ phase, progress }: Run): 'audit_stop_review' | 'audit_stop_keep' | null {
  if (phase === 'reading' && progress.replies + progress.messages > 0) return 'audit_stop_review';
  return phase === 'reviewing' && progress.reviewed > 0 ? 'audit_stop_keep' : null;
}
