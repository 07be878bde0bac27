/** How far a pack's check is, and why one was not taken. */
import type { PackState } from '../pack/pack';
import { packName } from '../ui/pack-name';
import { t } from '../ui/text';

export function PackNews({ pack, failure }: { pack: PackState; failure: string | null }) {
  const { checking, refusal, live } = pack;
  return (
    <div role="status" class="pack-news">
      {checking && (
        <label class="checking">
          <span>{t('options_pack_checking', packName(checking))}</span>
          <progress max={checking.all || 1} value={checking.all ? checking.done : undefined} />
        </label>
      )}
      {failure !== null && <p class="failure">{failure}</p>}
      {refusal && !checking && (
        <div class="failure">
          <p>{refusalTitle(refusal, live)}</p>
          <ul class="bullets">
            {refusal.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function refusalTitle(refusal: NonNullable<PackState['refusal']>, live: PackState['live']): string {
  const what =
    refusal.name === undefined ? t('options_pack_refused_file') : packName({ ...refusal, name: refusal.name });
  return live ? t('options_pack_refused_stays', what, packName(live)) : t('options_pack_refused', what);
}
