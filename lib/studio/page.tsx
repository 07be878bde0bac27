/** The studio: its bar, its views, and the one that the address names. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../ui/text';
import { Rollout } from './rollout/rollout';
import { parseRoute, routeHash, STUDIO_VIEWS } from './route';
import { Rules } from './rules/rules';
import { Scoring } from './scoring/scoring';
import type { Studio, Tester } from './types';
import { UnkeptNotice } from './unkept';
import { Versions } from './versions/versions';
import { Words } from './words/words';

export interface ViewProps {
  studio: Studio;
  tester: Tester;
  route: ReturnType<typeof parseRoute>;
}

const VIEWS = { rules: Rules, words: Words, scoring: Scoring, versions: Versions, rollout: Rollout };

export function StudioPage({ studio, tester }: { studio: Studio; tester: Tester }) {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const View = VIEWS[route.view];
  return (
    <>
      <header class="bar">
        <a class="brand" href={routeHash({ view: 'rules' })}>
          <img src="/icon/icon.svg" width="26" height="26" alt="" />
          <strong>{t('studio_title')}</strong>
        </a>
        <span class="spacer" />
        <span class="soft">{t('audit_local')}</span>
      </header>
      <nav class="tabs" aria-label={t('studio_views')}>
        <h1>{studio.about.value.name || t('studio_unnamed')}</h1>
        {STUDIO_VIEWS.map((view) => (
          <a key={view} href={routeHash({ view })} aria-current={view === route.view ? 'page' : undefined}>
            {t(`studio_view_${view}`)}
          </a>
        ))}
      </nav>
      <main>
        <UnkeptNotice studio={studio} />
        <View studio={studio} tester={tester} route={route} />
      </main>
    </>
  );
}
