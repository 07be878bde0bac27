/** What the rule would flag in the last audit. */
import type { Severity } from '../../../engine/types';
import { plural, t } from '../../../ui/text';
import { number, percent } from '../../../workbench/format';
import type { DryRun } from '../../types';
import { HitList } from './hit-list';
import type { DryRunShown } from './use-dry-run';

interface Props {
  dry: DryRunShown;
  /** There is a wording that it is compared with. */
  isSaved: boolean;
  severity: Severity;
}

export function AuditPart({ dry: { shown, isNone, problem }, isSaved, severity }: Props) {
  return (
    <section aria-labelledby="proof-audit">
      <h3 id="proof-audit">
        {t('studio_dry')}
        {shown && <span class="soft"> {shown.name}</span>}
      </h3>
      {isNone && (
        <p class="soft">
          {t('studio_dry_none')}{' '}
          <a href="/audit.html" target="_blank" rel="noopener">
            {t('studio_dry_none_link')}
          </a>
        </p>
      )}
      {problem !== null && shown === null && <p class="soft">{t('studio_dry_problem')}</p>}
      {!isNone && problem === null && shown === null && <p class="soft">{t('studio_dry_begins')}</p>}
      {shown && (
        <>
          <Sum dry={shown} isSaved={isSaved} />
          <HitList dry={shown} severity={severity} isSaved={isSaved} />
        </>
      )}
    </section>
  );
}

function Sum({ dry: { flagged, looked, all, fresh, gone, done }, isSaved }: { dry: DryRun; isSaved: boolean }) {
  const share = percent(looked > 0 ? flagged / looked : 0);
  return (
    <>
      <p class="dry-sum" role={done ? 'status' : undefined}>
        <strong>{plural('studio_dry_flags', flagged)}</strong> {t('studio_dry_of', number(looked), share)}
        {isSaved && done && (
          <span class="soft">
            {' '}
            {fresh + gone === 0 ? t('studio_dry_same') : t('studio_dry_change', number(fresh), number(gone))}
          </span>
        )}
      </p>
      {!done && (
        <progress
          class="dry-progress"
          max={all}
          value={looked}
          aria-label={t('studio_dry_progress', number(looked), number(all))}
        />
      )}
    </>
  );
}
