/** Three ways to give a pack to others. */
import { useState } from 'preact/hooks';
import type { Pack } from '../../pack/pack';
import { t } from '../../ui/text';
import { savePack } from '../versions/save-pack';
import { PolicyText } from './policy-text';

export function Ways({ pack }: { pack: Pack | null }) {
  const [policy, setPolicy] = useState(false);
  return (
    <>
      <ul class="ways">
        <li class="card">
          <h3>{t('studio_way_file')}</h3>
          <p>{t('studio_way_file_text')}</p>
          <button type="button" class="button" disabled={!pack} onClick={() => pack && savePack(pack)}>
            {t('studio_way_file_save')}
          </button>
        </li>
        <li class="card">
          <h3>{t('studio_way_policy')}</h3>
          <p>{t('studio_way_policy_text')}</p>
          <button type="button" class="button" aria-expanded={policy} onClick={() => setPolicy(!policy)}>
            {policy ? t('studio_way_policy_hide') : t('studio_way_policy_open')}
          </button>
        </li>
        <li class="card">
          <h3>{t('studio_way_sync')}</h3>
          <p>{t('studio_way_sync_text')}</p>
          <a class="button" href="/options.html" target="_blank" rel="noreferrer">
            {t('studio_way_sync_open')}
          </a>
        </li>
      </ul>
      {policy && pack && <PolicyText pack={pack} />}
    </>
  );
}
