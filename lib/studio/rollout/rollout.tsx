/** From the newest version to the team: first here, then to everyone. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../ui/text';
import type { ViewProps } from '../page';
import { routeHash } from '../route';
import { About } from './about';
import { openKeys, type SigningKeys } from './keys';
import { GoLive } from './live';
import { useRolledOut } from './rolled-out';
import { Signing } from './signing';
import { Ways } from './ways';

let opened: Promise<SigningKeys> | null = null;

export function Rollout({ studio }: ViewProps) {
  const [keys, setKeys] = useState<SigningKeys | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    opened ??= openKeys();
    opened.then(setKeys, (error: Error) => setProblem(error.message));
  }, []);
  const [newest] = studio.versions.value;
  const key = keys?.chosen.value ?? null;
  const pack = useRolledOut(studio, newest?.number ?? 0, key);
  if (!newest) return <Empty />;
  const act = (work: () => Promise<void>) => {
    setProblem('');
    work().catch((error: Error) => setProblem(error.message));
  };
  return (
    <div class="rollout">
      <p class="problem" role="alert">
        {problem}
      </p>
      <section aria-labelledby="rollout-try">
        <h2 id="rollout-try">{t('studio_rollout_try')}</h2>
        <p class="soft">{t('studio_rollout_try_text')}</p>
        <GoLive studio={studio} newest={newest} pack={pack} act={act} />
      </section>
      <section aria-labelledby="rollout-give">
        <h2 id="rollout-give">{t('studio_rollout_give')}</h2>
        <p class="soft">{t('studio_rollout_give_text')}</p>
        <Ways pack={pack} />
        <div class="rollout-settings">
          <About key={newest.digest} studio={studio} act={act} />
          {keys && <Signing keys={keys} studio={studio} act={act} />}
        </div>
      </section>
    </div>
  );
}

function Empty() {
  return (
    <section class="studio-empty">
      <h2>{t('studio_rollout_none')}</h2>
      <p class="soft">{t('studio_rollout_none_text')}</p>
      <a class="button primary" href={routeHash({ view: 'rules' })}>
        {t('studio_versions_first_rule')}
      </a>
    </section>
  );
}
